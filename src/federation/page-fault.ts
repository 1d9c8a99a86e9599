/** What a peer offers, held against what it said before: whether it is ours and goes on. */
import { type SignedAct, streamOf } from '../kernel/act.ts';
import { PAGE_ACTS_MAX, type StreamEnd } from '../kernel/exchange.ts';
import { mayView } from '../kernel/marking.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { STREAMS_RULE } from './rules.ts';

/** Where an act says that it stands. */
export interface Place {
  readonly stream: string;
  readonly seq: number;
  readonly prev: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The place that a header names, read without judging the rest; null where it names none. */
export function placeOf({ header }: SignedAct): Place | null {
  let value: unknown = null;
  try {
    value = JSON.parse(Buffer.from(header).toString('utf8'));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { stream, seq, prev }: { stream?: unknown; seq?: unknown; prev?: unknown } = value;
  if (typeof stream !== 'string' || !Number.isSafeInteger(seq)) return null;
  return { stream, seq: Number(seq), prev: text(prev) };
}

const no = (reason: Sentence): Refusal => refuse(STREAMS_RULE, reason);

/** Why a stream that is offered is none of ours to take, or null. */
export function offerFault(end: StreamEnd, actors: readonly string[]): Refusal | null {
  if (end.stream !== streamOf(end.author, end.marking)) {
    return no(said('The name of the stream is not that of its author and audience.'));
  }
  // What was signed here comes back, whoever it was for.
  const isOurs = actors.includes(end.author) || mayView(end.marking, actors);
  return isOurs ? null : no(said('The stream is not released to this node.'));
}

/** Why a page is not the one that was asked for, or null. First and last act tell for all. */
export function pageFault(
  page: readonly SignedAct[],
  stream: string,
  from: number,
): Refusal | null {
  if (page.length > PAGE_ACTS_MAX)
    return no(said('A page holds more than {$pageActsMax} acts.', { pageActsMax: PAGE_ACTS_MAX }));
  const [first] = page;
  const last = page.at(-1);
  if (!first || !last) return no(said('The stream ends before the head that was named.'));
  for (const [act, seq] of [
    [first, from],
    [last, from + page.length - 1],
  ] as const) {
    const place = placeOf(act);
    if (place?.stream !== stream || place.seq !== seq) {
      return no(said('The page does not hold the acts from {$from} on.', { from }));
    }
  }
  return null;
}
