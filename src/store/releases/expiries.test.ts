/** A release that ends on a day, on the originator's node and on another. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { releaseOf } from './questions.ts';

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

const standing = async (node: TestStore, act: string, asOf: string) => {
  const at = { viewer: { actors: ['KEN'] }, asOf, knownAt: null };
  const answer = await node.store.ask(releaseOf, { act }, at);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

const partsOf = async (node: TestStore, act: string): Promise<boolean[]> =>
  (await node.store.act(act, { actors: ['KEN'] }))?.signed.parts.map((part) => part !== null) ?? [];

async function rowsOf(node: TestStore, act: string): Promise<number> {
  const { rows } = await node.store.read({ actors: ['KEN'] }, (query) =>
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

  it('cannot be said of what others are verified by', async () => {
    const act = await one(note('kept', { marking: AMBER }));
    const end = await one(said('expire', { act, on: END, reason: 'Over.' }));
    const asked = said('expire', { act: end, on: END, reason: 'Over.' });
    expect(ruleOf((await origin.store.submit([asked]))[0])).toBe('releases.erasure');
  });
});
