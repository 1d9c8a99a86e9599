/**
 * The edge at which acts leave a node: every page, bundle, envelope, fork and count for another
 * node is made of what passes here. The store filters by row security; this filters again, by the
 * markings in the headers themselves, so that neither relies on the other.
 */
import type { SignedAct } from '../kernel/act.ts';
import type { Fork, Given, NodeViewer } from '../kernel/exchange.ts';
import { isReleasedTo, released } from '../kernel/release.ts';
import { headerOf } from './page-care.ts';

/** The act as far as it is the viewer's to have: all of what it signed itself. */
function theirs(act: SignedAct, { actors, authors = [] }: NodeViewer): SignedAct | null {
  const header = headerOf(act);
  return authors.includes(header.author) ? act : released(header, act, actors);
}

/** A page as far as it is released; what stands behind an act that is not does not leave either. */
function pageFor(acts: readonly SignedAct[], viewer: NodeViewer): readonly SignedAct[] {
  const given: SignedAct[] = [];
  for (const act of acts) {
    const passed = theirs(act, viewer);
    if (passed === null) break;
    given.push(passed);
  }
  return given;
}

function isForkFor({ acts: [first, second] }: Fork, viewer: NodeViewer): boolean {
  return theirs(first, viewer) !== null && theirs(second, viewer) !== null;
}

/** Streams as they leave the node that holds them. */
export function outboundOf(held: Given): Given {
  return {
    heads: async (viewer) =>
      (await held.heads(viewer)).filter(
        (end) => viewer.authors?.includes(end.author) || isReleasedTo(end, viewer.actors),
      ),
    page: async (viewer, stream, from) => pageFor(await held.page(viewer, stream, from), viewer),
    forks: async (viewer) => (await held.forks(viewer)).filter((fork) => isForkFor(fork, viewer)),
    acts: async (viewer, ids) => {
      const acts = (await held.acts?.(viewer, ids)) ?? [];
      return acts.flatMap((act) => theirs(act, viewer) ?? []);
    },
    rulings: async (viewer) => {
      const rulings = (await held.rulings?.(viewer)) ?? [];
      return rulings.flatMap((act) => theirs(act, viewer) ?? []);
    },
  };
}
