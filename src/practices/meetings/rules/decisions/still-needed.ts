/** How many more votes in favour a question would need, of those that are still to be cast. */
import { isRefusal } from '../../../../kernel/refusal.ts';
import { decide } from '../deciding/decide.ts';
import { conditionsOf, leavesOf } from '../deciding/leaves.ts';
import type { Poll } from '../deciding/poll.ts';

/** Whether it matters only how many vote in favour, not who. */
function isPlain({ rule }: Poll): boolean {
  const leaves = conditionsOf(rule).flatMap(({ condition }) => leavesOf(condition));
  return leaves.every(([, leaf]) => leaf.weights === undefined && leaf.among === undefined);
}

export type StillNeeded =
  | { readonly kind: 'votes'; readonly count: number }
  /** However those vote who have not voted yet. */
  | { readonly kind: 'out-of-reach' }
  /** It matters who votes, not only how many: that is told by what a vote would take. */
  | { readonly kind: 'depends' };

/**
 * The least number of further votes in favour by which it would be adopted, nobody else voting.
 * What postpones it counts as not adopted.
 */
export function stillNeeded(poll: Poll): StillNeeded {
  if (poll.rule.method !== 'vote' || !isPlain(poll)) return { kind: 'depends' };
  const open = poll.members.filter(
    ({ actor, hindered }) => hindered === null && !poll.votes.has(actor),
  );
  const votes = new Map(poll.votes);
  for (let count = 0; count <= open.length; count += 1) {
    const outcome = decide({ ...poll, votes });
    if (isRefusal(outcome)) return { kind: 'depends' };
    if (outcome.outcome === 'adopted') return { kind: 'votes', count };
    const next = open[count];
    if (next !== undefined) votes.set(next.actor, 'yes');
  }
  return { kind: 'out-of-reach' };
}
