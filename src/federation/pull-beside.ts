/**
 * Streams that forked, as the peer holds them: its custodians may have admitted acts of the other
 * branch, so these are fetched too. They open no stream; they are kept beside it.
 */
import type { SignedAct } from '../kernel/act.ts';
import type { Viewer } from '../kernel/define-area.ts';
import type { Fork, Holdings, StreamEnd } from '../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { DROPPED_RULE, QUARANTINE_RULE } from '../kernel/taking.ts';
import type { PullTally } from './pull-report.ts';
import type { Remote } from './remote.ts';
import { FORK_RULE } from './rules.ts';

/** Whether an act is not taken because it stands in another branch of a stream that forked. */
export const isOfBranch = ({ rule }: Refusal): boolean =>
  rule.id === QUARANTINE_RULE.id || rule.id === DROPPED_RULE.id;

/** Takes the proofs of forks that the peer knows of, and this node does not. */
export async function takeForks(
  remote: Remote,
  holdings: Holdings,
  viewer: Viewer,
  tally: PullTally,
  forksMax: number,
): Promise<void> {
  const offered = await remote.forks();
  if (isRefusal(offered)) return tally.fault(null, offered);
  const nameOf = ({ stream, seq }: Fork): string => `${stream} ${seq}`;
  const known = new Set((await holdings.forks(viewer)).map(nameOf));
  for (const fork of offered.slice(0, forksMax)) {
    if (known.has(nameOf(fork))) continue;
    known.add(nameOf(fork));
    if (await holdings.takeFork(fork)) tally.fork(fork);
    else tally.fault(fork.stream, refuse(FORK_RULE, said('What was sent proves no fork.')));
  }
}

export interface BesideWays {
  /** The page of a stream from a place on; null where it cannot be had. */
  fetch(stream: string, from: number): Promise<readonly SignedAct[] | null>;
  isOver(): boolean;
}

/**
 * Takes the peer's branches of streams that forked, each from its beginning: where they part is
 * behind what is known of them. True where any was gone through that was not before.
 */
export async function takeBranches(
  holdings: Pick<Holdings, 'take'>,
  ends: Iterable<StreamEnd>,
  compared: Map<string, string>,
  ways: BesideWays,
): Promise<boolean> {
  let isAny = false;
  for (const { stream, seq, last } of ends) {
    const name = `beside ${stream}`;
    if (compared.get(name) === last) continue;
    let from = 1;
    while (from <= seq && !ways.isOver()) {
      const page = await ways.fetch(stream, from);
      if (!page) break;
      await holdings.take(page);
      isAny = true;
      from += page.length;
    }
    if (from > seq) compared.set(name, last);
  }
  return isAny;
}
