/** A node that leaves out parts of what it gives, of its own acts and of others'. */
import { type SignedAct, actId } from '../../src/kernel/act.ts';
import type { Holdings, NodeViewer } from '../../src/kernel/exchange.ts';
import { headerOf } from '../../src/store/holdings/forks.ts';

/** About half of all acts, always the same ones; but none of who asks, who may have lost them. */
const isStruck = ({ authors = [] }: NodeViewer, act: SignedAct): boolean =>
  actId(act.header) < '8' && !authors.includes(headerOf(act)?.author ?? '');

const struck = (viewer: NodeViewer, acts: readonly SignedAct[]): readonly SignedAct[] =>
  acts.map((act) => (isStruck(viewer, act) ? { ...act, parts: act.parts.map(() => null) } : act));

/** What the node holds, given without the parts of some acts. */
export function withholding(shown: Holdings): Holdings {
  return {
    heads: (viewer) => shown.heads(viewer),
    page: async (viewer, stream, from) => struck(viewer, await shown.page(viewer, stream, from)),
    forks: (viewer) => shown.forks(viewer),
    acts: async (viewer, ids) => struck(viewer, (await shown.acts?.(viewer, ids)) ?? []),
    take: (acts) => shown.take(acts),
    takeFork: (fork) => shown.takeFork(fork),
  };
}
