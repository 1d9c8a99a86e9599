/** Recall, expiry and erasure of a released act, on one node and between two. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { markedFor } from '../../kernel/marking.ts';
import { publicKeyOf } from '../../kernel/key.ts';
import { verifyAct } from '../../kernel/sign.ts';
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
import { releaseOf, unanswered } from './questions.ts';

const AREAS = [notesArea, releasesArea];
const FOR_TWO = markedFor('amber', [OPERATOR, 'KEN']);
const EVERYBODY = { actors: [OPERATOR, 'KEN'] };

let origin: TestStore;
let kenya: TestStore;
beforeAll(async () => {
  origin = await openTestStore({ areas: AREAS });
  kenya = await openTestStoreOf('KEN', { areas: AREAS });
  await vouchFor(origin, kenya);
  await vouchFor(kenya, origin);
}, 60_000);
afterAll(() => Promise.all([origin.close(), kenya.close()]));

const said = (verb: string, payload: object, more: Partial<DraftAct> = {}): DraftAct => ({
  type: `releases.${verb}`,
  register: 'notes/common',
  actor: OPERATOR,
  payload,
  basis: { kind: 'signed' },
  marking: FOR_TWO,
  ...more,
});

const one = async (node: TestStore, draft: DraftAct): Promise<string> => {
  const [receipt] = await node.store.submit([draft]);
  if (receipt === undefined || isRefusal(receipt)) throw new Error(ruleOf(receipt));
  return receipt.id;
};

const released = (name: string, more: object = {}): DraftAct =>
  note(name, {
    marking: FOR_TWO,
    payload: { note: name, text: `canary-${name}`, annex: `annex-${name}`, ...more },
    narrower: [{ marking: markedFor('red', [OPERATOR, 'KEN']), members: ['annex'] }],
  });

const ask = async (node: TestStore, act: string) => {
  const at = { viewer: EVERYBODY, asOf: '2027-02-01', knownAt: null };
  const answer = await node.store.ask(releaseOf, { act }, at);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

/** Rows of a table that rest on an act, as text. */
async function rowsOf(node: TestStore, act: string): Promise<string[]> {
  return node.store.read(EVERYBODY, async (query) => {
    const all = await Promise.all(
      ['notes_note', 'notes_annex'].map((table) =>
        sql<{ row: string }>`select one::text as row from ${sql.table(table)} as one
          where act = ${act}`.execute(query),
      ),
    );
    return all.flatMap(({ rows }) => rows.map(({ row }) => row));
  });
}

/** Whether header and signature of an act still hold, and which of its parts are at hand. */
async function proofOf(node: TestStore, act: string) {
  const recorded = await node.store.act(act, EVERYBODY);
  if (!recorded) throw new Error('the act is gone');
  const verified = verifyAct(recorded.signed, () => publicKeyOf(recorded.publicKey));
  return {
    holds: !isRefusal(verified) && verified.id === act,
    parts: recorded.signed.parts.map((part) => part !== null),
  };
}

describe('a recall', () => {
  it('is said by the originator to those who have the act, and to nobody else', async () => {
    const act = await one(origin, released('recalled'));
    const recall = said('recall', { act, reason: 'The source withdrew it.' });
    const refused = [
      said('recall', { act, reason: 'x' }, { marking: markedFor('amber', [OPERATOR]) }),
      said('recall', { act: '0'.repeat(64), reason: 'x' }),
      said('recall', { act, reason: 'x' }, { actor: 'KEN', basis: RECORDED }),
    ];
    expect((await origin.store.submit(refused)).map(ruleOf)).toEqual([
      'releases.same-audience',
      'releases.known',
      'releases.originator',
    ]);
    const id = await one(origin, recall);
    expect((await ask(origin, act)).recalls).toMatchObject([{ act: id, actor: OPERATOR }]);
    await takeAll(kenya, origin);
    expect((await ask(kenya, act)).recalls).toHaveLength(1);
  });

  it('and an end on a day are told as of the day', async () => {
    const act = await one(origin, released('ending'));
    await one(origin, said('expire', { act, on: '2027-02-01', reason: 'It is over.' }));
    expect(await ask(origin, act)).toMatchObject({ endsOn: '2027-02-01', hasEnded: true });
    const at = { viewer: EVERYBODY, asOf: '2027-01-31', knownAt: null };
    expect(await origin.store.ask(releaseOf, { act }, at)).toMatchObject({ hasEnded: false });
  });
});

const RECORDED = { kind: 'recorded', source: 'A letter' } as const;

describe('an erasure', () => {
  it('is confirmed by each holder, whose bytes and rows then go; every proof stays', async () => {
    const act = await one(origin, released('erased'));
    await takeAll(kenya, origin);
    expect(await rowsOf(kenya, act)).toHaveLength(2);
    const asked = { act, parts: [0, 1], reason: 'It names a patient.' };
    const request = await one(origin, said('request-erasure', asked));
    expect((await ask(origin, act)).requests).toMatchObject([
      { unanswered: ['KEN', OPERATOR], finding: { value: 2 } },
    ]);
    await takeAll(kenya, origin);
    const answer = { act, request, outcome: 'erased' };
    const sent = said('confirm-erasure', answer, { actor: 'KEN', author: 'KEN' });
    await one(kenya, sent);
    await one(origin, said('confirm-erasure', answer));
    expect(await rowsOf(origin, act)).toEqual([]);
    expect(await proofOf(origin, act)).toEqual({ holds: true, parts: [false, false] });
    // Kenya’s receipt has no effect before the custodian has admitted it.
    expect(await proofOf(kenya, act)).toEqual({ holds: true, parts: [true, true] });
    await takeAll(origin, kenya);
    expect((await ask(origin, act)).requests).toMatchObject([{ unanswered: [] }]);
    await takeAll(kenya, origin);
    expect(await proofOf(kenya, act)).toEqual({ holds: true, parts: [false, false] });
    expect(await rowsOf(kenya, act)).toEqual([]);
    for (const node of [origin, kenya]) {
      const bytes = await node.store.read(EVERYBODY, (query) =>
        sql<{ erased: number }>`select count(*)::bigint as erased from act_parts
          where act = ${act} and erased_at is not null and salt is null`.execute(query),
      );
      expect(bytes.rows[0]?.erased).toBe(2);
    }
  });

  it('of one part leaves the others and their rows, and rebuilding gives the same', async () => {
    const act = await one(origin, released('in-part'));
    await one(origin, note('beside'));
    const asked = { act, parts: [1], reason: 'The annex names a source.' };
    const request = await one(origin, said('request-erasure', asked));
    await one(origin, said('confirm-erasure', { act, request, outcome: 'erased' }));
    expect(await proofOf(origin, act)).toEqual({ holds: true, parts: [true, false] });
    const live = await rowsOf(origin, act);
    expect([live.length, live.join().includes('annex-in-part')]).toEqual([1, false]);
    await origin.store.rebuild();
    expect(await rowsOf(origin, act)).toEqual(live);
  });

  it('takes with it a document that nothing else names', async () => {
    const kept = await origin.store.attachments.keep(
      Buffer.from('%PDF-1.7\nerased\n%%EOF\n'),
      'application/pdf',
    );
    if (isRefusal(kept)) throw new Error(kept.reason);
    const detail = { document: { ...kept, name: 'a.pdf' } };
    const act = await one(origin, released('documented', { detail }));
    const found = () => origin.store.attachments.find(kept.digest, EVERYBODY);
    expect(await found()).not.toBeNull();
    const request = await one(origin, said('request-erasure', { act, parts: [0], reason: 'x' }));
    await one(origin, said('confirm-erasure', { act, request, outcome: 'erased' }));
    expect(await found()).toBeNull();
    expect(await origin.store.attachments.atHand([kept.digest])).toEqual(new Map());
    // Nothing names it any more, so that it is not fetched from elsewhere again.
    expect(await origin.store.attachments.lacks(kept.digest)).toBe(false);
  });

  it('may be refused with a reason, and who has not answered is told', async () => {
    const act = await one(origin, released('kept'));
    const request = await one(origin, said('request-erasure', { act, parts: [0], reason: 'x' }));
    const bare = said('confirm-erasure', { act, request, outcome: 'refused' });
    expect(ruleOf((await origin.store.submit([bare]))[0])).toBe('act.payload');
    const refusing = { act, request, outcome: 'refused', reason: 'It is evidence in court.' };
    await one(origin, said('confirm-erasure', refusing));
    expect((await proofOf(origin, act)).parts).toEqual([true, true]);
    const at = { viewer: EVERYBODY, asOf: '2026-12-01', knownAt: null };
    const told = await origin.store.ask(unanswered, {}, at);
    expect(told).toMatchObject({
      rows: expect.arrayContaining(
        [{ act, request, actor: 'KEN' }].map((row) => expect.objectContaining(row)),
      ),
    });
  });

  it('is asked for by the originator, or under a law by the custodian; never of keys', async () => {
    const act = await one(kenya, { ...released('of-kenya'), actor: 'KEN', author: 'KEN' });
    await takeAll(origin, kenya);
    const asked = { act, parts: [0], reason: 'x' };
    const late = { act, parts: [2], reason: 'x', legalBasis: 'A law' };
    const none = { act, request: '0'.repeat(64), outcome: 'erased' };
    const told = await origin.store.submit([
      said('request-erasure', asked),
      said('request-erasure', late),
      said('confirm-erasure', none),
      said('request-erasure', { ...asked, legalBasis: 'Regulation (EU) 2016/679, Art. 17' }),
    ]);
    expect(told.slice(0, 3).map(ruleOf)).toEqual([
      'releases.originator',
      'releases.erasure',
      'releases.erasure',
    ]);
    expect(admitted(told.slice(3))).toHaveLength(1);
  });
});
