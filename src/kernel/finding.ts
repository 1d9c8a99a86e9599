/**
 * An answer with its reasons: the value, the rule it rests on, the acts that were counted and those
 * that were not and why, what is missing, and the findings below it.
 */
import { z } from 'zod';
import type { PlainDateText } from './dates.ts';
import type { Rule } from './law.ts';
import { type Sentence, SentenceShape, inEnglish } from './said.ts';

/** A thing that a finding points at: an act, an actor, a provision. */
export interface Ref {
  readonly label: string;
  /** Act id, where it is an act. */
  readonly act?: string;
  readonly actor?: string;
  readonly on?: PlainDateText;
  readonly href?: string;
  /** What it is or did, in a word of its practice: `ratification`, `member`. */
  readonly kind?: string;
}

export interface Excluded {
  readonly ref: Ref;
  readonly reason: string;
  readonly citation?: string;
  /** The reason as it was said, so that a page can say it in its reader's language. */
  readonly said?: Sentence;
}

export type FindingValue = string | number | boolean | null;

export interface Finding {
  readonly question: string;
  readonly value: FindingValue;
  readonly text?: string;
  readonly rule: Rule;
  readonly counted: readonly Ref[];
  readonly excluded: readonly Excluded[];
  /** What is still missing for the value to change, in words with their numbers. */
  readonly missing: readonly string[];
  readonly parts: readonly Finding[];
  /** What was said, so that a page can say it in its reader's language. */
  readonly said?: FindingSaid;
}

export interface FindingSaid {
  readonly question?: Sentence;
  readonly text?: Sentence;
  /** One for each that is missing, in the same order. */
  readonly missing?: readonly Sentence[];
}

const RefShape = z.object({
  label: z.string(),
  act: z.string().optional(),
  actor: z.string().optional(),
  on: z.string().optional(),
  href: z.string().optional(),
  kind: z.string().optional(),
});

const FindingSaidShape = z.object({
  question: SentenceShape.optional(),
  text: SentenceShape.optional(),
  missing: z.array(SentenceShape).optional(),
});

/** A finding as it stands in answers; it is its own shape all the way down. */
export const FindingShape: z.ZodType<Finding> = z.lazy(() =>
  z.object({
    question: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    text: z.string().optional(),
    rule: z.object({
      id: z.string(),
      citation: z.string(),
      text: z.string(),
      said: SentenceShape.optional(),
    }),
    counted: z.array(RefShape),
    excluded: z.array(
      z.object({
        ref: RefShape,
        reason: z.string(),
        citation: z.string().optional(),
        said: SentenceShape.optional(),
      }),
    ),
    missing: z.array(z.string()),
    parts: z.array(FindingShape),
    said: FindingSaidShape.optional(),
  }),
) as z.ZodType<Finding>; // The recursive shape is the interface, which zod cannot infer.

type Words = string | Sentence;

interface Given extends Partial<Omit<Finding, 'question' | 'text' | 'missing' | 'said'>> {
  readonly question: Words;
  readonly value: FindingValue;
  readonly text?: Words;
  readonly rule: Rule;
  readonly missing?: readonly Words[];
}

const inPlainWords = (words: Words): string =>
  typeof words === 'string' ? words : inEnglish(words);

const isSentence = (words: Words | undefined): words is Sentence => typeof words === 'object';

/** What was given as sentences; those missing are told of only where all are. */
function saidOf({ question, text, missing = [] }: Given): FindingSaid | null {
  const lacking = missing.filter(isSentence);
  const said = {
    ...(isSentence(question) ? { question } : {}),
    ...(isSentence(text) ? { text } : {}),
    ...(lacking.length > 0 && lacking.length === missing.length ? { missing: lacking } : {}),
  };
  return Object.keys(said).length === 0 ? null : said;
}

/** Makes a finding; what is not given is empty. What it says stands before what it rests on. */
export function finding(given: Given): Finding {
  const { counted = [], excluded = [], missing = [], parts = [], ...rest } = given;
  const { question, text, ...more } = rest;
  const said = saidOf(given);
  return {
    question: inPlainWords(question),
    ...more,
    ...(text === undefined ? {} : { text: inPlainWords(text) }),
    counted,
    excluded,
    missing: missing.map(inPlainWords),
    parts,
    ...(said === null ? {} : { said }),
  };
}

/** One that is not counted, with the reason as a sentence. */
export function excludedFor(ref: Ref, reason: Sentence, citation?: string): Excluded {
  const cited = citation === undefined ? {} : { citation };
  return { ref, reason: inEnglish(reason), ...cited, said: reason };
}

/** Every act that a finding rests on, its parts included, each once, in order of mention. */
export function actsOf(one: Finding): string[] {
  const own = one.counted.flatMap((ref) => (ref.act === undefined ? [] : [ref.act]));
  return [...new Set([...own, ...one.parts.flatMap(actsOf)])];
}
