/** Payloads of acts on the floor: who asks for it, who has it, for how long, and what was said. */
import { z } from 'zod';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Attachment } from '../../../kernel/attachment.ts';
import { LanguageCode, Name, Note, OnBehalfOf, Reason, WORDS_CHARACTERS_MAX } from './parts.ts';

export const FLOOR_KINDS = ['statement', 'right-of-reply', 'point-of-order'] as const;
export type FloorKind = (typeof FLOOR_KINDS)[number];
export const SECONDS_MAX = 24 * 60 * 60;

/** `meetings.request-floor` */
export const RequestedFloor = z.strictObject({
  kind: z.enum(FLOOR_KINDS).default('statement'),
  item: Name.optional(),
  /** Groups or actors for whom the delegation speaks. */
  onBehalfOf: OnBehalfOf,
  speaker: z.string().max(200).optional(),
  note: Note,
});
export type RequestedFloor = z.output<typeof RequestedFloor>;
/** One who waits for the floor: the first request of the actor that is so. */
const Waiting = {
  kind: z.enum(FLOOR_KINDS).optional(),
  item: Name.optional(),
};
/** `meetings.withdraw-request`: its own, or that of another by whoever presides. */
export const WithdrawnRequest = z.strictObject({ ...Waiting, of: ActorId.optional() });
export type WithdrawnRequest = z.output<typeof WithdrawnRequest>;
/** `meetings.give-floor`: out of turn only with a reason. */
export const GivenFloor = z.strictObject({
  ...Waiting,
  to: ActorId,
  reason: Reason.optional(),
});
export type GivenFloor = z.output<typeof GivenFloor>;
/** `meetings.end-speech` */
export const EndedSpeech = z.strictObject({ note: Note });
export type EndedSpeech = z.output<typeof EndedSpeech>;
/** `meetings.close-list`: of an item, or of the session where none is named. */
export const ClosedList = z.strictObject({ item: Name.optional(), note: Note });
export type ClosedList = z.output<typeof ClosedList>;

/** `meetings.set-time-limit`: for one kind of speech, for speeches for groups, or for all. */
export const TimeLimit = z.strictObject({
  seconds: z.int().min(1).max(SECONDS_MAX),
  kind: z.enum(FLOOR_KINDS).optional(),
  forGroups: z.boolean().default(false),
  item: Name.optional(),
  note: Note,
});
export type TimeLimit = z.output<typeof TimeLimit>;

/** `meetings.rule-on-point`: the ruling on a point of order. */
export const RuledOnPoint = z.strictObject({
  raisedBy: ActorId,
  as: z.enum(['upheld', 'not-upheld']),
  reason: Reason,
});
export type RuledOnPoint = z.output<typeof RuledOnPoint>;

/** `meetings.deliver-statement`: the words that were spoken, or handed in in writing. */
export const DeliveredStatement = z
  .strictObject({
    item: Name.optional(),
    onBehalfOf: OnBehalfOf,
    language: LanguageCode.default('en'),
    words: z.string().max(WORDS_CHARACTERS_MAX).optional(),
    document: Attachment.optional(),
  })
  .refine(
    ({ words, document }) => (words ?? '').trim() !== '' || document !== undefined,
    'a statement has words or a document',
  );
export type DeliveredStatement = z.output<typeof DeliveredStatement>;
