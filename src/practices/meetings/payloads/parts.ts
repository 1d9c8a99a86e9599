/** Parts that the payloads of several kinds of acts share. */
import { z } from 'zod';
import { ActId } from '../../../kernel/act.ts';
import { ActorId } from '../../../kernel/actor-id.ts';
import { WrittenInstant } from '../../../kernel/instants.ts';
import { FRACTION_TEXT_MAX, parseFraction } from '../../../kernel/fraction.ts';
import { FRACTION_FORMAT, NAME_FORMAT } from '../../../kernel/text-formats.ts';
import { NAME } from '../registers.ts';

export const NOTE_CHARACTERS_MAX = 2000;
export const WORDS_CHARACTERS_MAX = 20_000;
export const ACTORS_MAX = 300;

export const Note = z.string().max(NOTE_CHARACTERS_MAX).optional();
export const Reason = z.string().min(1).max(NOTE_CHARACTERS_MAX);
export const Citation = z.string().min(1).max(400);

/** The name of a body, session, text, rule, item or decision. */
export const Name = z
  .string()
  .regex(NAME, 'a name is in small letters, such as first-committee')
  .meta({ description: 'in small letters, with hyphens', format: NAME_FORMAT });

/** `A/80/L.12/Rev.1` */
export const DocumentSymbol = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9./()*+-]{0,78}[A-Za-z0-9)*]$/,
    'a symbol is such as A/80/L.12/Rev.1',
  );

export const Titles = z.strictObject({
  en: z.string().min(1).max(300),
  ar: z.string().max(300).optional(),
  es: z.string().max(300).optional(),
  fr: z.string().max(300).optional(),
  ru: z.string().max(300).optional(),
  zh: z.string().max(300).optional(),
});
export type Titles = z.output<typeof Titles>;

export const LanguageCode = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a code, such as en or zh-Hant');

const isFraction = (text: string): boolean => {
  try {
    parseFraction(text);
    return true;
  } catch {
    return false;
  }
};

/** An exact share or weight: `2/3`, `0.55`, `421`; never a floating number. */
export const FractionText = z
  .string()
  .max(FRACTION_TEXT_MAX)
  .refine(isFraction, 'a fraction is such as 2/3 or 0.55')
  .meta({ format: FRACTION_FORMAT });

/** An instant in UTC, which people may write to the minute: `2026-01-17T09:30Z`. */
export const Instant = WrittenInstant;

export const Actors = z.array(ActorId).max(ACTORS_MAX);
/** Groups or actors on whose behalf a delegation speaks, besides itself. */
export const OnBehalfOf = z.array(ActorId).max(20).default([]);
export const OfAct = ActId;
