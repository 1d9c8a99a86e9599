/** A released act, released to more: the same act, provable, and nothing more than it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriedJson } from '../../kernel/carried.ts';
import { publicKeyOf } from '../../kernel/key.ts';
import { type Marking, markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { verifyAct } from '../../kernel/sign.ts';
import type { DraftAct } from '../../kernel/submission.ts';
import { notesArea } from '../test-area.ts';
import {
  OPERATOR,
  type TestStore,
  note,
  openTestStore,
  openTestStoreOf,
  ruleOf,
  takeAll,
  vouchFor,
} from '../test-store.ts';
import { releasesArea } from './area.ts';
import { releaseOf } from './questions.ts';

const AREAS = [notesArea, releasesArea];
const RED = markedFor('red', [OPERATOR]);
const GREEN = markedFor('green', [OPERATOR, 'KEN']);
const KENYA = { actors: ['KEN'] };

let origin: TestStore;
let kenya: TestStore;
beforeAll(async () => {
  origin = await openTestStore({ areas: AREAS });
  kenya = await openTestStoreOf('KEN', { areas: AREAS });
  await vouchFor(origin, kenya);
  await vouchFor(kenya, origin);
  await one(note('first'));
}, 60_000);
afterAll(() => Promise.all([origin.close(), kenya.close()]));

async function one(draft: DraftAct): Promise<string> {
  const [receipt] = await origin.store.submit([draft]);
  if (receipt === undefined || isRefusal(receipt)) throw new Error(ruleOf(receipt));
  return receipt.id;
}

const secret = (name: string): DraftAct =>
  note(name, {
    marking: RED,
    payload: { note: name, text: `canary-${name}`, annex: `annex-${name}` },
    narrower: [{ marking: RED, members: ['annex'] }],
  });

/** A downgrade as its originator drafts it. */
async function downgrade(act: string, more: { marking?: Marking; actor?: string } = {}) {
  const recorded = await origin.store.act(act, { actors: [OPERATOR] });
  if (!recorded) throw new Error('no such act');
  const original = carriedJson(recorded.header, recorded.signed);
  return {
    type: 'releases.downgrade',
    register: 'notes/common',
    actor: OPERATOR,
    payload: { act, reason: 'It is public.', original },
    basis: { kind: 'signed' },
    marking: GREEN,
    ...more,
  } satisfies DraftAct;
}

/** The rows that a viewer may see which hold a word, without their places. */
async function rowsWith(node: TestStore, word: string, actors: readonly string[]) {
  return node.store.read({ actors }, async (query) => {
    const all = await Promise.all(
      ['notes_note', 'notes_annex'].map((table) =>
        sql<{ row: string }>`select (to_jsonb(one) - 'ledger' - 'position' - 'recorded_at'
            - 'audience')::text as row from ${sql.table(table)} as one
          where one::text like ${`%${word}%`} order by 1`.execute(query),
      ),
    );
    return all.flatMap(({ rows }) => rows.map(({ row }) => row));
  });
}

const standing = async (node: TestStore, act: string) => {
  const at = { viewer: KENYA, asOf: '2027-02-01', knownAt: null };
  const answer = await node.store.ask(releaseOf, { act }, at);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

describe('a downgrade', () => {
  it('shows to the new audience what before it nobody of them could see', async () => {
    const act = await one(secret('opened'));
    await takeAll(kenya, origin);
    expect(await rowsWith(origin, 'opened', ['KEN'])).toEqual([]);
    expect(await rowsWith(kenya, 'opened', ['KEN'])).toEqual([]);
    expect(await origin.store.act(act, KENYA)).toBeNull();
    const by = await one(await downgrade(act));
    await takeAll(kenya, origin);
    for (const node of [origin, kenya]) {
      const rows = await rowsWith(node, 'canary-opened', ['KEN']);
      expect(rows).toHaveLength(1);
      expect(await rowsWith(node, 'annex-opened', ['KEN'])).toEqual([]);
      expect((await standing(node, act)).downgrades).toMatchObject([
        { act: by, actor: OPERATOR, reason: 'It is public.', marking: GREEN },
      ]);
    }
    expect(await rowsWith(kenya, 'opened', ['KEN'])).toEqual(
      await rowsWith(origin, 'opened', ['KEN']),
    );
  });

  it('is provable as the same act by those who have it only so', async () => {
    const act = await one(secret('proven'));
    await one(await downgrade(act));
    await takeAll(kenya, origin);
    const read = await kenya.store.act(act, KENYA);
    if (!read) throw new Error('the act is not there');
    const verified = verifyAct(read.signed, () => publicKeyOf(read.publicKey));
    expect(isRefusal(verified) ? verified.reason : verified.id).toBe(act);
    expect(read.payload).toEqual({ note: 'proven', text: 'canary-proven' });
    expect(read.signed.parts.map((part) => part !== null)).toEqual([true, false]);
  });

  it('gives the same rows when they are made anew', async () => {
    const act = await one(secret('again'));
    await one(await downgrade(act));
    await takeAll(kenya, origin);
    const all = [OPERATOR, 'KEN'];
    const before = [await rowsWith(origin, 'again', all), await rowsWith(kenya, 'again', all)];
    await origin.store.rebuild();
    await kenya.store.rebuild();
    expect([await rowsWith(origin, 'again', all), await rowsWith(kenya, 'again', all)]).toEqual(
      before,
    );
    expect(before.map((rows) => rows.length)).toEqual([3, 1]);
  });

  it('is its originator’s, for more than before, and carries the act as signed', async () => {
    const act = await one(secret('refused'));
    const other = await one(secret('other'));
    const good = await downgrade(act);
    const { original: foreign } = (await downgrade(other)).payload;
    const { original } = good.payload;
    const bare = { ...(original as object), parts: [null, null] };
    const wrong = { ...(original as object), signature: 'AAAA' };
    const told = await origin.store.submit([
      { ...good, marking: RED },
      { ...good, marking: markedFor('green', ['KEN']) },
      { ...good, marking: markedFor('red', [OPERATOR]) },
      { ...good, payload: { ...good.payload, original: foreign } },
      { ...good, payload: { ...good.payload, original: bare } },
      { ...good, payload: { ...good.payload, original: wrong } },
      { ...good, actor: 'KEN', basis: { kind: 'recorded', source: 'A letter' } },
      good,
    ]);
    expect(told.map((one) => (one && isRefusal(one) ? ruleOf(one) : 'admitted'))).toEqual([
      ...Array.from({ length: 6 }, () => 'releases.downgrade'),
      'releases.originator',
      'admitted',
    ]);
  });

  it('is refused of a kind that its area would count twice', async () => {
    await one(secret('struck'));
    const strike = { ...note('struck'), type: 'notes.strike', payload: { note: 'struck' } };
    const act = await one({ ...strike, marking: RED });
    expect(ruleOf((await origin.store.submit([await downgrade(act)]))[0])).toBe('act.carried');
  });

  it('can be erased in turn, and then its rows go, and those of the original stay', async () => {
    const act = await one(secret('closed'));
    const by = await one(await downgrade(act));
    const about = { register: 'notes/common', actor: OPERATOR, basis: SIGNED, marking: GREEN };
    const request = await one({
      ...about,
      type: 'releases.request-erasure',
      payload: { act: by, parts: [0], reason: 'It was released in error.' },
    });
    expect(await rowsWith(origin, 'canary-closed', ['KEN'])).toHaveLength(1);
    await one({
      ...about,
      type: 'releases.confirm-erasure',
      payload: { act: by, request, outcome: 'erased' },
    });
    expect(await rowsWith(origin, 'closed', ['KEN'])).toEqual([]);
    expect(await origin.store.act(act, KENYA)).toBeNull();
    expect(await rowsWith(origin, 'closed', [OPERATOR])).toHaveLength(2);
  });
});

const SIGNED = { kind: 'signed' } as const;
