/** Payloads of what civil society and other observers hand in, and of what became of it. */
import { z } from 'zod';
import { Attachment } from '../../../kernel/attachment.ts';
import { DocumentSymbol, LanguageCode, Name, Reason, WORDS_CHARACTERS_MAX } from './parts.ts';

/** `meetings.submit-input`, by an observer that may. */
export const SubmittedInput = z
  .strictObject({
    /** By this it is named in the session: `readable-reports`. */
    input: Name,
    title: z.string().min(1).max(300),
    item: Name.optional(),
    language: LanguageCode.default('en'),
    words: z.string().max(WORDS_CHARACTERS_MAX).optional(),
    document: Attachment.optional(),
    /** What it would have changed. */
    concerns: DocumentSymbol.optional(),
  })
  .refine(
    ({ words, document }) => (words ?? '').trim() !== '' || document !== undefined,
    'an input has words or a document',
  );
export type SubmittedInput = z.output<typeof SubmittedInput>;

export const FATES = ['circulated', 'heard', 'reflected', 'declined'] as const;

/** `meetings.answer-input`: what became of it; there may be several answers over time. */
export const AnsweredInput = z
  .strictObject({
    input: Name,
    fate: z.enum(FATES),
    /** Where it is circulated, or which text reflects it. */
    symbol: DocumentSymbol.optional(),
    paragraph: z.string().max(100).optional(),
    reason: Reason.optional(),
  })
  .refine(
    ({ fate, reason }) => fate !== 'declined' || reason !== undefined,
    'say why it is declined',
  )
  .refine(
    ({ fate, paragraph, symbol }) =>
      fate !== 'reflected' || (paragraph !== undefined && symbol !== undefined),
    'say in which paragraph of which document it is reflected',
  );
export type AnsweredInput = z.output<typeof AnsweredInput>;
