/**
 * Payloads of the depositary's own work: full powers, instruments received, notifications,
 * corrections of a text, registration. VCLT Arts. 7, 76-80; UN Charter Art. 102.
 */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { Attachment } from '../../../kernel/attachment.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { ProvisionId } from '../provision.ts';
import { Instrument } from './agreement.ts';
import { LanguageCode, Note, Office, Representative } from './parts.ts';

/** What full powers allow. */
export const POWERS = [
  'negotiate',
  'adopt',
  'initial',
  'sign',
  'deposit',
  'reserve',
  'withdraw',
] as const;

/** VCLT Arts. 2(1)(c), 7. In an agreement's register they are for it; else for all agreements. */
export const FullPowers = z.strictObject({
  on: PlainDateText,
  holder: z.strictObject({ name: z.string().min(1).max(200), office: Office }),
  powers: z.array(z.enum(POWERS)).min(1).max(POWERS.length),
  /** Who signed them: one of those who need none themselves. */
  issuedBy: z.strictObject({ name: z.string().min(1).max(200), office: Office }),
  /** The last day on which they hold; absent: until revoked. */
  until: PlainDateText.optional(),
  document: Attachment.optional(),
  note: Note,
});
export const FullPowersRevocation = z.strictObject({
  on: PlainDateText,
  fullPowers: ActId,
  note: Note,
});

/** VCLT Art. 10(b): the text is initialled. `terms` is the hash of what was initialled. */
export const Initialling = z.strictObject({
  on: PlainDateText,
  by: Representative.optional(),
  note: Note,
});

/** An instrument came in and is examined; only its deposit has effect. VCLT Art. 77(1)(d). */
export const ReceivedInstrument = z.strictObject({
  instrument: Instrument,
  on: PlainDateText,
  dated: PlainDateText.optional(),
  by: Representative.optional(),
  document: Attachment.optional(),
  note: Note,
});
export const ReturnedInstrument = z.strictObject({
  on: PlainDateText,
  received: ActId,
  reasons: z.string().min(1).max(2000),
});

export const NOTIFICATION_NUMBER =
  /^C\.N\.([1-9]\d{0,4})\.(\d{4})\.TREATIES-([A-Za-z0-9]+(?:\.[A-Za-z0-9]+){0,4})$/;

/** The parts of a number: its serial, which is one for all agreements of a year, and the file. */
export function readNotificationNumber(number: string): {
  serial: number;
  year: number;
  reference: string;
} {
  const [, serial, year, reference = ''] = NOTIFICATION_NUMBER.exec(number) ?? [];
  return { serial: Number(serial), year: Number(year), reference };
}

/** The depositary tells the parties, and those entitled to become so. VCLT Arts. 77(1)(e), 78. */
export const Notification = z.strictObject({
  /** `C.N.<serial>.<year>.TREATIES-<chapter>.<number>`. */
  number: z.string().regex(NOTIFICATION_NUMBER, 'such as C.N.12.2026.TREATIES-IV.4'),
  on: PlainDateText,
  /** The acts that it communicates. */
  acts: z.array(ActId).min(1).max(200),
  /** The notification that this one, a corrigendum, puts right; its acts may be told again. */
  corrects: ActId.optional(),
  note: Note,
});

/** A passage that is wrong, and what should stand there, in one language. */
export const Passage = z.strictObject({
  provision: ProvisionId,
  language: LanguageCode,
  wrong: z.string().min(1).max(4000),
  right: z.string().max(4000),
});

/** VCLT Art. 79(1), (2): an error is proposed to be corrected, within a time to object. */
export const CorrectionProposal = z.strictObject({
  on: PlainDateText,
  passages: z.array(Passage).min(1).max(100),
  /** The last day for objections; absent: ninety days after the proposal. */
  objectBy: PlainDateText.optional(),
  reason: z.string().min(1).max(2000),
});
export const CorrectionObjection = z.strictObject({
  on: PlainDateText,
  proposal: ActId,
  reason: z.string().min(1).max(2000),
});
/** VCLT Art. 79(2)(a), (4): the procès-verbal; the corrected text holds from the beginning. */
export const Rectification = z.strictObject({
  on: PlainDateText,
  proposal: ActId,
  document: Attachment.optional(),
  note: Note,
});

/** UN Charter Art. 102; General Assembly resolution 97 (I), Arts. 1, 5. After entry into force. */
export const Registration = z.strictObject({
  on: PlainDateText,
  number: z.string().min(1).max(40),
  volume: z.string().max(40).optional(),
  note: Note,
});

export type FullPowers = z.output<typeof FullPowers>;
export type FullPowersRevocation = z.output<typeof FullPowersRevocation>;
export type Initialling = z.output<typeof Initialling>;
export type ReceivedInstrument = z.output<typeof ReceivedInstrument>;
export type ReturnedInstrument = z.output<typeof ReturnedInstrument>;
export type Notification = z.output<typeof Notification>;
export type Passage = z.output<typeof Passage>;
export type CorrectionProposal = z.output<typeof CorrectionProposal>;
export type CorrectionObjection = z.output<typeof CorrectionObjection>;
export type Rectification = z.output<typeof Rectification>;
export type Registration = z.output<typeof Registration>;
