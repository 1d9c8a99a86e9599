/** A RED notice that its originator releases as GREEN: for the new audience it begins to exist. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { house } from '../../src/host/house.ts';
import type { MailRoom } from '../../src/host/mail/mail-room.ts';
import { withOriginal } from '../../src/host/releases/with-original.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { OPERATOR, type TestStore, admitted, openTestStore } from '../../src/store/test-store.ts';
import { signInByCookie } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

const CANARY = 'canary-cluster-in-the-port';
const BASIS = { kind: 'recorded', source: 'Log of the duty desk' } as const;
const INDICATOR = `indicator--${'1'.repeat(8)}-1111-4111-8111-${'1'.repeat(12)}`;

let node: TestStore;
let mail: MailRoom;
let app: HouseApp;
let notice: string;

const draft = (type: string, payload: object, more: Partial<DraftAct> = {}): DraftAct => ({
  type,
  register: 'notices/alerts',
  actor: 'FRA',
  payload,
  basis: BASIS,
  ...more,
});

async function submit(one: DraftAct): Promise<string> {
  return admitted(await node.store.submit([one]))[0]?.id ?? '';
}

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  mail = await openMail(node);
  app = houseApp(node, mail, signInByCookie);
  for (const id of ['FRA', 'KEN', 'NOR', 'USA']) await submit(enteringState(id));
  const opened = { title: { en: 'Alerts' }, kind: 'alerts' };
  await submit(draft('notices.open-channel', opened, { actor: OPERATOR }));
  const object = {
    type: 'indicator',
    spec_version: '2.1',
    id: INDICATOR,
    created: '2026-11-22T08:00:00.000Z',
    modified: '2026-11-22T08:00:00.000Z',
    name: CANARY,
    pattern: "[domain-name:value = 'a.example']",
    pattern_type: 'stix',
    valid_from: '2026-11-22T08:00:00Z',
  };
  const said = {
    kind: 'alerts',
    subject: CANARY,
    body: 'Twelve cases.',
    language: 'en',
    to: { actors: ['FRA'] },
    annex: { text: `annex-${CANARY}` },
    content: { standard: 'stix', objects: [JSON.stringify(object)] },
  };
  const red = markedFor('red', ['FRA', 'NOR']);
  notice = await submit(
    draft('notices.issue', said, {
      marking: red,
      narrower: [{ marking: markedFor('red', ['FRA']), members: ['annex'] }],
    }),
  );
}, 60_000);
afterAll(async () => {
  app.close();
  await mail.close();
  await node.close();
});

async function get(path: string, who: string): Promise<{ status: number; body: string }> {
  const accept = path.startsWith('/taxii2') ? { accept: 'application/taxii+json;version=2.1' } : {};
  const headers = { host: 'localhost', cookie: `who=${who}`, ...accept };
  const response = await app.app.request(`http://localhost${path}`, { headers });
  return { status: response.status, body: await response.text() };
}

const PLACES = [
  '/notices/alerts',
  '/notices/alerts/notices.atom',
  '/api/notices/channel?channel=alerts',
];

/** Where the notice shows to a reader, of all places where it may. */
async function shownTo(who: string): Promise<string[]> {
  const pages = [...PLACES, `/notices/alerts/${notice}`, `/acts/${notice}`, `/api/acts/${notice}`];
  const { body } = await get('/taxii2/channels/collections/', who);
  const told = JSON.parse(body) as { collections?: { id: string }[] };
  const shelves = (told.collections ?? []).map(
    ({ id }) => `/taxii2/channels/collections/${id}/objects/`,
  );
  const answers = await Promise.all(
    [...pages, ...shelves].map(async (path) => {
      const isThere = (await get(path, who)).body.includes(CANARY);
      return isThere ? [path.replace(/collections\/[^/]+/, 'collections/x')] : [];
    }),
  );
  return answers.flat();
}

describe('a RED notice that is released as GREEN', () => {
  it('shows to the new audience in channel, feed and TAXII, and nowhere before', async () => {
    const first = await shownTo('NOR');
    expect(first).toEqual([
      ...PLACES,
      `/notices/alerts/${notice}`,
      `/acts/${notice}`,
      `/api/acts/${notice}`,
      '/taxii2/channels/collections/x/objects/',
    ]);
    expect(await shownTo('KEN')).toEqual([]);
    const asked = draft(
      'releases.downgrade',
      { act: notice, reason: 'It is in the papers.' },
      { marking: markedFor('green', ['FRA', 'KEN', 'NOR']) },
    );
    const filled = await withOriginal(node.store, { actors: ['FRA'] }, asked);
    // The same draft, with its payload filled in.
    await submit(filled as DraftAct);
    // Pages hear of what another hand recorded a moment later.
    await vi.waitFor(async () => expect(await shownTo('KEN')).toEqual(first));
    expect(await shownTo('NOR')).toEqual(first);
    expect(await shownTo('USA')).toEqual([]);
  });

  it('shows nothing of a part that stays for fewer, and once to who had it before', async () => {
    for (const path of [`/notices/alerts/${notice}`, `/acts/${notice}`]) {
      expect((await get(path, 'KEN')).body).not.toContain('annex-canary');
      expect((await get(path, 'FRA')).body).toContain('annex-canary');
    }
    for (const who of ['KEN', 'NOR', 'FRA']) {
      const { body } = await get('/api/notices/channel?channel=alerts', who);
      expect(JSON.parse(body)).toMatchObject({ notices: 1, rows: [{ notice }] });
    }
  });

  it('is told to be released by whom and since when, and verifies as the same act', async () => {
    const page = await get(`/acts/${notice}`, 'KEN');
    expect(page.body).toContain('Released as TLP:GREEN since');
    expect(page.body).toContain('It is in the papers.');
    const { body } = await get(`/api/acts/${notice}`, 'KEN');
    expect(JSON.parse(body)).toMatchObject({ id: notice, verification: { holds: true } });
  });

  it('fills in nothing that the drafter may not see', async () => {
    const asked = draft('releases.downgrade', { act: notice, reason: 'x' });
    expect(await withOriginal(node.store, { actors: ['USA'] }, asked)).toEqual(asked);
  });
});
