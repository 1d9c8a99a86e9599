/** Payloads of a ministry's own record: how far its State is on the way to being bound. */
import { z } from 'zod';
import { Attachment } from '../../../kernel/attachment.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { AgreementId, Instrument } from './agreement.ts';
import { Note } from './parts.ts';

/** Steps within a State; signature and deposit are acts under the agreement itself. */
export const STAGES = [
  'under-study',
  'submitted',
  'approved',
  'promulgated',
  'instrument-made',
  'set-aside',
] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.output<typeof Stage>;

/** In the register `national/<actor>`, seen by whom its marking names. */
export const StageReached = z.strictObject({
  agreement: AgreementId,
  stage: Stage,
  on: PlainDateText,
  instrument: Instrument.optional(),
  /** The law, decree or debate by which it was reached. */
  reference: z.string().max(300).optional(),
  /** When the next step is expected, and by whom. */
  nextBy: PlainDateText.optional(),
  responsible: z.string().max(200).optional(),
  document: Attachment.optional(),
  note: Note,
});
export type StageReached = z.output<typeof StageReached>;
