/** What a node answers another node in JSON, as schemas: for those who answer and those who ask. */
import { z } from 'zod';
import { ActId } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { PAGE_ACTS_MAX, type StreamEnd, type Taken } from '../kernel/exchange.ts';
import { Marking } from '../kernel/marking.ts';

/** Streams in one answer; a node that has more gives the rest in further ones. */
export const STREAMS_PER_ANSWER = 200;
const NAME_CHARACTERS_MAX = 110;
const REASON_CHARACTERS_MAX = 2000;
export const ENVELOPES_PER_ANSWER = 100;

const End = z.strictObject({
  stream: z.string().max(NAME_CHARACTERS_MAX),
  author: ActorId,
  marking: Marking,
  seq: z.int().min(1),
  last: ActId,
});

export const StreamsAnswer = z.strictObject({
  streams: z.array(End).max(STREAMS_PER_ANSWER),
  /** Where to go on: the name of the last stream here; null where there are no more. */
  next: z.string().max(NAME_CHARACTERS_MAX).nullable(),
});
export type StreamsAnswer = z.infer<typeof StreamsAnswer>;

/** The streams of one answer, in the order of their names, after the one named. */
export function streamsAnswer(ends: readonly StreamEnd[], after: string): StreamsAnswer {
  const left = ends
    .filter(({ stream }) => stream > after)
    .sort((one, other) => (one.stream < other.stream ? -1 : 1));
  const streams = left.slice(0, STREAMS_PER_ANSWER).map((end) => ({
    ...end,
    marking: { level: end.marking.level, to: [...end.marking.to] },
  }));
  return { streams, next: left.length > streams.length ? (streams.at(-1)?.stream ?? null) : null };
}

const OUTCOMES = ['kept', 'admitted', 'again', 'refused', 'waiting', 'forked', 'rejected'] as const;

/** What became of an act that was handed to its custodian. */
export const Became = z.strictObject({
  outcome: z.enum(OUTCOMES),
  id: ActId.nullable(),
  register: z.string().max(200).optional(),
  rule: z.string().max(120).optional(),
  citation: z.string().max(400).optional(),
  reason: z.string().max(REASON_CHARACTERS_MAX).optional(),
});
export type Became = z.infer<typeof Became>;
export const ActsAnswer = z.strictObject({ acts: z.array(Became).max(PAGE_ACTS_MAX) });

/** What became of an act, in the form in which it is told. */
export function becameOf(taken: Taken): Became {
  const { outcome, id } = taken;
  if (outcome === 'admitted') return { outcome, id, register: taken.register };
  if (outcome === 'kept' || outcome === 'again' || outcome === 'forked') return { outcome, id };
  const { rule, reason } = taken.refusal;
  return {
    outcome,
    id,
    rule: rule.id,
    citation: rule.citation,
    reason: reason.slice(0, REASON_CHARACTERS_MAX),
  };
}

/** Envelopes that lie at a relay for whoever asks. */
export const EnvelopesAnswer = z.strictObject({
  envelopes: z
    .array(z.strictObject({ id: ActId, sizeBytes: z.int().min(1) }))
    .max(ENVELOPES_PER_ANSWER),
});

/** What a recipient proves by that an envelope arrived; see `arrivalProof`. */
export const ArrivedAsked = z.strictObject({ proof: z.string().regex(/^[0-9a-f]{64}$/) });

/** How an envelope fares at a relay, for whoever left it there. */
export const Fate = z.strictObject({
  /** Whether it lies there still. */
  lies: z.boolean(),
  proof: ArrivedAsked.shape.proof.nullable(),
});
export type Fate = z.infer<typeof Fate>;
