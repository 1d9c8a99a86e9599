/** What the acts of the registry say. No defaults, so that a payload reads as it was sent. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../kernel/dates.ts';

export const NAME_LENGTH_MAX = 200;
export const REASON_LENGTH_MAX = 1000;
export const UNIT_LENGTH_MAX = 60;

/** Controls, and marks that reorder text, by which one name could pass for another. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Text of one line, without space around it. */
function line(lengthMax: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(lengthMax)
    .refine((text) => text.trim() === text && !UNSEEN.test(text), 'not plain text of one line');
}

export const Name = line(NAME_LENGTH_MAX);

export const ActorKind = z.enum([
  'state',
  'historical-state',
  'territory',
  'organisation',
  'group',
  'organ',
  'office',
  'registry',
  'ngo',
  'company',
  'city',
]);
export type ActorKind = z.infer<typeof ActorKind>;

/** A name in the six languages of the United Nations; English is always there. */
export const Names = z.strictObject({
  en: Name,
  ar: Name.optional(),
  es: Name.optional(),
  fr: Name.optional(),
  ru: Name.optional(),
  zh: Name.optional(),
});
export type Names = z.infer<typeof Names>;

/** `from` is the first day on which it exists, `to` the first on which it no longer does. */
export const EnterPayload = z.strictObject({
  id: ActorId,
  kind: ActorKind,
  names: Names,
  officialName: Name.optional(),
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
  region: line(80).optional(),
  subregion: line(80).optional(),
  seat: line(120).optional(),
  /** ISO 3166-1 numeric or UN M49. */
  numericCode: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  /** Whether it concludes treaties in its own name. */
  treatyCapacity: z.boolean(),
  /** Whether members have transferred competence to it, as in regional integration. */
  regionalIntegration: z.boolean(),
  website: z
    .string()
    .max(300)
    .regex(/^https?:\/\/[^\s<>"']+$/)
    .optional(),
});
export type EnterPayload = z.infer<typeof EnterPayload>;

/** Another name of an actor, and when it went by it. */
export const NamePayload = z.strictObject({
  id: ActorId,
  name: Name,
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
});
export type NamePayload = z.infer<typeof NamePayload>;

export const SuccessionKind = z.enum(['continuation', 'dissolution', 'separation', 'unification']);
export const SucceedPayload = z.strictObject({
  predecessor: ActorId,
  successor: ActorId,
  on: PlainDateText,
  kind: SuccessionKind,
});
export type SucceedPayload = z.infer<typeof SucceedPayload>;

export const MembershipStatus = z.enum(['member', 'observer', 'associate', 'suspended']);
export type MembershipStatus = z.infer<typeof MembershipStatus>;

/** `from` is the first day of the standing; null where it reaches back to the beginning. */
export const JoinPayload = z.strictObject({
  group: ActorId,
  member: ActorId,
  from: PlainDateText.nullable(),
  status: MembershipStatus,
});
export type JoinPayload = z.infer<typeof JoinPayload>;

/** `on` is the first day on which the standing no longer holds. */
export const LeavePayload = z.strictObject({
  group: ActorId,
  member: ActorId,
  on: PlainDateText,
  status: MembershipStatus,
});
export type LeavePayload = z.infer<typeof LeavePayload>;

export const AttributeName = z.string().regex(/^[a-z][a-z0-9-]{1,62}$/);
export const DecimalText = z.string().regex(/^-?\d{1,24}(\.\d{1,18})?$/);

/** A figure for an actor from a day to before another; null where that side is open. */
export const MeasurePayload = z.strictObject({
  actor: ActorId,
  attribute: AttributeName,
  value: DecimalText,
  unit: line(UNIT_LENGTH_MAX),
  from: PlainDateText.nullable(),
  to: PlainDateText.nullable(),
});
export type MeasurePayload = z.infer<typeof MeasurePayload>;

/** Stands for an office that every State has. */
export const EVERY_STATE = '*';

/** An office of an actor; some need no full powers to bind it (VCLT Art. 7(2)). */
export const OfficePayload = z.strictObject({
  id: ActorId,
  actor: z.union([ActorId, z.literal(EVERY_STATE)]),
  title: Name,
  role: z.string().regex(/^[a-z][a-z0-9-]{1,62}$/),
  exemptFromFullPowers: z.boolean(),
});
export type OfficePayload = z.infer<typeof OfficePayload>;

const Reason = line(REASON_LENGTH_MAX);

/** Replaces what an act said, or voids it. What was known before stays known as of before. */
export const CorrectPayload = z.union([
  z.strictObject({ act: ActId, replacement: z.record(z.string(), z.json()), reason: Reason }),
  z.strictObject({ act: ActId, void: z.literal(true), reason: Reason }),
]);
export type CorrectPayload = z.infer<typeof CorrectPayload>;
