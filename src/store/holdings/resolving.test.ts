import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAct } from '../../kernel/act.ts';
import type { Taken } from '../../kernel/exchange.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { SignedAct } from '../../kernel/act.ts';
import { REGISTRY } from '../keys-area.ts';
import { TestSigner } from '../test-signer.ts';
import {
  OPERATOR,
  type TestStore,
  admitted,
  note,
  openTestStore,
  registerKey,
  ruleOf,
} from '../test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
  admitted(await test.store.submit([note('the register is open')]));
}, 60_000);
afterAll(async () => {
  await test.close();
});

function raise(): never {
  throw new Error('the test has no key');
}

const ELSEWHERE = { register: 'elsewhere/notes' };
const idOf = (signed: SignedAct): string => {
  const act = readAct(signed);
  return isRefusal(act) ? raise() : act.id;
};
const outcomes = (taken: readonly Taken[]) => taken.map(({ outcome }) => outcome);
const take = (acts: readonly SignedAct[]) => test.store.holdings.take(acts);
const headOf = async (stream: string): Promise<number> => {
  const heads = await test.store.holdings.heads({ actors: [] });
  return heads.find((end) => end.stream === stream)?.seq ?? 0;
};

interface Forked {
  readonly one: TestSigner;
  readonly other: TestSigner;
  readonly held: SignedAct;
  readonly twin: SignedAct;
}

/** A State whose stream forks at its second act; the held one stands here, with one after it. */
async function forked(actor: string, register = ELSEWHERE.register): Promise<Forked> {
  const one = new TestSigner(actor);
  await registerKey(test.store, actor, one.key);
  const first = one.note(`${actor}-1`, ELSEWHERE);
  const other = one.twin();
  const held = one.note(`${actor}-held`, { register });
  const twin = other.note(`${actor}-twin`, ELSEWHERE);
  const after = one.note(`${actor}-after`, ELSEWHERE);
  await take([first, held, after]);
  expect(outcomes(await take([twin]))).toEqual(['forked']);
  return { one, other, held, twin };
}

const said = (stream: string, keep: SignedAct, drop: SignedAct) => ({
  stream,
  seq: 2,
  keep: idOf(keep),
  drop: idOf(drop),
  reason: 'A copy of the node ran beside it.',
});

/** The operator's own act on a fork. */
const resolve = async (payload: ReturnType<typeof said>) =>
  (
    await test.store.submit([
      {
        type: 'streams.resolve',
        register: REGISTRY,
        actor: OPERATOR,
        payload,
        basis: { kind: 'signed' },
      },
    ])
  )[0];

const RULING = { type: 'streams.resolve', register: REGISTRY };

describe('a fork that is resolved by name', () => {
  it('lets the stream go on from the act that is kept, where it stands here', async () => {
    const { one, held, twin } = await forked('AUT');
    expect(outcomes(await take([one.note('AUT-4', ELSEWHERE)]))).toEqual(['rejected']);
    admitted([(await resolve(said('AUT/clear', held, twin))) ?? raise()]);
    const more = { ...ELSEWHERE, seq: 4, prev: await lastOf('AUT') };
    const again = one.compose({ note: 'AUT-4', text: '' }, more);
    expect(outcomes(await take([again.signed]))).toEqual(['kept']);
    const [dropped] = await take([twin]);
    expect(dropped).toMatchObject({ refusal: { rule: { id: 'stream.dropped' } } });
  });

  it('moves aside what followed the act that is dropped, and takes the other branch', async () => {
    const { other, held, twin } = await forked('BEL');
    expect(await headOf('BEL/clear')).toBe(3);
    admitted([(await resolve(said('BEL/clear', twin, held))) ?? raise()]);
    expect(await headOf('BEL/clear')).toBe(1);
    expect(outcomes(await take([held]))).toEqual(['rejected']);
    expect(outcomes(await take([twin, other.note('BEL-3', ELSEWHERE)]))).toEqual(['kept', 'kept']);
  });

  it('may be followed from the author, whose act comes with the branch it keeps', async () => {
    const { other, held, twin } = await forked('CZE');
    const ruling = other.next(said('CZE/clear', twin, held), RULING).signed;
    expect(outcomes(await take([twin, ruling]))).toEqual(['kept', 'kept']);
    expect((await test.store.holdings.rulings?.({ actors: [] }))?.map(idOf)).toContain(
      idOf(ruling),
    );
  });

  it('is not resolved by an act of somebody else, or with a key that counts no more', async () => {
    const { other, held, twin } = await forked('DNK');
    const stranger = new TestSigner('EST');
    await registerKey(test.store, 'EST', stranger.key);
    const false1 = stranger.next(said('DNK/clear', twin, held), RULING).signed;
    await take([false1]);
    const ruling = other.next(said('DNK/clear', twin, held), RULING).signed;
    const key = other.key.id;
    const revoke = { type: 'keys.revoke', register: REGISTRY, actor: 'DNK', payload: { key } };
    admitted(
      await test.store.submit([{ ...revoke, basis: { kind: 'recorded', source: 'A note' } }]),
    );
    await take([ruling]);
    expect(await headOf('DNK/clear')).toBe(3);
    expect(outcomes(await take([twin]))).toEqual(['forked']);
  });

  it('stays closed for another act at the same place', async () => {
    const { one, other, held, twin } = await forked('FIN');
    const third = other.compose({ note: 'third', text: '' }, { seq: 2, prev: await prevOf(held) });
    expect(outcomes(await take([third.signed]))).toEqual(['forked']);
    admitted([(await resolve(said('FIN/clear', held, twin))) ?? raise()]);
    const next = one.note('FIN-4', ELSEWHERE);
    expect(await take([next])).toMatchObject([{ refusal: { rule: { id: 'stream.quarantine' } } }]);
    admitted([(await resolve(said('FIN/clear', held, third.signed))) ?? raise()]);
    expect(outcomes(await take([next]))).toEqual(['kept']);
  });

  it('is refused without a proof, for one act twice, and twice over', async () => {
    const { held, twin } = await forked('GRC');
    const unknown = { ...said('GRC/clear', held, twin), drop: 'f'.repeat(64) };
    const same = said('GRC/clear', held, held);
    const right = said('GRC/clear', held, twin);
    const rules = [];
    for (const one of [unknown, same, right, right]) rules.push(ruleOf(await resolve(one)));
    expect(rules.filter((id) => id === 'streams.resolve')).toHaveLength(3);
    expect(rules[2]).toContain('"ledger"');
  });

  it('is refused where what follows the dropped act was admitted here', async () => {
    const { held, twin } = await forked('HRV', 'notes/common');
    const receipt = await resolve(said('HRV/clear', twin, held));
    expect(receipt).toMatchObject({ rule: { id: 'streams.resolve' } });
    expect(JSON.stringify(receipt)).toContain('admitted here');
  });

  it('gives the operator the last word on its own node, and is the same when rebuilt', async () => {
    const { one, other, held, twin } = await forked('IRL');
    admitted([(await resolve(said('IRL/clear', twin, held))) ?? raise()]);
    admitted([(await resolve(said('IRL/clear', held, twin))) ?? raise()]);
    await test.store.rebuild();
    expect(outcomes(await take([twin]))).toEqual(['rejected']);
    expect(outcomes(await take([held]))).toEqual(['kept']);
    expect(one.actor).toBe(other.actor);
  });

  it('counts nowhere else where only an operator said it', async () => {
    const { held, twin } = await forked('ITA');
    admitted([(await resolve(said('ITA/clear', held, twin))) ?? raise()]);
    const given = await test.store.holdings.rulings?.({ actors: [] });
    const streams = (given ?? []).map(({ header }) => Buffer.from(header).toString());
    expect(streams.filter((header) => header.includes(OPERATOR))).toEqual([]);
  });

  it('names no stream to those who may not see it', async () => {
    const { held, twin } = await forked('LUX');
    const named = { ...said('LUX/clear', held, twin), stream: `LUX/${'a'.repeat(32)}` };
    expect(await resolve(named)).toMatchObject({ rule: { id: 'streams.resolve' } });
  });
});

async function lastOf(author: string): Promise<string | null> {
  const heads = await test.store.holdings.heads({ actors: [] });
  return heads.find((end) => end.author === author)?.last ?? null;
}

function prevOf(signed: SignedAct): Promise<string | null> {
  const act = readAct(signed);
  return Promise.resolve(isRefusal(act) ? null : act.header.prev);
}
