/**
 * Streams that forked, as the peer holds them: its custodians may have admitted acts of the other
 * branch, so these are fetched too. They open no stream; they are kept beside it.
 */
import type { SignedAct } from '../kernel/act.ts';
import type { Holdings, StreamEnd } from '../kernel/exchange.ts';

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
  { fetch, isOver }: BesideWays,
): Promise<boolean> {
  let isAny = false;
  for (const { stream, seq, last } of ends) {
    const name = `beside ${stream}`;
    if (compared.get(name) === last) continue;
    let from = 1;
    while (from <= seq && !isOver()) {
      const page = await fetch(stream, from);
      if (!page) break;
      await holdings.take(page);
      isAny = true;
      from += page.length;
    }
    if (from > seq) compared.set(name, last);
  }
  return isAny;
}
