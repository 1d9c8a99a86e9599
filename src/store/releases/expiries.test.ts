/** A release that ends on a day, on the originator's node and on another. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actId } from '../../kernel/act.ts';
import { markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { notesArea } from '../test-area.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  openTestStoreOf,
  ruleOf,
  takeAll,
  vouchFor,
} from '../test-store.ts';
import { releasesArea } from './area.ts';
import { letExpire } from './expiries.ts';
import { endedFor } from './given-no-more.ts';
import { releaseOf } from './questions.ts';
import type { ReleasedAct, Statement } from './statements.ts';

const AREAS = [notesArea, releasesArea];
const AMBER = markedFor('amber', [OPERATOR, 'KEN']);
const BEFORE = '2026-12-31';
const END = '2027-01-01';

let today = '2026-11-22';
const now = () => new Date(`${today}T12:00:00Z`);
let origin: TestStore;
let kenya: TestStore;
beforeAll(async () => {
  origin = await openTestStore({ areas: AREAS, now });
  kenya = await openTestStoreOf('KEN', { areas: AREAS, now });
  await vouchFor(origin, kenya);
  await vouchFor(kenya, origin);
}, 60_000);
afterAll(() => Promise.all([origin.close(), kenya.close()]));

const one = async (draft: DraftAct): Promise<string> =>
  admitted(await origin.store.submit([draft]))[0]?.id ?? '';

const said = (verb: string, payload: object): DraftAct => ({
  type: `releases.${verb}`,
  register: 'notes/common',
  actor: OPERATOR,
  payload,
  basis: { kind: 'signed' },
  marking: AMBER,
});

const standing = async (node: TestStore, act: string, asOf: string, actor = 'KEN') => {
  const at = { viewer: { actors: [actor] }, asOf, knownAt: null };
  const answer = await node.store.ask(releaseOf, { act }, at);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

const partsOf = async (node: TestStore, act: string, actor = 'KEN'): Promise<boolean[]> =>
  (await node.store.act(act, { actors: [actor] }))?.signed.parts.map((part) => part !== null) ?? [];

async function rowsOf(node: TestStore, act: string, actor = 'KEN'): Promise<number> {
  const { rows } = await node.store.read({ actors: [actor] }, (query) =>
    sql<{ rows: number }>`select count(*)::bigint as rows from notes_note
      where act = ${act}`.execute(query),
  );
  return rows[0]?.rows ?? 0;
}

describe('a release that ends on a day', () => {
  it('is kept by all before that day, and then only by originator and custodian', async () => {
    const act = await one(note('seasonal', { marking: AMBER }));
    const end = await one(said('expire', { act, on: END, reason: 'The season is over.' }));
    await takeAll(kenya, origin);
    today = BEFORE;
    expect(await letExpire(kenya.store, today)).toEqual([]);
    expect(await partsOf(kenya, act)).toEqual([true]);
    today = END;
    expect(await letExpire(origin.store, today)).toEqual([]);
    const [sent] = await letExpire(kenya.store, today);
    expect(sent).toMatchObject({ awaits: OPERATOR });
    // It is said once, also while the custodian has yet to admit it.
    expect(await letExpire(kenya.store, today)).toEqual([]);
    await takeAll(origin, kenya);
    await takeAll(kenya, origin);
    expect([await partsOf(kenya, act), await rowsOf(kenya, act)]).toEqual([[false], 0]);
    expect([await partsOf(origin, act), await rowsOf(origin, act)]).toEqual([[true], 1]);
    for (const node of [origin, kenya]) {
      expect(await standing(node, act, END)).toMatchObject({
        endsOn: END,
        hasEnded: true,
        destroyed: [{ actor: 'KEN' }],
      });
      expect(await standing(node, act, BEFORE)).toMatchObject({ endsOn: END, hasEnded: false });
    }
    expect(await letExpire(kenya.store, '2027-06-01')).toEqual([]);
    await kenya.store.rebuild();
    expect([await partsOf(kenya, act), await rowsOf(kenya, act)]).toEqual([[false], 0]);
    const early = { act, request: end, outcome: 'erased' };
    expect(ruleOf((await origin.store.submit([said('confirm-erasure', early)]))[0])).toBe(
      'releases.erasure',
    );
  });

  it('is put off by a later word, and not confirmed before its day', async () => {
    const act = await one(note('later', { marking: AMBER }));
    const first = await one(said('expire', { act, on: '2027-01-02', reason: 'Soon.' }));
    await one(said('expire', { act, on: '2027-03-01', reason: 'It is of use until spring.' }));
    await takeAll(kenya, origin);
    expect(await letExpire(kenya.store, '2027-02-28')).toEqual([]);
    const answer = { act, request: first, outcome: 'erased', ground: 'expired' };
    expect(ruleOf((await origin.store.submit([said('confirm-erasure', answer)]))[0])).toBe(
      'releases.erasure',
    );
    expect(await letExpire(kenya.store, '2027-03-02')).toMatchObject([
      { rule: { id: 'releases.erasure' } },
    ]);
  });

  it('is given to nobody else from that day on, without anybody doing anything', async () => {
    today = BEFORE;
    const act = await one(note('for a season', { marking: AMBER }));
    const stays = await one(note('for good', { marking: AMBER }));
    await one(said('expire', { act, on: END, reason: 'The season is over.' }));
    const given = async (actors: readonly string[], authors: readonly string[] = []) => {
      const viewer = { actors, authors };
      const [head] = (await origin.store.holdings.heads(viewer)).filter(
        ({ author, marking }) => author === OPERATOR && marking.level === 'amber',
      );
      const page = await origin.store.holdings.page(viewer, head?.stream ?? '', 1);
      return new Map(page.map(({ header, parts }) => [actId(header), parts[0] !== null]));
    };
    const both = (map: ReadonlyMap<string, boolean>) => [map.get(act), map.get(stays)];
    expect(both(await given(['KEN']))).toEqual([true, true]);
    today = END;
    const late = await given(['KEN']);
    expect(both(late)).toEqual([false, true]);
    // Its place stays, so that what comes after it can be taken.
    today = BEFORE;
    expect([...late.keys()]).toEqual([...(await given(['KEN'])).keys()]);
    today = END;
    expect(both(await given([OPERATOR]))).toEqual([true, true]);
    expect(both(await given(['KEN'], [OPERATOR]))).toEqual([true, true]);
  });

  it('takes the documents with it that only what ended names', async () => {
    today = BEFORE;
    const bytes = Buffer.from('a scan for a season');
    const known = await origin.store.attachments.keep(bytes, 'text/plain');
    if (isRefusal(known)) throw new Error(known.reason);
    const scan = { ...known, name: 'scan.txt' };
    const payload = (name: string) => ({ note: name, text: '', detail: { files: [{ scan }] } });
    const named = (name: string) => one(note(name, { payload: payload(name), marking: AMBER }));
    const found = async (actor: string) =>
      (await origin.store.attachments.find(scan.digest, { actors: [actor] })) !== null;
    const act = await named('scanned');
    await one(said('expire', { act, on: END, reason: 'The season is over.' }));
    expect([await found('KEN'), await found(OPERATOR)]).toEqual([true, true]);
    today = END;
    expect([await found('KEN'), await found(OPERATOR)]).toEqual([false, true]);
    await named('scanned again');
    expect(await found('KEN')).toBe(true);
  });

  it('is taken without its content by a node that asks after that day', async () => {
    const marking = markedFor('amber', [OPERATOR, 'NOR']);
    const late = await openTestStoreOf('NOR', { areas: AREAS, now });
    try {
      await vouchFor(late, origin);
      today = BEFORE;
      const act = await one(note('for late comers', { marking }));
      const end = { act, on: END, reason: 'The season is over.' };
      await one({ ...said('expire', end), marking });
      today = END;
      const after = await one(note('said after', { marking }));
      await takeAll(late, origin);
      const heldBy = (id: string) =>
        Promise.all([partsOf(late, id, 'NOR'), rowsOf(late, id, 'NOR')]);
      expect(await heldBy(act)).toEqual([[false], 0]);
      expect(await heldBy(after)).toEqual([[true], 1]);
      expect(await standing(late, act, END, 'NOR')).toMatchObject({
        endsOn: END,
        hasEnded: true,
      });
      expect(await letExpire(late.store, today)).toEqual([]);
    } finally {
      await late.close();
    }
  });

  it('cannot be said of what others are verified by', async () => {
    const act = await one(note('kept', { marking: AMBER }));
    const end = await one(said('expire', { act, on: END, reason: 'Over.' }));
    const asked = said('expire', { act: end, on: END, reason: 'Over.' });
    expect(ruleOf((await origin.store.submit([asked]))[0])).toBe('releases.erasure');
  });
});

describe('what ended for whom', () => {
  const header = { actor: 'FRA', author: 'legal-office' } as ReleasedAct['header'];
  // As much of an act as the rule looks at.
  const act = { id: 'a', header, custodian: OPERATOR } as ReleasedAct;
  const acts = new Map([['a', act]]);
  const on = (...days: string[]) =>
    days.map((day) => ({ kind: 'expire', of_act: 'a', on_day: day }) as Statement);
  const ended = (actors: string[], day: string, ...days: string[]) =>
    endedFor(acts, on(...days), { actors, today: day }).has('a');

  it.each([
    ['2026-12-31', false],
    ['2027-01-01', true],
    ['2027-01-02', true],
  ])('on %s, of what ends on 1 January 2027: %s', (day, expected) => {
    expect(ended(['KEN'], day, END)).toBe(expected);
  });

  it('is nothing for who released it, signed it or admitted it', () => {
    for (const keeper of ['FRA', 'legal-office', OPERATOR]) {
      expect(ended(['KEN', keeper], END, END)).toBe(false);
    }
    expect(ended([], END, END)).toBe(true);
  });

  it('goes by the last word', () => {
    expect(ended(['KEN'], END, END, '2027-06-01')).toBe(false);
    expect(ended(['KEN'], END, '2027-06-01', END)).toBe(true);
  });
});
