/** How many members it takes to prevent a share, where the heaviest of them stand together. */
import { type Fraction, compare, fraction, multiply, sum } from '../../../../kernel/fraction.ts';

/** A share that is asked for, of a base. */
export interface Asked {
  readonly base: Fraction;
  readonly threshold: Fraction;
  /** Whether exactly the share is not enough. */
  readonly more: boolean;
}

const ZERO = fraction(0n);

/**
 * The least number of members whose weights leave too little for the share (TFEU Art. 238(3): the
 * minimum number representing more than 35 % of the population); null where all do not.
 */
export function leastToPrevent(
  weights: readonly Fraction[],
  { base, threshold, more }: Asked,
): number | null {
  const needed = multiply(threshold, base);
  const heaviest = weights.toSorted((one, other) => compare(other, one));
  const rest = (count: number): Fraction =>
    sum([base, ...heaviest.slice(0, count).map((one) => multiply(one, fraction(-1n)))]);
  const isShort = (left: Fraction): boolean => {
    const by = compare(left, needed);
    return compare(left, ZERO) <= 0 || (more ? by <= 0 : by < 0);
  };
  const found = heaviest.findIndex((_, at) => isShort(rest(at + 1)));
  return found === -1 ? null : found + 1;
}

/** So few cannot block: what a share says of it, with the number that its base makes. */
export function blockersNeeded(
  share: {
    readonly blockingMembersMin?: number | undefined;
    readonly blockingMembersBeyond?: number | undefined;
  },
  weights: () => readonly Fraction[],
  asked: Asked,
): number | null {
  const { blockingMembersMin, blockingMembersBeyond: beyond } = share;
  if (beyond === undefined) return blockingMembersMin ?? null;
  const least = leastToPrevent(weights(), asked);
  return least === null ? null : Math.max(least + beyond, blockingMembersMin ?? 0);
}
