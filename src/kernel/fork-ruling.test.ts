import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ForkName, type Ruling, closingOf, rulingOn } from './fork-ruling.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const C = 'c'.repeat(64);
const fork = (seq: number, ...acts: [string, string]): ForkName => ({
  stream: 'KEN/clear',
  seq,
  acts,
});
const ruling = (keep: string, drop: string, by = 'KEN', ledger: number | null = null): Ruling => ({
  stream: 'KEN/clear',
  seq: 4,
  keep,
  drop,
  by,
  ledger,
});
const NOBODY = new Set<string>();

describe('what counts for a fork', () => {
  it.each([
    ['nothing was said', [], null],
    ['its author said it', [ruling(A, B)], A],
    ['its author said both', [ruling(A, B), ruling(B, A)], null],
    ['another said it', [ruling(A, B, 'UGA', 7)], null],
    ['the operator said it elsewhere', [ruling(A, B, 'node')], null],
    ['the operator said it here', [ruling(A, B, 'node', 7)], A],
    ['the operator differs from the author', [ruling(A, B), ruling(B, A, 'node', 7)], B],
    ['the operator thought again', [ruling(A, B, 'node', 7), ruling(B, A, 'node', 9)], B],
    ['one act is named twice', [ruling(A, A)], null],
    ['another pair is named', [ruling(A, C)], null],
    ['another place is named', [{ ...ruling(A, B), seq: 5 }], null],
  ])('%s', (_, said, kept) => {
    expect(rulingOn(fork(4, A, B), said, 'node')?.keep ?? null).toBe(kept);
  });
});

describe('a stream that forked', () => {
  it('is closed from the first of its forks that nobody has resolved', () => {
    const forks = [fork(4, A, B), fork(4, A, C), fork(9, A, B)];
    const both = [ruling(A, B), ruling(A, C)];
    expect(closingOf(forks, [], 'node', NOBODY).closed.get('KEN/clear')).toBe(4);
    expect(closingOf(forks, [ruling(A, B)], 'node', NOBODY).closed.get('KEN/clear')).toBe(4);
    expect(closingOf(forks, both, 'node', NOBODY).closed.get('KEN/clear')).toBe(9);
    expect(closingOf(forks.slice(0, 2), both, 'node', NOBODY)).toEqual({
      closed: new Map(),
      dropped: new Set([B, C]),
    });
  });

  it('stays closed where the act to be dropped could not be moved aside', () => {
    const closing = closingOf([fork(4, A, B)], [ruling(A, B)], 'node', new Set([B]));
    expect(closing).toEqual({ closed: new Map([['KEN/clear', 4]]), dropped: new Set() });
  });

  it('is closed the same in whatever order its author’s acts came', () => {
    const said = [ruling(A, B), ruling(A, C), ruling(C, A), ruling(B, C)];
    const forks = [fork(4, A, B), fork(4, A, C), fork(4, B, C)];
    const closing = (all: readonly Ruling[]) => closingOf(forks, all, 'node', NOBODY);
    fc.assert(
      fc.property(fc.subarray(said, { minLength: 1 }), (some) => {
        expect(closing(some.toReversed())).toEqual(closing(some));
      }),
    );
  });
});
