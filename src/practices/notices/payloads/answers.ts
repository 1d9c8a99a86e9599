/** Payloads of what others do upon a notice. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { Note, Quantity, Reason } from './parts.ts';

/** `notices.acknowledge`: read, and nothing more; no consent follows from it. */
export const Acknowledgement = z.strictObject({ notice: ActId, note: Note });
export type Acknowledgement = z.output<typeof Acknowledgement>;

/** `notices.offer-assistance`, upon a request. */
export const Offer = z.strictObject({
  request: ActId,
  what: z.string().min(1).max(300),
  quantity: Quantity.optional(),
  from: PlainDateText.optional(),
  note: Note,
});
export type Offer = z.output<typeof Offer>;

/** `notices.close`, by whoever began the thread. */
export const Closing = z.strictObject({ notice: ActId, outcome: Reason });
export type Closing = z.output<typeof Closing>;
