/** Pages of notices as those see them whom a notice is for, and as others do. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import { type Marking, markedFor } from '../../src/kernel/marking.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { type TestStore, admitted, openTestStore } from '../../src/store/test-store.ts';
import { signInByCookie } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

const CANARY = 'canary-77a0';
const RED = markedFor('red', ['FRA', 'KEN']);
const SOURCE = { kind: 'recorded', source: 'Log of the duty desk' } as const;

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;
let red = '';
let clear = '';

function draft(verb: string, actor: string, payload: object, marking?: Marking): DraftAct {
  const base = { type: `notices.${verb}`, register: 'notices/alerts', actor, payload };
  return { ...base, basis: SOURCE, ...(marking && { marking }) };
}

async function submit(one: DraftAct): Promise<string> {
  const [receipt] = admitted(await node.store.submit([one]));
  return receipt?.id ?? '';
}

const alert = (subject: string) => ({
  kind: 'alerts',
  subject,
  body: `${subject}.\n\n<b>Second</b> paragraph.`,
  language: 'en',
  to: { actors: ['KEN'] },
  precedence: 'immediate',
});

async function page(path: string, who = ''): Promise<{ status: number; html: string }> {
  const headers: Record<string, string> = who === '' ? {} : { cookie: `who=${who}` };
  const response = await app.app.request(path, { headers });
  return { status: response.status, html: await response.text() };
}

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, signInByCookie);
  admitted(await node.store.submit(['FRA', 'KEN', 'USA'].map((id) => enteringState(id))));
  const opening = {
    title: { en: 'Alerts' },
    kind: 'alerts',
    acknowledgeWithinHours: { immediate: 4 },
  };
  await submit(draft('open-channel', node.store.operator, opening));
  red = await submit(draft('issue', 'FRA', alert(CANARY), RED));
  clear = await submit(draft('issue', 'FRA', alert('Cluster')));
});
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

describe('a red notice', () => {
  it('is marked above and below where it is read, and leads to its acknowledgement', async () => {
    const { html } = await page(`/notices/alerts/${red}`, 'KEN');
    expect(html.split('TLP:RED')).toHaveLength(3);
    expect(html).toContain('Released to FRA, KEN alone');
    expect(html).toContain('type=notices.acknowledge');
    expect(html).toContain('marking.level=red&amp;marking.to=FRA+KEN');
    expect(html).toContain('&lt;b&gt;Second&lt;/b&gt; paragraph.');
  });

  it('begins the form of its acknowledgement as it is marked itself', async () => {
    const duty = await page('/duty', 'KEN');
    const hrefs = [...duty.html.matchAll(/href="(\/acts\/new\?type=notices\.acknowledge[^"]*)"/g)];
    const own = hrefs.map((found) => (found[1] ?? '').replaceAll('&amp;', '&'));
    const form = await page(own.find((href) => href.includes(red)) ?? '', 'KEN');
    expect(form.status).toBe(200);
    expect(form.html).toContain(`value="${red}"`);
    expect(form.html).toMatch(/<option value="red" selected[^>]*>/);
  });

  it.each(['', 'USA'])('is nowhere on the pages of %j', async (who) => {
    const paths = ['/notices', '/notices/alerts', '/notices/alerts/latest', '/duty'];
    for (const path of [...paths, '/notices/alerts/notices.atom']) {
      const { html } = await page(path, who);
      expect([path, html.includes(CANARY), html.includes(red)]).toEqual([path, false, false]);
    }
    expect((await page(`/notices/alerts/${red}`, who)).status).toBe(404);
    expect((await page(`/notices/alerts/${red}/paper`, who)).status).toBe(404);
  });
});

describe('the duty desk', () => {
  it('has what waits for those whom one acts for, and nothing for others', async () => {
    const { html } = await page('/duty', 'KEN');
    expect(html).toContain(`/notices/alerts/${red}`);
    expect(html).toContain(`/notices/alerts/${clear}`);
    expect((await page('/duty', 'USA')).html).toContain('Nothing waits.');
    expect((await page('/duty')).html).toContain('Sign in to act');
  });

  it('lets go of what was acknowledged', async () => {
    await submit(draft('acknowledge', 'KEN', { notice: clear }));
    // Pages hear of what another hand recorded a moment later.
    await vi.waitFor(async () => {
      const { html } = await page('/duty', 'KEN');
      expect(html).not.toContain(`/notices/alerts/${clear}`);
    });
  });
});

describe('a notice', () => {
  it('is not found under another channel, and as a file is had by its own question', async () => {
    expect((await page(`/notices/others/${clear}`)).status).toBe(404);
    const { status, html } = await page(`/api/notices/notice?notice=${clear}`);
    expect([status, (JSON.parse(html) as { subject: string }).subject]).toEqual([200, 'Cluster']);
  });

  it('is led to by the page of its act', async () => {
    expect((await page(`/acts/${clear}`)).html).toContain(`/notices/alerts/${clear}`);
  });

  it('tells before it is issued whom it reaches, by when, and which numbers it skips', async () => {
    const asOf = new Date().toISOString().slice(0, 10);
    const at = { viewer: { actors: ['FRA'] }, asOf, knownAt: null };
    const numbered = draft('issue', 'FRA', { ...alert('Third'), number: '3/2026' });
    const effect = await node.store.preview(numbered, at);
    const told = 'consequences' in effect ? effect.consequences : [];
    expect(told.map(({ key }) => key)).toEqual([
      'notices.follows.reaches',
      'notices.follows.due',
      'notices.follows.skipped',
    ]);
    expect(told[2]?.values).toEqual({ numbers: '1/2026, 2/2026' });
  });
});
