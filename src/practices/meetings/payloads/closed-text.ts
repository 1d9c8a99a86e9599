/** Payloads of acts by which the negotiation of a text ends, or is taken up again. */
import { z } from 'zod';
import { Note, Reason } from './parts.ts';

/** `meetings.close-text`: nothing is proposed to it any more. */
export const ClosedText = z.strictObject({ note: Note });
export type ClosedText = z.output<typeof ClosedText>;

/** `meetings.reopen-text` */
export const ReopenedText = z.strictObject({ reason: Reason });
export type ReopenedText = z.output<typeof ReopenedText>;
