/** A node that leaves out parts of what it gives, of its own acts and of others'. */
import { type SignedAct, actId } from '../../src/kernel/act.ts';
import type { Holdings } from '../../src/kernel/exchange.ts';

/** About half of all acts, always the same ones. */
const isStruck = ({ header }: SignedAct): boolean => actId(header) < '8';

const struck = (acts: readonly SignedAct[]): readonly SignedAct[] =>
  acts.map((act) => (isStruck(act) ? { ...act, parts: act.parts.map(() => null) } : act));

/** What the node holds, given without the parts of some acts. */
export function withholding(shown: Holdings): Holdings {
  return {
    heads: (viewer) => shown.heads(viewer),
    page: async (viewer, stream, from) => struck(await shown.page(viewer, stream, from)),
    forks: (viewer) => shown.forks(viewer),
    acts: async (viewer, ids) => struck((await shown.acts?.(viewer, ids)) ?? []),
    take: (acts) => shown.take(acts),
    takeFork: (fork) => shown.takeFork(fork),
  };
}
