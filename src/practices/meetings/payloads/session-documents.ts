/** Payloads of acts on documents of a session, and on who sponsors them. */
import { z } from 'zod';
import { Attachment } from '../../../kernel/attachment.ts';
import { Actors, DocumentSymbol, LanguageCode, Name, Note, Reason, Titles } from './parts.ts';

export const DOCUMENT_KINDS = [
  'draft',
  'amendment',
  'report',
  'note',
  'letter',
  'statement',
  'information',
] as const;
export const DISTRIBUTIONS = ['general', 'limited', 'restricted', 'provisional'] as const;

/** One language in which it is out. */
const Version = z.strictObject({ language: LanguageCode, document: Attachment.optional() });

/**
 * `meetings.issue-document`: under a symbol that nothing else has. What it revises, adds to or
 * corrects follows from the symbol: `A/80/L.12/Rev.1`.
 */
export const IssuedDocument = z.strictObject({
  symbol: DocumentSymbol,
  title: Titles,
  kind: z.enum(DOCUMENT_KINDS),
  item: Name.optional(),
  languages: z.array(Version).max(12).default([]),
  /** The text under negotiation that it shows. */
  text: Name.optional(),
  /** The document that an amendment would change. */
  amends: DocumentSymbol.optional(),
  distribution: z.enum(DISTRIBUTIONS).default('general'),
  /** Main sponsors of a draft or an amendment. */
  sponsors: Actors.default([]),
  note: Note,
});
export type IssuedDocument = z.output<typeof IssuedDocument>;

/** `meetings.sponsor`, `meetings.withdraw-sponsorship` */
export const Sponsored = z.strictObject({ symbol: DocumentSymbol, note: Note });
export type Sponsored = z.output<typeof Sponsored>;
/** `meetings.withdraw-proposal`, by a main sponsor */
export const WithdrawnProposal = z.strictObject({
  symbol: DocumentSymbol,
  reason: Reason.optional(),
});
export type WithdrawnProposal = z.output<typeof WithdrawnProposal>;
/** `meetings.take-over`: what was withdrawn is introduced again by another member. */
export const TakenOver = z.strictObject({ symbol: DocumentSymbol, note: Note });
export type TakenOver = z.output<typeof TakenOver>;
