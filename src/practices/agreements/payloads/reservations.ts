/**
 * Payloads of reservations, objections, declarations and derogations: structured beside their
 * verbatim text. VCLT Arts. 2(1)(d), 19-23; ILC Guide to Practice on Reservations (2011).
 */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Attachment } from '../../../kernel/attachment.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { Note, Provisions, Territories, Wording } from './parts.ts';

/** When it was made: with which act a reservation may still be formulated. VCLT Art. 19. */
export const MOMENTS = ['signature', 'consent', 'succession', 'later'] as const;

/** A unilateral statement to exclude or modify the legal effect of provisions. VCLT 2(1)(d). */
export const Reservation = z.strictObject({
  on: PlainDateText,
  moment: z.enum(MOMENTS).default('consent'),
  /** What is reserved; empty: the agreement as a whole with respect to specific aspects. */
  provisions: Provisions,
  effect: z.enum(['excludes', 'modifies']),
  text: Wording,
  /** What the provision becomes, in a line; shown where two are compared. */
  summary: z.string().max(500).optional(),
  document: Attachment.optional(),
  note: Note,
});
/** A reservation made at signature is confirmed with the instrument. VCLT Art. 23(2). */
export const ReservationConfirmation = z.strictObject({
  on: PlainDateText,
  reservation: ActId,
  note: Note,
});
/** Narrowed, or its text changed; what would widen it is a new, late reservation. */
export const ReservationModification = z.strictObject({
  on: PlainDateText,
  reservation: ActId,
  provisions: Provisions,
  effect: z.enum(['excludes', 'modifies']),
  text: Wording,
  summary: z.string().max(500).optional(),
  note: Note,
});
/** VCLT Art. 22: at any time, operative on notice received; of some provisions, or of all. */
export const ReservationWithdrawal = z.strictObject({
  on: PlainDateText,
  reservation: ActId,
  /** What is withdrawn; absent: the whole. */
  provisions: Provisions.min(1).optional(),
  text: Wording.optional(),
  note: Note,
});
/** VCLT Art. 20(4)(a): expressly accepted. */
export const ReservationAcceptance = z.strictObject({
  on: PlainDateText,
  reservation: ActId,
  note: Note,
});
/**
 * The depositary asks what is meant where the text prohibits what was formulated, or it came late;
 * it does not decide. VCLT Art. 77(1)(d), (2).
 */
export const ClarificationRequest = z.strictObject({
  on: PlainDateText,
  reservation: ActId,
  reasons: z.string().min(1).max(2000),
});
/** What its maker answers: it is withdrawn by its own act, or maintained as what it says it is. */
export const Clarification = z.strictObject({
  on: PlainDateText,
  reservation: ActId,
  meant: z.enum(['reservation', 'interpretative-declaration']),
  text: Wording.optional(),
});

/** VCLT Arts. 20(4)(b), (5), 21(3), 23(1). */
export const Objection = z.strictObject({
  on: PlainDateText,
  reservation: ActId,
  /** Whether it is definitely intended that the agreement not enter into force between the two. */
  definite: z.boolean().default(false),
  text: Wording,
  note: Note,
});
export const ObjectionWithdrawal = z.strictObject({
  on: PlainDateText,
  objection: ActId,
  note: Note,
});

export const DECLARATIONS = [
  'interpretative',
  'optional',
  'territorial',
  'non-recognition',
  'notification',
  'political',
] as const;

/** A statement that reserves nothing: how it is understood, options, authorities, recognition. */
export const Declaration = z.strictObject({
  on: PlainDateText,
  kind: z.enum(DECLARATIONS),
  provisions: Provisions.default([]),
  text: Wording,
  /** Towards whom only; absent: all. For non-recognition, those with whom no relations arise. */
  towards: z.array(ActorId).min(1).max(60).optional(),
  territories: Territories.optional(),
  /** The last day for which it is made, where it expires. */
  until: PlainDateText.optional(),
  note: Note,
});
export const DeclarationWithdrawal = z.strictObject({
  on: PlainDateText,
  declaration: ActId,
  note: Note,
});

/** A party suspends obligations in an emergency and says which (ICCPR Art. 4(3), ECHR Art. 15). */
export const Derogation = z.strictObject({
  on: PlainDateText,
  from: PlainDateText,
  until: PlainDateText.optional(),
  provisions: Provisions.min(1),
  territories: Territories.optional(),
  text: Wording,
  note: Note,
});
export const DerogationEnd = z.strictObject({ on: PlainDateText, derogation: ActId, note: Note });

export type Reservation = z.output<typeof Reservation>;
export type ReservationConfirmation = z.output<typeof ReservationConfirmation>;
export type ReservationModification = z.output<typeof ReservationModification>;
export type ReservationWithdrawal = z.output<typeof ReservationWithdrawal>;
export type ReservationAcceptance = z.output<typeof ReservationAcceptance>;
export type ClarificationRequest = z.output<typeof ClarificationRequest>;
export type Clarification = z.output<typeof Clarification>;
export type Objection = z.output<typeof Objection>;
export type ObjectionWithdrawal = z.output<typeof ObjectionWithdrawal>;
export type Declaration = z.output<typeof Declaration>;
export type DeclarationWithdrawal = z.output<typeof DeclarationWithdrawal>;
export type Derogation = z.output<typeof Derogation>;
export type DerogationEnd = z.output<typeof DerogationEnd>;
