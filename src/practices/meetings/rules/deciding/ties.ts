/** What an equally divided vote means: rejection, a second vote, or a deciding vote. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { leavesOf } from './leaves.ts';
import type { OutcomeKind, Poll, Tested } from './poll.ts';

const HALF = fraction(1n, 2n);

/**
 * Whether exactly half was in favour where more than half is asked. A vote that needs two thirds is
 * not equally divided in this sense: one more vote would not carry it.
 */
export function isEquallyDivided(tested: Tested): boolean {
  if (tested.parts.length > 0) return false;
  const { condition, counted, required } = tested;
  const [[, leaf] = []] = leavesOf(condition);
  if (leaf?.kind !== 'share' || leaf.of !== 'yes' || !leaf.more) return false;
  const isHalf = compare(parseFraction(leaf.threshold), HALF) === 0;
  return isHalf && required.numerator > 0n && compare(counted, required) === 0;
}

/** The outcome of a vote that did not reach its majority. */
export function afterTie(
  { rule, isAgain, castingVote }: Poll,
  adopting: readonly Tested[],
): OutcomeKind {
  if (rule.tie === 'rejected' || !adopting.every(isEquallyDivided)) return 'rejected';
  // A second vote, or whoever presides, has still to part them.
  if (rule.tie === 'second-vote') return isAgain === true ? 'rejected' : 'postponed';
  if (castingVote === undefined) return 'postponed';
  return castingVote.choice === 'yes' ? 'adopted' : 'rejected';
}
