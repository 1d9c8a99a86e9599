/** Payloads of a notice and of what its issuer does with it later. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Attachment } from '../../../kernel/attachment.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { Content } from './content.ts';
import {
  ADDRESSED_MAX,
  Addressed,
  Instant,
  Kind,
  LanguageCode,
  Note,
  Precedence,
  Quantity,
  Reason,
} from './parts.ts';

export const SUBJECT_CHARACTERS_MAX = 300;
export const BODY_CHARACTERS_MAX = 40_000;
export const DOCUMENTS_MAX = 16;
export const REFERENCES_MAX = 32;
export const NEEDS_MAX = 50;

const NUMBER = /^(?<serial>[1-9]\d{0,5})\/(?<year>\d{4})$/;

/** The number that the sender gives: counted by sender, channel and year, as missions do. */
export const NoticeNumber = z
  .string()
  .regex(NUMBER, 'a number is a count and a year, such as 12/2026');

/** A number taken apart. Throws where it is none. */
export function readNumber(number: string): { readonly serial: number; readonly year: number } {
  const found = NUMBER.exec(number)?.groups;
  if (!found) throw new Error(`no number of a notice: ${number}`);
  return { serial: Number(found['serial']), year: Number(found['year']) };
}

/** The formulas of a note verbale, in the words of its sender; none is supplied. */
export const NoteForm = z.strictObject({
  opening: z.string().max(2000).optional(),
  closing: z.string().max(2000).optional(),
  place: z.string().max(120).optional(),
  /** Of whoever initials it beside the seal; a note verbale is not signed. */
  initials: z.string().min(1).max(12),
});

/** One thing that is asked for. */
export const Need = z.strictObject({
  what: z.string().min(1).max(300),
  quantity: Quantity.optional(),
  where: z.string().max(300).optional(),
  by: PlainDateText.optional(),
});
export type Need = z.output<typeof Need>;

/** Where a notice passes on what another said: its notice, and the originator's permission. */
export const Source = z.strictObject({
  notice: ActId,
  releasedBy: ActId.nullable().default(null),
});
export type Source = z.output<typeof Source>;

const Documents = z.array(Attachment).max(DOCUMENTS_MAX);

/** What may stand in a part of its own, with a narrower marking than the rest. */
export const Annex = z.strictObject({
  text: z.string().max(BODY_CHARACTERS_MAX).default(''),
  documents: Documents.default([]),
});

export type Annex = z.output<typeof Annex>;

/** `notices.issue`; a reply is one that names what it answers. */
export const Notice = z.strictObject({
  kind: Kind,
  number: NoticeNumber.optional(),
  subject: z.string().min(1).max(SUBJECT_CHARACTERS_MAX),
  /** Plain text; an empty line begins a paragraph. */
  body: z.string().max(BODY_CHARACTERS_MAX).default(''),
  language: LanguageCode,
  to: Addressed.default({ actors: [], groups: [] }),
  precedence: Precedence.default('routine'),
  /** Absent: after the hours that the channel gives for the precedence. */
  acknowledgeBy: Instant.optional(),
  replyBy: Instant.optional(),
  inReplyTo: ActId.optional(),
  references: z.array(ActId).max(REFERENCES_MAX).default([]),
  validFrom: Instant.optional(),
  expiresAt: Instant.optional(),
  form: NoteForm.optional(),
  needs: z.array(Need).max(NEEDS_MAX).default([]),
  /** The document that a form sends along; programs may name more below. */
  document: Attachment.optional(),
  documents: Documents.default([]),
  content: Content.nullable().default(null),
  source: Source.optional(),
  annex: Annex.optional(),
});
export type Notice = z.output<typeof Notice>;

/** `notices.update`: what is given takes the place of what the notice said; the rest stands. */
export const Update = z.strictObject({
  notice: ActId,
  reason: Reason,
  subject: z.string().min(1).max(SUBJECT_CHARACTERS_MAX).optional(),
  body: z.string().max(BODY_CHARACTERS_MAX).optional(),
  precedence: Precedence.optional(),
  acknowledgeBy: Instant.optional(),
  replyBy: Instant.optional(),
  expiresAt: Instant.optional(),
  needs: z.array(Need).max(NEEDS_MAX).optional(),
  documents: Documents.optional(),
  content: Content.nullable().optional(),
  /** Whether it is to be acknowledged once more, by those too who had acknowledged it before. */
  acknowledgeAgain: z.boolean().default(false),
});
export type Update = z.output<typeof Update>;

/** `notices.cancel`: nothing is due on it any more. */
export const Cancellation = z.strictObject({ notice: ActId, reason: Reason });
export type Cancellation = z.output<typeof Cancellation>;

/** `notices.permit-onward-release`: by the originator, TLP 2.0. */
export const Permit = z.strictObject({
  notice: ActId,
  to: z.array(ActorId).min(1).max(ADDRESSED_MAX),
  note: Note,
});
export type Permit = z.output<typeof Permit>;
