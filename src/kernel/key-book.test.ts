import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActOf, Header } from './act.ts';
import { AUTHORITY_REGISTER, type KeyPayload, RECOVERY_KEYS_MAX } from './authority-acts.ts';
import {
  type KeyBook,
  emptyKeyBook,
  isKey,
  judgeKeyAct,
  recoveringKey,
  settleKeyAct,
} from './key-book.ts';
import { type SigningKey, generateKey } from './key.ts';
import { RECOVERY_RULE, approve } from './key-recovery.ts';
import { KEY_RULE, judgeAuthority } from './mandate.ts';
import { CLEAR } from './marking.ts';

const [FIRST, SECOND, THIRD] = [generateKey(), generateKey(), generateKey()];
const POOL = [FIRST, SECOND, THIRD, generateKey(), generateKey(), generateKey()];
const RECOVERY = [generateKey(), generateKey(), generateKey()];

const text = (key: SigningKey): string => Buffer.from(key.publicBytes).toString('base64url');
const POLICY = { keys: RECOVERY.map(text), threshold: 2 };

let made = 0;
/** An act on France's keys, or another's, signed with a key. */
function act(
  type: string,
  payload: KeyPayload,
  key: SigningKey,
  more: Partial<Header> = {},
): ActOf<KeyPayload> {
  made += 1;
  const header: Header = {
    network: 'concord',
    type: `keys.${type}`,
    author: 'FRA',
    actor: 'FRA',
    key: key.id,
    mandate: null,
    basis: { kind: 'signed' },
    stream: 'FRA/clear',
    seq: made,
    prev: null,
    parents: [],
    register: AUTHORITY_REGISTER,
    effectiveOn: null,
    issuedAt: '2026-01-17T09:30:00.000Z',
    marking: CLEAR,
    parts: [{ digest: '0'.repeat(64) }],
    ...more,
  };
  return { id: made.toString(16).padStart(64, '0'), header, payload };
}

/** The same act, with the approvals of these recovery keys at the book's end. */
function approved(book: KeyBook, one: ActOf<KeyPayload>, keys: readonly SigningKey[]) {
  const { network, actor, type } = one.header;
  const after = book.lastKeyActs.get(actor) ?? '';
  const statement = { network, actor, type, after, payload: one.payload };
  const approvals = keys.map((key) => approve(statement, key));
  return { ...one, payload: { ...one.payload, approvals } };
}

/** The next act at a place, as a custodian takes it: by its key, then by what it says. */
function take(book: KeyBook, one: ActOf<KeyPayload>, place: number): string | null {
  const recovered = recoveringKey(book, one, place);
  if (recovered !== null && !isKey(recovered)) return recovered.rule.id;
  const key = recovered ?? book.keys.get(one.header.key) ?? null;
  const known = { key, mandates: () => null, custodian: 'UNO' };
  const refusal = judgeAuthority(one.header, place, known) ?? judgeKeyAct(book, one);
  if (refusal) return refusal.rule.id;
  settleKeyAct(book, one, place);
  return null;
}

/** A book in which France has one key, and recovery keys where they are asked for. */
function begun(policy: typeof POLICY | null): KeyBook {
  const book = emptyKeyBook();
  settleKeyAct(book, act('register', { actor: 'FRA', publicKey: text(FIRST) }, FIRST), 1);
  if (policy) take(book, act('set-recovery', policy, FIRST), 2);
  return book;
}

const counting = (book: KeyBook, actor = 'FRA'): string[] =>
  [...book.keys.values()]
    .filter((key) => key.actor === actor && key.until === null)
    .map((k) => k.key);

const recovery = (key: SigningKey, keys: readonly string[], more: KeyPayload = {}) =>
  act('recover', { keys, publicKey: text(key), ...more }, key);

describe('recovery keys', () => {
  it('once named give another key, as many of them as was said', () => {
    const book = begun(POLICY);
    const lost = recovery(SECOND, [FIRST.id]);
    expect(take(book, approved(book, lost, RECOVERY.slice(0, 1)), 3)).toBe(KEY_RULE.id);
    expect(take(book, approved(book, lost, RECOVERY.slice(0, 2)), 3)).toBe(null);
    expect(counting(book)).toEqual([SECOND.id]);
  });

  it('are needed for a rotation too, besides the old key', () => {
    const book = begun(POLICY);
    const rotation = act('rotate', { key: FIRST.id, publicKey: text(SECOND) }, FIRST);
    expect(take(book, rotation, 3)).toBe(RECOVERY_RULE.id);
    expect(take(book, approved(book, rotation, RECOVERY), 3)).toBe(null);
    const again = act('rotate', { key: SECOND.id, publicKey: text(THIRD) }, FIRST);
    expect(take(book, approved(book, again, RECOVERY), 4)).toBe(KEY_RULE.id);
  });

  it('are not needed to end a key plainly, and are to cast doubt on what it signed', () => {
    const book = begun(POLICY);
    const doubting = act('revoke', { key: FIRST.id, effectiveFrom: 'a'.repeat(64) }, FIRST);
    expect(take(book, doubting, 3)).toBe(RECOVERY_RULE.id);
    expect(take(book, act('revoke', { key: FIRST.id }, FIRST), 3)).toBe(null);
    expect(take(book, approved(book, recovery(SECOND, []), RECOVERY), 4)).toBe(null);
  });

  it('approve one act once: not another, not later, not in another network', () => {
    const book = begun(POLICY);
    const first = approved(book, recovery(SECOND, [FIRST.id]), RECOVERY);
    const other = { ...recovery(THIRD, [FIRST.id]) };
    const { approvals } = first.payload;
    expect(take(book, { ...other, payload: { ...other.payload, approvals } }, 3)).toBe(KEY_RULE.id);
    const elsewhere = { ...first, header: { ...first.header, network: 'another' } };
    expect(take(book, elsewhere, 3)).toBe(KEY_RULE.id);
    expect(take(book, act('revoke', { key: FIRST.id }, FIRST), 3)).toBe(null);
    expect(take(book, first, 4)).toBe(KEY_RULE.id);
  });

  it('are named by nobody who has named none, and recover nothing before', () => {
    const book = begun(null);
    expect(take(book, approved(book, recovery(SECOND, [FIRST.id]), RECOVERY), 2)).toBe(KEY_RULE.id);
  });

  it.each([
    ['none of them twice', { keys: [text(SECOND), text(SECOND)], threshold: 1 }],
    ['no more of them than there are', { keys: [text(SECOND)], threshold: 2 }],
    ['no key that signs acts', { keys: [text(FIRST)], threshold: 1 }],
    ['no weak key', { keys: ['A'.repeat(43)], threshold: 1 }],
  ])('are named so that they can serve: %s', (_name, policy) => {
    expect(take(begun(null), act('set-recovery', policy, FIRST), 2)).toBe(RECOVERY_RULE.id);
  });

  it('count once each, and none but those named', () => {
    const book = begun(POLICY);
    const lost = recovery(SECOND, [FIRST.id]);
    const [one] = RECOVERY;
    const twice = approved(book, lost, one ? [one, one] : []);
    expect(take(book, twice, 3)).toBe(KEY_RULE.id);
    expect(take(book, approved(book, lost, [...RECOVERY.slice(0, 1), THIRD]), 3)).toBe(KEY_RULE.id);
  });

  it('may be as many as the bound, and all of them needed', () => {
    const keys = Array.from({ length: RECOVERY_KEYS_MAX }, generateKey);
    const book = begun({ keys: keys.map(text), threshold: RECOVERY_KEYS_MAX });
    const lost = recovery(SECOND, [FIRST.id]);
    expect(take(book, approved(book, lost, keys.slice(1)), 3)).toBe(KEY_RULE.id);
    expect(take(book, approved(book, lost, keys), 3)).toBe(null);
  });
});

/** What somebody may try, with keys of the pool, some of it approved by recovery keys. */
const attempt = fc.record({
  type: fc.constantFrom('register', 'rotate', 'revoke', 'set-recovery', 'recover'),
  actor: fc.constantFrom('FRA', 'KEN'),
  signer: fc.nat(POOL.length - 1),
  key: fc.nat(POOL.length - 1),
  fresh: fc.nat(POOL.length - 1),
  approvals: fc.nat(3),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer One> ? One : never;

const keyAt = (at: number): SigningKey => POOL[at] ?? FIRST;

function attempted(book: KeyBook, given: Attempt): ActOf<KeyPayload> {
  const { type, actor, approvals } = given;
  const [signer, key, fresh] = [keyAt(given.signer), keyAt(given.key), keyAt(given.fresh)];
  const payloads: Record<string, KeyPayload> = {
    register: { actor, publicKey: text(fresh) },
    rotate: { key: key.id, publicKey: text(fresh) },
    revoke: { key: key.id },
    'set-recovery': POLICY,
    recover: { keys: [key.id], publicKey: text(fresh) },
  };
  const names = { author: actor, actor, stream: `${actor}/clear` };
  const one = act(type, payloads[type] ?? {}, type === 'recover' ? fresh : signer, names);
  return approvals === 0 ? one : approved(book, one, RECOVERY.slice(0, approvals));
}

function beginning(): KeyBook {
  const book = begun(null);
  const names = { author: 'KEN', actor: 'KEN' };
  settleKeyAct(book, act('register', { actor: 'KEN', publicKey: text(SECOND) }, SECOND, names), 2);
  return book;
}

/** Takes what is tried one after another; what was accepted, and the book. */
function live(attempts: readonly Attempt[]) {
  const book = beginning();
  const accepted: { act: ActOf<KeyPayload>; place: number }[] = [];
  for (const [at, given] of attempts.entries()) {
    const one = attempted(book, given);
    if (take(book, one, at + 3) === null) accepted.push({ act: one, place: at + 3 });
  }
  return { book, accepted };
}

const of = (book: KeyBook, actor: string) => [
  [...book.keys.values()].filter((key) => key.actor === actor),
  book.recoveries.get(actor)?.keys,
  book.recoveries.get(actor)?.threshold,
];

describe('whatever is tried with keys', () => {
  const tries = fc.array(attempt, { maxLength: 25 });

  it('leaves the same book when what was accepted is replayed', () => {
    fc.assert(
      fc.property(tries, (attempts) => {
        const { book, accepted } = live(attempts);
        const again = beginning();
        for (const { act: one, place } of accepted) {
          expect(judgeKeyAct(again, one)).toBe(null);
          settleKeyAct(again, one, place);
        }
        expect([...again.keys]).toEqual([...book.keys]);
        expect([...again.recoveries]).toEqual([...book.recoveries]);
      }),
      { numRuns: 40 },
    );
  });

  it('never lets a key count again that ended, nor what it signs', () => {
    fc.assert(
      fc.property(tries, (attempts) => {
        const { book, accepted } = live(attempts);
        const ended = [...book.keys.values()].filter(({ until }) => until !== null);
        for (const key of ended) {
          const own = { author: key.actor, actor: key.actor };
          const signed = act('revoke', { key: key.key }, { ...FIRST, id: key.key }, own);
          expect(take(book, signed, 100)).toBe(KEY_RULE.id);
          const later = accepted.filter(({ place }) => place >= (key.until ?? 0));
          expect(later.some(({ act: one }) => one.header.key === key.key)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('comes to the same for each actor, in whichever order the two actors’ acts arrive', () => {
    fc.assert(
      fc.property(tries, (attempts) => {
        // Keys that one actor takes are the other's no more, so each has keys of its own here.
        const apart = attempts.map((one) => {
          const shift = (at: number): number => (at % 3) * 2 + (one.actor === 'FRA' ? 0 : 1);
          const { signer, key, fresh } = one;
          return { ...one, signer: shift(signer), key: shift(key), fresh: shift(fresh) };
        });
        const whole = live(apart).book;
        for (const actor of ['FRA', 'KEN']) {
          const alone = live(apart.filter((one) => one.actor === actor)).book;
          const strip = (book: KeyBook) =>
            JSON.stringify(of(book, actor)).replaceAll(/"(from|until)":\d+/g, '"$1"');
          expect(strip(alone)).toEqual(strip(whole));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives a thief with the old key nothing that lasts, once recovery keys stand', () => {
    const alone = attempt.map(
      (one): Attempt => ({ ...one, actor: 'FRA', signer: 0, approvals: 0 }),
    );
    fc.assert(
      fc.property(fc.array(alone, { maxLength: 15 }), (attempts) => {
        const book = begun(POLICY);
        for (const [at, given] of attempts.entries()) take(book, attempted(book, given), at + 3);
        expect(book.recoveries.get('FRA')).toMatchObject(POLICY);
        expect(counting(book).filter((key) => key !== FIRST.id)).toEqual([]);
        const fresh = generateKey();
        const rescue = approved(book, recovery(fresh, counting(book)), RECOVERY.slice(1));
        expect(take(book, rescue, 90)).toBe(null);
        expect(counting(book)).toEqual([fresh.id]);
      }),
      { numRuns: 40 },
    );
  });
});
