/**
 * Streams and registers as pure rules: an act continues its author's stream, and a custodian admits
 * acts to positions that follow one another without gaps.
 */
import { z } from 'zod';
import { ActId, type Header, RegisterKey } from './act.ts';
import { ActorId } from './actor-id.ts';
import { rule } from './law.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said } from './said.ts';

export const ADMITTED_PER_ACT_MAX = 1000;

/** Where a stream ends: the last sequence number and act, or 0 and null for an empty one. */
export interface StreamHead {
  readonly seq: number;
  readonly last: ActId | null;
}

export const EMPTY_STREAM: StreamHead = { seq: 0, last: null };

export const STREAM_RULE = rule(
  'stream.continues',
  'Concord acts, "Streams"',
  'An act follows the last one of its author’s stream, and names it.',
);
export const REPLAY_RULE = rule(
  'stream.once',
  'Concord acts, "Streams"',
  'An act is recorded once.',
);

/** The act that is judged, and the one that the record holds at its place of the stream. */
export interface StreamPlace {
  readonly act: ActId;
  readonly recorded: ActId | null;
}

/**
 * Judges whether the header continues the stream: null, or the refusal. A gap and a fork are told
 * apart, and from both a replay where the place is given, too.
 */
export function judgeContinuation(
  header: Header,
  head: StreamHead,
  place?: StreamPlace,
): Refusal | null {
  if (header.seq === head.seq + 1 && header.prev === head.last) return null;
  if (place && place.recorded === place.act) {
    return refuse(REPLAY_RULE, said('Act {$act} is recorded already.', { act: place.act }), {
      remedy: said('Nothing is to be done: its first receipt stands.'),
    });
  }
  if (header.seq > head.seq + 1) {
    return refuse(
      STREAM_RULE,
      said('Stream {$stream} ends at {$seq}; acts are missing.', {
        stream: header.stream,
        seq: head.seq,
      }),
      {
        remedy: said('Send the acts from {$seq} on first.', { seq: head.seq + 1 }),
      },
    );
  }
  return refuse(
    STREAM_RULE,
    said('Stream {$stream} goes on otherwise at {$seq}: this act would fork it.', {
      stream: header.stream,
      seq: header.seq,
    }),
    {
      remedy: said('Continue from act {$last} at {$seq}.', {
        last: head.last ?? 'none',
        seq: head.seq,
      }),
    },
  );
}

export const COPIES_MAX = 20;

/** `registers.open`: a custodian begins a register. */
export const OpenPayload = z.strictObject({
  register: RegisterKey,
  custodian: ActorId,
  /** Who else keeps a copy of its own under this name: at their nodes the name is left to them. */
  copies: z.array(ActorId).max(COPIES_MAX).optional(),
});

/** `registers.admit`: acts receive consecutive positions, the first of them `first`. */
export const AdmitPayload = z.strictObject({
  register: RegisterKey,
  first: z.int().min(1),
  acts: z.array(ActId).min(1).max(ADMITTED_PER_ACT_MAX),
});
export type AdmitPayload = z.infer<typeof AdmitPayload>;

export const REFUSAL_REASON_CHARACTERS_MAX = 2000;

/** `registers.refuse`: the custodian says which rule keeps an act out. */
export const RefusePayload = z.strictObject({
  register: RegisterKey,
  act: ActId,
  rule: z.string().max(120),
  citation: z.string().max(400),
  reason: z.string().max(REFUSAL_REASON_CHARACTERS_MAX),
});
export type RefusePayload = z.infer<typeof RefusePayload>;

export const POSITION_RULE = rule(
  'register.positions',
  'Concord acts, "Registers"',
  'Positions in a register follow one another without gap or repetition.',
);

/** Judges whether an admission continues the register whose last position is given. */
export function judgeAdmission(payload: AdmitPayload, lastPosition: number): Refusal | null {
  if (new Set(payload.acts).size !== payload.acts.length) {
    return refuse(POSITION_RULE, said('One act is admitted twice.'));
  }
  return payload.first === lastPosition + 1
    ? null
    : refuse(
        POSITION_RULE,
        said('The next position of {$register} is {$lastPosition}.', {
          register: payload.register,
          lastPosition: lastPosition + 1,
        }),
      );
}
