/** Bad input, item by item: refused or kept pending with the reason, and the record replays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_BODY_BYTES_MAX } from '../../src/host/limits.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { agreements } from '../../src/practices/agreements/area.ts';
import { adoption } from '../../src/practices/agreements/paper-registers.ts';
import { DEPTH_MAX, ELEMENTS_MAX } from '../../src/standards/akoma-ntoso/build-text.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { type TestStore, admitted } from '../../src/store/test-store.ts';
import {
  BY_TOKEN,
  type HostileNode,
  closeHostile,
  hostileApp,
  openHostile,
} from './hostile-app.ts';
import type { HouseApp } from './house-app.ts';

const EVERYONE = { actors: [] };
const SOURCE = { kind: 'recorded', source: 'Notes of the depositary' } as const;
const STATES = ['AAA', 'BBB', 'CCC', 'DDD'];
const DAYS = ['2001-06-01', '2003-06-01', '2026-06-01'];
const NAMED: Readonly<Record<string, string>> = {
  actor: 'AAA',
  one: 'AAA',
  other: 'BBB',
  provision: 'art_1',
};

let node: TestStore;
let hostile: HostileNode;
let app: HouseApp;
/** Agreements that were adopted so far, by any test. */
const adopted: string[] = [];

function draft(verb: string, agreement: string, payload: object, more: Partial<DraftAct> = {}) {
  const [type, register] = [`agreements.${verb}`, `agreements/${agreement}`];
  return { type, register, actor: node.store.operator, payload, basis: SOURCE, ...more };
}
const adopt = (agreement: string, payload: object = adoption()): DraftAct => {
  adopted.push(agreement);
  return draft('adopt', agreement, payload);
};
const deposit = (agreement: string, actor: string, on: string, more: object = {}): DraftAct =>
  draft('deposit', agreement, { on, instrument: 'accession', ...more }, { actor });
const words = [{ language: 'en', text: 'Article 1 is not applied.' }];

async function submit(...drafts: DraftAct[]): Promise<string[]> {
  return admitted(await node.store.submit(drafts)).map(({ id }) => id);
}

/** What refuses an act: the rule, the reason and the remedy. */
async function refusalOf(one: DraftAct) {
  const [receipt] = await node.store.submit([one]);
  if (receipt === undefined || !isRefusal(receipt)) return 'admitted';
  const { reason, remedy = null, rule } = receipt;
  return { rule: rule.id.replace('agreements.', ''), reason, remedy };
}

async function ask(name: string, input: object, asOf = '2026-06-01'): Promise<unknown> {
  const question = agreements.questions.find((one) => one.name === `agreements.${name}`);
  if (!question) throw new Error(`no question ${name}`);
  return node.store.ask(question, input, { viewer: EVERYONE, asOf, knownAt: null });
}

/** Every row of the area, and every answer on every agreement on several days. */
async function everything(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  await node.store.read(EVERYONE, async (query) => {
    const typed = query.withTables<Record<string, { ledger: number }>>();
    for (const { name } of agreements.tables) {
      const rows = await typed.selectFrom(name).selectAll().orderBy('ledger').execute();
      all.set(name, JSON.stringify(rows));
    }
  });
  for (const { example, name } of agreements.questions) {
    const isOfOne = Object.hasOwn(example as object, 'agreement');
    for (const agreement of isOfOne ? adopted : ['']) {
      const input = Object.fromEntries(
        Object.entries(example as object).map(([key, value]: [string, unknown]) => [
          key,
          key === 'agreement' ? agreement : (NAMED[key] ?? value),
        ]),
      );
      for (const day of DAYS) {
        const answer = await ask(name.replace('agreements.', ''), input, day);
        all.set(`${name} ${agreement} ${day}`, JSON.stringify(answer));
      }
    }
  }
  return all;
}

beforeAll(async () => {
  hostile = await openHostile();
  node = hostile.test;
  app = hostileApp(hostile);
  await submit(...STATES.map((id) => enteringState(id)));
});
afterAll(async () => {
  app.close();
  await closeHostile(hostile);
});

describe('an instrument', () => {
  it('that conflicts with an earlier one is refused, and names that one', async () => {
    const [, first = ''] = await submit(
      adopt('conflict'),
      deposit('conflict', 'AAA', '2001-01-01'),
    );
    expect(await refusalOf(deposit('conflict', 'AAA', '2002-01-01'))).toEqual({
      rule: 'bound-once',
      reason: `It consented on 2001-01-01, act ${first}.`,
      remedy: 'Correct that act if its date or kind is wrong.',
    });
    // Nor does an earlier day help: the later consent would then be the second.
    expect(await refusalOf(deposit('conflict', 'AAA', '2000-06-01'))).toMatchObject({
      rule: 'bound-once',
    });
    expect(await refusalOf(deposit('conflict', 'AAA', '2001-01-01'))).toMatchObject({
      rule: 'once',
      reason: expect.stringContaining(first),
    });
  });

  it('that comes out of order counts from its own day, not from when it was recorded', async () => {
    const days = { AAA: '2001-01-01', BBB: '2002-01-01', CCC: '2003-01-01' };
    const drafts = Object.entries(days).map(([actor, on]) => [actor, on] as const);
    await submit(
      adopt('ordered'),
      ...drafts.map(([actor, on]) => deposit('ordered', actor, on)),
      adopt('unordered'),
      ...drafts.toReversed().map(([actor, on]) => deposit('unordered', actor, on)),
    );
    for (const agreement of ['ordered', 'unordered']) {
      expect(await ask('entry-into-force', { agreement })).toMatchObject({ on: '2002-01-01' });
      expect(await ask('parties', { agreement }, '2002-06-01')).toMatchObject({
        rows: [{ actor: 'AAA' }, { actor: 'BBB' }],
      });
    }
    expect(await refusalOf(deposit('ordered', 'DDD', '1999-12-31'))).toMatchObject({
      rule: 'not-before-adoption',
    });
    expect(await refusalOf(deposit('ordered', 'DDD', '2999-01-01'))).toMatchObject({
      rule: 'not-in-the-future',
      reason: expect.stringContaining('2999-01-01'),
    });
  });
});

it('a withdrawal inside a lock is refused with the first day on which it may come', async () => {
  const lockedFor = { delay: { years: 3 }, from: 'agreement' as const };
  const withdrawal = { notice: { months: 12 }, lockedFor, citation: 'Article 28' };
  await submit(
    adopt('locked', adoption({ withdrawal })),
    deposit('locked', 'AAA', '2001-01-01'),
    deposit('locked', 'BBB', '2001-05-01'),
  );
  const leaving = (on: string): DraftAct => draft('withdraw', 'locked', { on }, { actor: 'AAA' });
  const refused = { rule: 'withdrawal-lock', reason: expect.stringContaining('2004-05-01') };
  expect(await refusalOf(leaving('2002-01-01'))).toMatchObject(refused);
  expect(await refusalOf(leaving('2004-04-30'))).toMatchObject(refused);
  expect(await ask('status', { agreement: 'locked', actor: 'AAA' })).toMatchObject({
    standing: 'party',
  });
  expect(await refusalOf(leaving('2004-05-01'))).toBe('admitted');
});

describe('an objection', () => {
  it('to a reservation that was withdrawn is refused, with the day and the act', async () => {
    const [, , , reservation = ''] = await submit(
      adopt('reserved'),
      deposit('reserved', 'AAA', '2001-01-01'),
      deposit('reserved', 'BBB', '2001-01-01'),
      draft(
        'reserve',
        'reserved',
        { on: '2001-01-01', provisions: ['art_1'], effect: 'excludes', text: words },
        { actor: 'AAA' },
      ),
    );
    const [withdrawn = ''] = await submit(
      draft(
        'withdraw-reservation',
        'reserved',
        { on: '2003-01-01', reservation },
        { actor: 'AAA' },
      ),
    );
    const objecting = (on: string): DraftAct =>
      draft('object', 'reserved', { on, reservation, text: words }, { actor: 'BBB' });
    expect(await refusalOf(objecting('2003-01-02'))).toMatchObject({
      rule: 'reservation-withdrawn',
      reason: `It was withdrawn on 2003-01-01, by ${withdrawn}.`,
    });
    // One that was made before, and recorded later, belongs to its own time.
    expect(await refusalOf(objecting('2002-01-01'))).toBe('admitted');
    const between = { agreement: 'reserved', one: 'AAA', other: 'BBB' };
    expect(await ask('relation', between)).toMatchObject({ outcome: 'in-force' });
  });
});

it('a reservation that the text prohibits is kept pending, with what is missing', async () => {
  const reservations = { policy: 'prohibited' as const, citation: 'Article 120' };
  await submit(
    adopt('prohibited', adoption({ reservations })),
    deposit('prohibited', 'AAA', '2001-01-01'),
    deposit('prohibited', 'BBB', '2001-01-01'),
    draft(
      'reserve',
      'prohibited',
      { on: '2001-01-01', provisions: ['art_1'], effect: 'excludes', text: words },
      { actor: 'AAA' },
    ),
  );
  const answer = await ask('relation', { agreement: 'prohibited', one: 'AAA', other: 'BBB' });
  expect(answer).toMatchObject({ outcome: 'pending' });
  expect(answer).toMatchObject({ terms: [{ state: 'awaiting-clarification' }] });
  expect(JSON.stringify(answer)).toContain('agreements.reservation-awaiting-clarification');
  const desk = await ask('desk', { section: 'clarify' });
  expect(desk).toMatchObject({ rows: [{ agreement: 'prohibited', actor: 'AAA' }] });
});

it('an amendment of an amendment never in force stands nowhere, with the reason', async () => {
  const amending = (parent: string) =>
    adoption({}, { kind: 'amendment', parent, adoptedOn: '2002-01-01' });
  await submit(
    adopt('amended'),
    deposit('amended', 'AAA', '2001-01-01'),
    deposit('amended', 'BBB', '2001-01-01'),
    adopt('never', amending('amended')),
    deposit('never', 'AAA', '2003-01-01'),
    adopt('beyond', amending('never')),
    deposit('beyond', 'AAA', '2003-01-01'),
    deposit('beyond', 'BBB', '2003-01-01'),
  );
  const pair = { agreement: 'amended', one: 'AAA', other: 'BBB' };
  const answer = await ask('version-between', pair);
  expect(answer).toMatchObject({ bound: true, rows: [] });
  expect(JSON.stringify(answer)).toContain('agreements.amendment-nowhere');
  expect(await refusalOf(adopt('orphan', amending('unheard-of')))).toMatchObject({
    rule: 'parent',
    remedy: 'Adopt that one first.',
  });
});

describe('Akoma Ntoso', () => {
  const HEAD = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">';
  const nested = (depth: number): string =>
    `${HEAD}<act>${'<part>'.repeat(depth)}${'</part>'.repeat(depth)}</act></akomaNtoso>`;
  const bytesOf = (size: number): string => `${HEAD}${' '.repeat(size)}</akomaNtoso>`;

  it.each([
    ['breaks off', `${HEAD}\n<act>\n<p>`, 422, 'line 3'],
    ['is no XML', 'Article 1', 422, 'line 1'],
    ['declares entities', `<!DOCTYPE a [<!ENTITY b "c">]>${HEAD}</akomaNtoso>`, 422, 'line 1'],
    ['is nested too deep', nested(DEPTH_MAX + 1), 422, `${DEPTH_MAX}`],
    ['has too many parts', `${HEAD}${'<p/>'.repeat(ELEMENTS_MAX + 1)}</akomaNtoso>`, 422, ''],
    ['is huge', bytesOf(API_BODY_BYTES_MAX), 413, `${API_BODY_BYTES_MAX}`],
  ])('that %s is refused with the place or the limit', async (_name, body, status, told) => {
    const before = await node.store.ledger();
    const response = await app.app.request('/api/agreements/akn/text?on=2024-01-01&source=Notes', {
      method: 'POST',
      body,
      headers: { ...BY_TOKEN, 'content-type': 'application/akn+xml' },
    });
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { reason: expect.stringContaining(told) },
    ]);
    expect(await node.store.ledger()).toBe(before);
  });
});

describe('a scan', () => {
  const upload = (body: string, type: string) =>
    app.app.request('/api/attachments', {
      method: 'POST',
      body,
      headers: { ...BY_TOKEN, 'content-type': type },
    });

  it.each([
    ['is a page said to be a PDF', '<html><script>alert(1)</script></html>', 'application/pdf'],
    ['is a PDF said to be an image', '%PDF-1.7\n%%EOF\n', 'image/png'],
    ['is a program said to be text', '\x7fELF\x00\x00\x00', 'text/plain'],
    ['is of no type that is taken', 'PK\x03\x04', 'application/zip'],
  ])('that %s is refused, with the types that are taken', async (_name, body, type) => {
    const response = await upload(body, type);
    expect([response.status, await response.json()]).toMatchObject([
      415,
      { rule: 'attachments.type', reason: expect.stringMatching(/\w/) },
    ]);
  });

  it('that an act calls something else is refused with what it is', async () => {
    const kept = await (await upload('%PDF-1.7\n%%EOF\n', 'application/pdf')).json();
    // An upload that was taken is told as an object.
    const document = { ...(kept as object), mediaType: 'image/png', name: 'a.png' };
    await submit(adopt('scanned'));
    const scanned = deposit('scanned', 'AAA', '2001-01-01', { document });
    expect(await refusalOf(scanned)).toMatchObject({
      reason: expect.stringContaining('application/pdf of 15 bytes'),
    });
  });
});

it('after all of this the record replays to the same rows and answers', async () => {
  const live = await everything();
  expect(live.size).toBeGreaterThan(agreements.questions.length * DAYS.length);
  await node.store.rebuild();
  const replayed = await everything();
  const changed = [...live].filter(([name, told]) => replayed.get(name) !== told);
  expect(changed.map(([name]) => name)).toEqual([]);
});
