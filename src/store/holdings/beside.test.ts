/** Admissions of one branch of a fork, where the other branch stands; and what authors get back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedAct, readAct } from '../../kernel/act.ts';
import type { Taken } from '../../kernel/exchange.ts';
import { markedFor } from '../../kernel/marking.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { noteTable } from '../test-area.ts';
import { TestSigner } from '../test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  openTestStoreOf,
  registerKey,
  vouchFor,
} from '../test-store.ts';
import { BESIDE_ACTS_MAX } from './beside.ts';

let custodian: TestStore;
let france: TestStore;
let reader: TestStore;

const keyOf = (node: TestStore, actor: string) => {
  const key = node.keys.held.get(actor);
  if (!key) throw new Error(`no key of ${actor}`);
  return key;
};

beforeAll(async () => {
  custodian = await openTestStore();
  france = await openTestStoreOf('FRA');
  reader = await openTestStoreOf('KEN');
  await vouchFor(custodian, france);
  await vouchFor(france, custodian);
  await vouchFor(reader, custodian);
  admitted(await custodian.store.submit([note('the register is open')]));
}, 60_000);
afterAll(async () => {
  await Promise.all([custodian, france, reader].map((node) => node.close()));
});

const outcomes = (taken: readonly Taken[]) => taken.map(({ outcome }) => outcome);

/** Gives one node all of a stream that it may see of another's. */
async function carry(from: TestStore, to: TestStore, stream: string): Promise<readonly Taken[]> {
  const viewer = { actors: [to.store.operator], authors: [to.store.operator] };
  return to.store.holdings.take(await from.store.holdings.page(viewer, stream, 1));
}

const rows = (node: TestStore) =>
  node.store.read({ actors: [] }, (query) =>
    query
      .selectFrom(noteTable.name)
      .select(['note', 'author', 'position', 'act'])
      .orderBy('note')
      .execute(),
  );

/** A State whose stream forks: one branch for the custodian, the other for the reader. */
async function twins(actor: string): Promise<[TestSigner, TestSigner]> {
  const one = new TestSigner(actor);
  await registerKey(custodian.store, actor, one.key);
  await registerKey(reader.store, actor, one.key);
  return [one, one.twin()];
}

describe('a custodian that admitted one branch of a fork', () => {
  it('is followed by who holds the other, to the same rows, also after a rebuild', async () => {
    const [one, other] = await twins('AUT');
    const branch = [one.note('AUT-1'), one.note('AUT-2'), one.note('AUT-3')];
    await reader.store.holdings.take([other.note('AUT-else')]);
    expect(outcomes(await custodian.store.holdings.take(branch))).toEqual(
      branch.map(() => 'admitted'),
    );

    const early = await carry(custodian, reader, `${OPERATOR}/clear`);
    expect(outcomes(early)).toContain('waiting');
    expect(outcomes(await carry(custodian, reader, 'AUT/clear'))).toEqual([
      'forked',
      'rejected',
      'rejected',
    ]);
    expect(outcomes(await carry(custodian, reader, `${OPERATOR}/clear`))).not.toContain('waiting');
    expect(await rows(reader)).toEqual(await rows(custodian));
    await reader.store.rebuild();
    expect(await rows(reader)).toEqual(await rows(custodian));
    // The branch that the reader holds stays as it was, and is closed.
    const heads = await reader.store.holdings.heads({ actors: [] });
    expect(heads.find(({ author }) => author === 'AUT')).toMatchObject({ seq: 1 });
    expect(outcomes(await reader.store.holdings.take([other.note('AUT-more')]))).toEqual([
      'rejected',
    ]);
    const forks = await reader.store.holdings.forks({ actors: [] });
    expect(forks.filter(({ stream }) => stream === 'AUT/clear')).toHaveLength(1);
  });

  it('is followed also where it refused an act of the other branch', async () => {
    const [one, other] = await twins('BEL');
    await reader.store.holdings.take([other.note('BEL-else')]);
    const refused = one.note('AUT-1');
    expect(outcomes(await custodian.store.holdings.take([refused]))).toEqual(['refused']);
    await carry(custodian, reader, 'BEL/clear');
    expect(outcomes(await carry(custodian, reader, `${OPERATOR}/clear`))).not.toContain('waiting');
    const act = readAct(refused);
    if (isRefusal(act)) throw new Error(act.reason);
    expect((await reader.store.act(act.id, { actors: [] }))?.admission).toBe(null);
  });
});

describe('a part that was withheld on the way', () => {
  const annexes = async () =>
    reader.store.read({ actors: ['KEN'] }, (query) =>
      query.selectFrom('notes_annex').select('annex').where('note', '=', 'stripped').execute(),
    );

  it('is filled in when the act comes again with it, also after a rebuild', async () => {
    const payload = { note: 'stripped', text: 'for all', annex: 'for Kenya' };
    const narrower = [{ marking: markedFor('red', ['KEN']), members: ['annex'] }];
    const held = await reader.store.holdings.heads({ actors: ['KEN'] });
    const from = held.find(({ stream }) => stream === `${OPERATOR}/clear`)?.seq ?? 1;
    admitted(await custodian.store.submit([note('stripped', { payload, narrower })]));
    const page = await custodian.store.holdings.page(
      { actors: ['KEN'] },
      `${OPERATOR}/clear`,
      from,
    );
    const stripped = page.map((act) => ({
      ...act,
      parts: act.parts.map((part, at) => (at === 0 ? part : null)),
    }));
    await reader.store.holdings.take(stripped);
    expect(await rows(reader)).toEqual(await rows(custodian));
    expect(await annexes()).toEqual([]);
    await reader.store.holdings.take(page);
    expect(await annexes()).toEqual([{ annex: 'for Kenya' }]);
    await reader.store.rebuild();
    expect(await annexes()).toEqual([{ annex: 'for Kenya' }]);
    // Once more changes nothing, and who strips it again takes nothing away.
    await reader.store.holdings.take([...page, ...stripped]);
    expect(await annexes()).toEqual([{ annex: 'for Kenya' }]);
  });
});

describe('what an author signed for others only', () => {
  const marking = markedFor('red', [OPERATOR]);
  const streamFor = async (actors: string[]) =>
    (await custodian.store.holdings.heads({ actors, authors: actors })).filter(
      (end) => end.author === 'FRA' && end.marking.level === 'red',
    );

  it('comes back to the author, and to nobody else', async () => {
    const payload = { note: 'for one', text: 'canary' };
    const signer = new TestSigner('FRA');
    signer.key = keyOf(france, 'FRA');
    const taken = await custodian.store.holdings.take([signer.next(payload, { marking }).signed]);
    expect(outcomes(taken)).toEqual(['admitted']);
    expect(await streamFor(['KEN'])).toEqual([]);
    const [end] = await streamFor(['FRA']);
    expect(end).toMatchObject({ seq: 1 });
    const stream = end?.stream ?? '';
    expect(await custodian.store.holdings.page({ actors: ['KEN'] }, stream, 1)).toEqual([]);
    expect(outcomes(await carry(custodian, france, stream))).toEqual(['kept']);
    expect(outcomes(await reader.store.holdings.take([signer.note('x', { marking })]))).toEqual([
      'rejected',
    ]);
  });
});

describe('a fork without end', () => {
  it('fills no disk: of its acts not all are kept', async () => {
    const [one, other] = await twins('CHE');
    await reader.store.holdings.take([other.note('CHE-else')]);
    const branch: SignedAct[] = [];
    for (let at = 1; at <= BESIDE_ACTS_MAX + 1; at += 1) branch.push(one.note(`CHE-${at}`));
    await reader.store.holdings.take(branch);
    await custodian.store.holdings.take(branch);
    const followed = await carry(custodian, reader, `${OPERATOR}/clear`);
    expect(followed.at(-1)).toMatchObject({ outcome: 'waiting' });
  }, 60_000);
});
