/** What the acts of the practice hold: schemas of their payloads. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { Attachment } from '../../../kernel/attachment.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { NAME_FORMAT } from '../../../kernel/text-formats.ts';
import { FinalClauses } from '../clauses.ts';
import { LanguageCode, Note, Representative, TermsHash } from './parts.ts';

export const AGREEMENT_ID = /^[a-z0-9][a-z0-9-]{1,80}$/;
export const AgreementId = z
  .string()
  .regex(AGREEMENT_ID, 'an agreement is a name in small letters, such as common-river')
  .meta({ format: NAME_FORMAT });

export const SECTORS = [
  'diplomacy',
  'organizations',
  'trade',
  'security',
  'human-rights',
  'environment',
  'health',
  'science',
  'culture-education',
  'humanitarian',
  'development',
  'peacekeeping',
  'space',
] as const;

/** Instruments that express consent to be bound. VCLT Arts. 11-16; VCLT-IO Art. 14. */
export const INSTRUMENTS = [
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
  'formal-confirmation',
  'notification',
  'note',
] as const;
export const Instrument = z.enum(INSTRUMENTS);
export type Instrument = z.infer<typeof Instrument>;

export const KINDS = ['multilateral', 'bilateral', 'constituent', 'protocol', 'amendment'] as const;

const Titles = z.strictObject({
  en: z.string().min(1).max(500),
  ar: z.string().max(500).optional(),
  es: z.string().max(500).optional(),
  fr: z.string().max(500).optional(),
  ru: z.string().max(500).optional(),
  zh: z.string().max(500).optional(),
});

/** What an agreement is called for short in other languages than English: `TICE`, `ДВЗЯИ`. */
export const ShortTitles = z.strictObject({
  ar: z.string().min(1).max(120).optional(),
  es: z.string().min(1).max(120).optional(),
  fr: z.string().min(1).max(120).optional(),
  ru: z.string().min(1).max(120).optional(),
  zh: z.string().min(1).max(120).optional(),
});

/** What `summary` says, in other languages than English. */
export const Summaries = z.strictObject({
  ar: z.string().min(1).max(1000).optional(),
  es: z.string().min(1).max(1000).optional(),
  fr: z.string().min(1).max(1000).optional(),
  ru: z.string().min(1).max(1000).optional(),
  zh: z.string().min(1).max(1000).optional(),
});

/** What `note` says, in other languages than English. */
export const Notes = z.strictObject({
  ar: z.string().min(1).max(2000).optional(),
  es: z.string().min(1).max(2000).optional(),
  fr: z.string().min(1).max(2000).optional(),
  ru: z.string().min(1).max(2000).optional(),
  zh: z.string().min(1).max(2000).optional(),
});

export const OpenForSignature = z
  .strictObject({
    from: PlainDateText,
    to: PlainDateText.optional(),
    at: z.string().max(200).optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to, { message: 'ends before it begins' });

export const Adoption = z.strictObject({
  title: Titles,
  shortTitle: z.string().max(120).optional(),
  shortTitles: ShortTitles.optional(),
  kind: z.enum(KINDS),
  sectors: z.array(z.enum(SECTORS)).min(1).max(13),
  adoptedOn: PlainDateText,
  adoptedAt: z.string().max(200).optional(),
  authenticLanguages: z.array(LanguageCode).max(40).default([]),
  depositary: z.array(ActorId).max(10).default([]),
  /** The agreement that this one amends or supplements. */
  parent: AgreementId.optional(),
  /** Whether it modifies its parent between those only that consent to it. VCLT Art. 41. */
  interSe: z.boolean().optional(),
  /**
   * Whether each party keeps a copy of its own and there is no common custodian: consents then
   * quote the hash of the terms.
   */
  mirrored: z.boolean().optional(),
  /** Chapter and number under which the depositary files it: `IV.4`. */
  reference: z
    .string()
    .regex(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+){0,4}$/, 'a chapter and a number, such as IV.4')
    .max(40)
    .optional(),
  openForSignature: OpenForSignature.optional(),
  finalClauses: FinalClauses,
  registration: z
    .strictObject({ number: z.string().max(40), on: PlainDateText.optional() })
    .optional(),
  summary: z.string().max(1000).optional(),
  summaries: Summaries.optional(),
  note: Note,
  notes: Notes.optional(),
  links: z
    .array(
      z.strictObject({
        title: z.string().max(200),
        url: z.url({ protocol: /^https?$/ }),
      }),
    )
    .max(20)
    .default([]),
});
export type Adoption = z.output<typeof Adoption>;

export const Signature = z.strictObject({
  on: PlainDateText,
  form: z.enum(['simple', 'ad-referendum', 'definitive']).default('simple'),
  by: Representative.optional(),
  /** Hash of the terms that are signed; needed where the agreement is mirrored. */
  terms: TermsHash.optional(),
  document: Attachment.optional(),
  note: Note,
});
export const Deposit = z.strictObject({
  instrument: Instrument,
  /** The day the depositary received it; the day the instrument was made is `dated`. */
  on: PlainDateText,
  dated: PlainDateText.optional(),
  /** The act by which it was received for examination. */
  received: ActId.optional(),
  by: Representative.optional(),
  /** With which depositary, where there are several. VCLT Art. 76(1). */
  with: ActorId.optional(),
  /** Hash of the terms consented to; needed where the agreement is mirrored. */
  terms: TermsHash.optional(),
  document: Attachment.optional(),
  note: Note,
});
export const ProvisionalApplication = z.strictObject({
  on: PlainDateText,
  note: Note,
});
export const Notice = z.strictObject({
  on: PlainDateText,
  by: Representative.optional(),
  document: Attachment.optional(),
  note: Note,
});
export const Revocation = z.strictObject({
  withdrawal: ActId,
  on: PlainDateText,
  note: Note,
});
export const Happening = z.strictObject({
  event: z.string().min(1).max(80),
  /** Of whom it is recorded, where it is not of the agreement as a whole. */
  of: ActorId.optional(),
  on: PlainDateText,
  note: Note,
});
export const Correction = z
  .strictObject({
    act: ActId,
    /** Whether the act is struck out; else `change` says what should have stood there. */
    void: z.boolean().default(false),
    change: z
      .strictObject({
        actor: ActorId,
        on: PlainDateText,
        effectiveOn: PlainDateText.nullable(),
        instrument: Instrument,
        form: z.enum(['simple', 'ad-referendum', 'definitive']),
      })
      .partial()
      .refine((change) => Object.keys(change).length > 0, { message: 'nothing is changed' })
      .optional(),
    reason: z.string().min(1).max(2000),
  })
  .refine((given) => given.void !== (given.change !== undefined), {
    message: 'either void, or change',
  });

export type Signature = z.output<typeof Signature>;
export type Deposit = z.output<typeof Deposit>;
export type Notice = z.output<typeof Notice>;
export type Revocation = z.output<typeof Revocation>;
export type Happening = z.output<typeof Happening>;
export type Correction = z.output<typeof Correction>;
