import { describe, expect, it } from 'vitest';
import type { Problem } from './formula.ts';
import { smallestSet } from './smallest.ts';

/** Candidates that give one each to the only demand. */
function asking(lacks: bigint, candidates: readonly string[]): Problem<string, Ones> {
  return {
    candidates,
    demands: [{ lacks, gives: candidates.map(() => 1n) }],
    formula: { demand: 0 },
    isPreferred: () => false,
    isWeight: () => false,
  };
}
interface Ones {
  readonly lacks: bigint;
  readonly gives: readonly bigint[];
}

const FIVE = ['a', 'b', 'c', 'd', 'e'];

describe('one smallest set', () => {
  it('is found among as many as may be in it', () => {
    expect(smallestSet(asking(3n, FIVE))?.members).toHaveLength(3);
    expect(smallestSet(asking(3n, FIVE), 3)?.members).toHaveLength(3);
    expect(smallestSet(asking(3n, FIVE), 4)?.fewestPossible).toBe(3);
  });

  it('is not looked for among more', () => {
    expect(smallestSet(asking(3n, FIVE), 2)).toBeNull();
    expect(smallestSet(asking(6n, FIVE))).toBeNull();
  });
});
