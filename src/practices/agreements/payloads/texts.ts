/** Payloads of texts: what an agreement says, provision by provision, language by language. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalText } from '../../../kernel/canonical.ts';
import {
  HEADING_LENGTH_MAX,
  NUMBER_LENGTH_MAX,
  PROVISIONS_MAX,
  TITLE_LENGTH_MAX,
  WORDS_LENGTH_MAX,
} from '../../../standards/akoma-ntoso/text-document.ts';
import { PlainDateText } from '../../../kernel/dates.ts';
import { PROVISION_KINDS, ProvisionId, type ProvisionKind } from '../provision.ts';
import { LanguageCode, Note } from './parts.ts';

// The keys of an object literal, which TypeScript gives as plain texts.
const KINDS = Object.keys(PROVISION_KINDS) as [ProvisionKind, ...ProvisionKind[]];

/** One provision in the order of the text; its place in the whole is in its address. */
export const Provision = z.strictObject({
  id: ProvisionId,
  kind: z.enum(KINDS),
  /** The number as it is printed: `Article 11`, `1.`, `(b)`. */
  number: z.string().max(NUMBER_LENGTH_MAX).optional(),
  heading: z.string().max(HEADING_LENGTH_MAX).optional(),
  /** Its own words, those of the provisions below it left out. Paragraphs end in line feeds. */
  text: z.string().max(WORDS_LENGTH_MAX).default(''),
});
export type Provision = z.output<typeof Provision>;

/**
 * The text in one language, whole. The first opens the register of what is being negotiated; each
 * later one of the same language replaces the one before, until the text is adopted.
 */
export const FixedText = z.strictObject({
  on: PlainDateText,
  language: LanguageCode,
  title: z.string().min(1).max(TITLE_LENGTH_MAX),
  provisions: z.array(Provision).min(1).max(PROVISIONS_MAX),
  /** Whether it is one of the authentic ones; else a translation. VCLT Art. 33. */
  authentic: z.boolean().default(true),
  note: Note,
});
export type FixedText = z.output<typeof FixedText>;

/** One change that an amendment makes in the text that it amends. */
export const TextChange = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('replace'),
    /** With all below it. */
    provision: ProvisionId,
    by: z.array(Provision).min(1).max(200),
  }),
  z.strictObject({
    change: z.literal('insert'),
    after: ProvisionId,
    provisions: z.array(Provision).min(1).max(200),
  }),
  z.strictObject({ change: z.literal('repeal'), provision: ProvisionId }),
]);
export type TextChange = z.output<typeof TextChange>;

/** In the register of an amendment: how it changes the text of the agreement that it amends. */
export const TextChanges = z.strictObject({
  on: PlainDateText,
  language: LanguageCode,
  changes: z.array(TextChange).min(1).max(500),
  note: Note,
});
export type TextChanges = z.output<typeof TextChanges>;

/** A text by its name and hash, without its words. */
export function namedOnly(payload: object): Record<string, unknown> {
  const { provisions, changes, on: _on, ...named } = payload as Partial<FixedText & TextChanges>;
  const digest = createHash('sha256')
    .update(canonicalText(provisions ?? changes ?? []))
    .digest('hex');
  return { ...named, digest };
}
