/** The shape of a depositary notification in answers: facts, from which every language is made. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import { Passage } from '../payloads/depositary.ts';
import { Wording } from '../payloads/parts.ts';
import { Day } from './shapes.ts';

/** One act that a notification communicates. */
export const NotifiedAct = z.object({
  act: z.string(),
  kind: z.string(),
  instrument: z.string().nullable(),
  form: z.string().nullable(),
  actor: z.string(),
  name: z.string(),
  madeOn: Day,
  receivedOn: Day,
  effectOn: Day,
  /** From which day on something is open, or until when one may object. */
  from: Day,
  until: Day,
  /** What was said, word for word. */
  statement: Wording.nullable(),
  passages: z.array(Passage),
  /** With which depositary, where there are several. */
  withName: z.string().nullable(),
  struckOut: z.boolean(),
});

export const NotificationAnswer = z.object({
  act: z.string(),
  number: z.string(),
  on: PlainDateText,
  agreement: z.string(),
  title: z.string(),
  adoptedOn: PlainDateText,
  adoptedAt: z.string().nullable(),
  depositaries: z.array(z.object({ actor: z.string(), name: z.string() })),
  /** The number of the notification that this one, a corrigendum, puts right. */
  corrects: z.string().nullable(),
  note: z.string().nullable(),
  struckOut: z.boolean(),
  /** Whom it reaches, as they stood on its day. */
  reach: z.object({ parties: z.int(), contracting: z.int(), signatories: z.int() }),
  /** Entry into force of the agreement, where one of its acts has brought it about. */
  entryIntoForceOn: Day,
  clause: z.string(),
  acts: z.array(NotifiedAct),
});
