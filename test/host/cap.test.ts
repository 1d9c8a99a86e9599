/** Alerts of the Common Alerting Protocol out of channels, and into them by a person's hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import type { Proposal } from '../../src/host/notices/notice-of-cap.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { readCalendar } from '../../src/standards/icalendar/read-calendar.ts';
import { readCap } from '../../src/standards/cap/read-cap.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../src/store/test-store.ts';
import { signInByCookie } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;

const BASIS = { kind: 'recorded', source: 'Log of the duty desk' } as const;

const draft = (verb: string, actor: string, payload: object, more: Partial<DraftAct> = {}) => ({
  type: `notices.${verb}`,
  register: 'notices/outbreaks',
  actor,
  payload,
  basis: BASIS,
  ...more,
});

const says = (more: object = {}) => ({
  kind: 'alerts',
  subject: 'Cluster of pneumonia',
  body: 'Twelve cases <so far>.',
  language: 'en',
  to: { actors: ['KEN'] },
  precedence: 'immediate',
  expiresAt: '2036-01-17T09:30Z',
  ...more,
});

async function submit(one: DraftAct): Promise<string> {
  return admitted(await node.store.submit([one]))[0]?.id ?? '';
}

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, signInByCookie);
  for (const id of ['FRA', 'KEN', 'NOR']) await submit(enteringState(id));
  await submit(draft('open-channel', OPERATOR, { title: { en: 'Outbreaks' }, kind: 'alerts' }));
});
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

let asked = 0;
async function fetched(path: string, who = '', init: RequestInit = {}): Promise<Response> {
  asked += 1;
  const headers: Record<string, string> = {
    'content-type': 'application/cap+xml',
    ...(who === '' ? {} : { cookie: `who=${who}` }),
  };
  return app.app.request(`${path}?asked=${asked}`, { ...init, headers });
}

async function alertAt(notice: string, who = '') {
  const response = await fetched(`/notices/outbreaks/${notice}/alert.cap`, who);
  const read = readCap(new Uint8Array(await response.arrayBuffer()));
  return { status: response.status, type: response.headers.get('content-type'), ...read };
}

const ALERT = `<?xml version="1.0"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>S-7</identifier>
<sender>met@example.org</sender><sent>2026-01-17T09:30:00-00:00</sent><status>Actual</status>
<msgType>Alert</msgType><scope>Public</scope><info><language>en-GB</language>
<category>Met</category><event>Storm</event><urgency>Expected</urgency><severity>Severe</severity>
<certainty>Likely</certainty><expires>2036-01-18T09:30:00+02:00</expires>
<headline>A storm is coming</headline><description>From the west.</description>
<instruction>Stay in.</instruction></info></alert>`;

describe('a notice as an alert', () => {
  it('says what the notice says, under a name of its own', async () => {
    const notice = await submit(draft('issue', 'FRA', says()));
    const { alert, status, type, verdict } = await alertAt(notice);
    expect([status, type, verdict.errors]).toEqual([200, 'application/cap+xml', []]);
    expect(alert).toMatchObject({
      identifier: notice,
      sender: 'FRA@localhost',
      msgType: 'Alert',
      scope: 'Public',
      addresses: ['KEN'],
    });
    expect(alert?.infos[0]).toMatchObject({
      urgency: 'Immediate',
      headline: 'Cluster of pneumonia',
      description: 'Twelve cases <so far>.',
      senderName: 'State FRA',
      expires: '2036-01-17T09:30:00-00:00',
    });
  });

  it('follows the ones before it where the notice was updated or cancelled', async () => {
    const notice = await submit(draft('issue', 'FRA', says()));
    const update = await submit(
      draft('update', 'FRA', { notice, reason: 'More', subject: 'A larger cluster' }),
    );
    const updated = (await alertAt(notice)).alert;
    expect(updated).toMatchObject({ identifier: update, msgType: 'Update' });
    expect(updated?.infos[0]?.headline).toBe('A larger cluster');
    expect(updated?.references.map(({ identifier }) => identifier)).toEqual([notice]);
    const cancel = await submit(draft('cancel', 'FRA', { notice, reason: 'Excluded' }));
    const cancelled = (await alertAt(notice)).alert;
    expect(cancelled).toMatchObject({ identifier: cancel, msgType: 'Cancel' });
    expect(cancelled?.references.map(({ identifier }) => identifier)).toEqual([notice, update]);
  });

  it('is there for those whom the notice is for, and for nobody else', async () => {
    const marking = markedFor('amber', ['FRA', 'KEN']);
    const notice = await submit(draft('issue', 'FRA', says(), { marking }));
    const { alert } = await alertAt(notice, 'KEN');
    expect(alert).toMatchObject({
      scope: 'Restricted',
      restriction: 'TLP:AMBER; released to FRA, KEN',
    });
    for (const who of ['', 'NOR']) {
      const response = await fetched(`/notices/outbreaks/${notice}/alert.cap`, who);
      const unknown = await fetched(`/notices/outbreaks/${'0'.repeat(64)}/alert.cap`, who);
      const told = (await response.text()).replaceAll(notice, '0'.repeat(64));
      expect([response.status, told]).toEqual([unknown.status, await unknown.text()]);
    }
  });

  it('goes out as it came, to the letter', async () => {
    const content = {
      standard: 'cap',
      alert: ALERT,
      identifier: 'S-7',
      sender: 'met@example.org',
      sent: '2026-01-17T09:30:00-00:00',
    };
    const notice = await submit(draft('issue', 'FRA', says({ content })));
    expect(await (await fetched(`/notices/outbreaks/${notice}/alert.cap`)).text()).toBe(ALERT);
    await submit(draft('cancel', 'FRA', { notice, reason: 'Over' }));
    const { alert } = await alertAt(notice);
    expect(alert?.references).toEqual([
      { identifier: 'S-7', sender: 'met@example.org', sent: '2026-01-17T09:30:00-00:00' },
    ]);
  });
});

describe('what is due on notices', () => {
  it('is a moment of a calendar, and is called off with the notice', async () => {
    const acknowledgeBy = '2036-01-17T12:00:00.000Z';
    const notice = await submit(draft('issue', 'FRA', says({ acknowledgeBy })));
    const dates = async () => {
      const response = await fetched('/notices/outbreaks/deadlines.ics');
      const read = readCalendar(new Uint8Array(await response.arrayBuffer()));
      const events = 'fault' in read ? [] : read.calendars.flatMap((one) => one.events);
      return events.find(({ uid }) => uid === `acknowledgeBy.${notice}@localhost`);
    };
    expect(await dates()).toMatchObject({
      start: { at: acknowledgeBy },
      status: 'CONFIRMED',
      sequence: 0,
    });
    await submit(draft('cancel', 'FRA', { notice, reason: 'Excluded' }));
    expect(await dates()).toMatchObject({ status: 'CANCELLED', sequence: 1 });
  });
});

describe('an alert that is handed in', () => {
  const propose = (body: string, who = 'FRA', channel = 'outbreaks') =>
    fetched(`/api/notices/${channel}/alerts`, who, { method: 'POST', body });

  // The answer of our own route, as its type says.
  const proposal = async (response: Response) => (await response.json()) as Proposal;

  it('becomes a notice that a person can issue, and is not issued', async () => {
    const before = await (await fetched('/api/notices/latest')).text();
    const response = await propose(ALERT);
    expect(response.status).toBe(200);
    const { proposed, signatures, warnings } = await proposal(response);
    expect([signatures, warnings, proposed.marking]).toEqual([[], [], undefined]);
    expect(proposed.payload).toMatchObject({
      subject: 'A storm is coming',
      body: 'From the west.\n\nStay in.',
      language: 'en-GB',
      precedence: 'priority',
      expiresAt: '2036-01-18T07:30:00.000Z',
      content: { standard: 'cap', identifier: 'S-7' },
    });
    expect(await (await fetched('/api/notices/latest')).text()).toBe(before);
    const notice = await submit({ ...proposed, actor: 'FRA', basis: BASIS });
    expect((await alertAt(notice)).alert?.infos[0]?.event).toBe('Storm');
  });

  it('is for nobody until somebody says for whom, where it is not public', async () => {
    const restricted = ALERT.replace(
      '<scope>Public</scope>',
      '<scope>Restricted</scope><restriction>Ministries</restriction>',
    );
    const { proposed } = await proposal(await propose(restricted));
    expect(proposed.marking).toEqual({ level: 'amber', to: [] });
  });

  it.each([
    ['is no alert', 'hello'],
    ['has no scope', ALERT.replace('<scope>Public</scope>', '')],
    ['brings entities', ALERT.replace('<alert', '<!DOCTYPE alert [<!ENTITY a "b">]><alert')],
  ])('is refused with what is wrong where it %s', async (_, body) => {
    const response = await propose(body);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('no valid alert');
  });

  it('is taken from those who are signed in, for channels that they may see', async () => {
    expect((await propose(ALERT, '')).status).toBe(401);
    expect((await propose(ALERT, 'FRA', 'nowhere')).status).toBe(404);
  });
});

const ENTITIES = ALERT.replace('<alert', '<!DOCTYPE alert [<!ENTITY a "b">]><alert');

describe('an alert that is handed in on the page of a channel', () => {
  const PAGE = '/notices/outbreaks/alert-file';

  interface Handed {
    readonly who?: string;
    readonly token?: string;
    readonly path?: string;
  }

  /** As a browser sends the form; without words, no file was chosen. */
  async function hand(words: string | null, handed: Handed = {}): Promise<[number, string]> {
    const { who = 'FRA', token = 'form-1', path = PAGE } = handed;
    const body = new FormData();
    body.set('token', token);
    if (words !== null) body.set('file', new File([words], 'storm.cap'));
    const headers = { origin: 'http://localhost', ...(who && { cookie: `who=${who}` }) };
    const response = await app.app.request(path, { method: 'POST', headers, body });
    return [response.status, await response.text()];
  }

  /** The hidden fields that lead to the form of the act. */
  const hiddenIn = (html: string): [string, string][] => {
    const form = /<form[^>]*action="\/acts\/new"[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
    const fields = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
    return [...fields].map(([, name = '', value = '']) => [
      name,
      value
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ]);
  };

  it('is offered to those who are signed in', async () => {
    const channel = await (await fetched('/notices/outbreaks', 'FRA')).text();
    expect(channel).toContain(`href="${PAGE}"`);
    expect(await (await fetched('/notices/outbreaks')).text()).not.toContain(PAGE);
    expect(await (await fetched(PAGE, 'FRA')).text()).toContain('type="file"');
    expect((await fetched(PAGE)).status).toBe(401);
  });

  it('leads to the form of the notice, filled in, and issues nothing', async () => {
    const before = await (await fetched('/api/notices/latest')).text();
    const [status, html] = await hand(ALERT);
    expect([status, html.includes('The alert is not signed.')]).toEqual([200, true]);
    const body = new FormData();
    const hidden = new Map(hiddenIn(html));
    for (const [name, value] of hidden) body.set(name, value);
    const content: unknown = JSON.parse(hidden.get('payload.content') ?? 'null');
    expect(content).toMatchObject({ standard: 'cap', identifier: 'S-7' });
    body.set('step', 'change');
    const headers = { origin: 'http://localhost', cookie: 'who=FRA' };
    const response = await app.app.request('/acts/new', { method: 'POST', headers, body });
    const form = await response.text();
    expect([response.status, form.includes('>A storm is coming</textarea>')]).toEqual([200, true]);
    expect(form).toContain('value="notices/outbreaks"');
    expect(await (await fetched('/api/notices/latest')).text()).toBe(before);
  });

  it('says all that is wrong with it, each with its rule, and leads nowhere then', async () => {
    const twoFaults = ALERT.replace('<scope>Public</scope>', '').replace('Actual', 'Real');
    for (const [words, rules] of [
      [ENTITIES, ['no valid alert', 'cap.document-type']],
      [twoFaults, ['alert/status', 'scope']],
    ] as const) {
      const [status, html] = await hand(words);
      expect([status, hiddenIn(html)]).toEqual([422, []]);
      for (const one of rules) expect(html).toContain(one);
    }
  });

  it('is refused without a file, without a session, and with the token of another', async () => {
    expect((await hand(null))[1]).toContain('No file was chosen.');
    expect((await hand(ALERT, { who: '' }))[0]).toBe(401);
    const [status, html] = await hand(ALERT, { token: 'form-2' });
    expect([status, html.includes('belongs to another session')]).toEqual([403, true]);
  });

  it('tells of a hidden channel what it tells of none', async () => {
    const marking = markedFor('red', ['FRA']);
    const opening = { title: { en: 'Hidden' }, kind: 'alerts' };
    const hidden = { ...draft('open-channel', 'FRA', opening), marking };
    await submit({ ...hidden, register: 'notices/hidden' });
    const at = (channel: string) =>
      hand(ALERT, { who: 'NOR', path: PAGE.replace('outbreaks', channel) });
    const [status, html] = await at('hidden');
    const [wanted, unknown] = await at('absent');
    expect([status, html.replaceAll('hidden', 'absent')]).toEqual([
      wanted,
      unknown.replaceAll('hidden', 'absent'),
    ]);
    expect(status).toBe(404);
    const own = await hand(ALERT, { path: '/notices/hidden/alert-file' });
    expect(own[0]).toBe(200);
  });
});
