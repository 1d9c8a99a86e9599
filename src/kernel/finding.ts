/**
 * An answer with its reasons: the value, the rule it rests on, the acts that were counted and those
 * that were not and why, what is missing, and the findings below it.
 */
import { z } from 'zod';
import type { PlainDateText } from './dates.ts';
import type { Rule } from './law.ts';

/** A thing that a finding points at: an act, an actor, a provision. */
export interface Ref {
  readonly label: string;
  /** Act id, where it is an act. */
  readonly act?: string;
  readonly actor?: string;
  readonly on?: PlainDateText;
  readonly href?: string;
}

export interface Excluded {
  readonly ref: Ref;
  readonly reason: string;
  readonly citation?: string;
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
}

const RefShape = z.object({
  label: z.string(),
  act: z.string().optional(),
  actor: z.string().optional(),
  on: z.string().optional(),
  href: z.string().optional(),
});

/** A finding as it stands in answers; it is its own shape all the way down. */
export const FindingShape: z.ZodType<Finding> = z.lazy(() =>
  z.object({
    question: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    text: z.string().optional(),
    rule: z.object({ id: z.string(), citation: z.string(), text: z.string() }),
    counted: z.array(RefShape),
    excluded: z.array(
      z.object({ ref: RefShape, reason: z.string(), citation: z.string().optional() }),
    ),
    missing: z.array(z.string()),
    parts: z.array(FindingShape),
  }),
) as z.ZodType<Finding>; // The recursive shape is the interface, which zod cannot infer.

/** Makes a finding; what is not given is empty. What it says stands before what it rests on. */
export function finding(
  given: Pick<Finding, 'question' | 'value' | 'rule'> & Partial<Finding>,
): Finding {
  const { counted = [], excluded = [], missing = [], parts = [], ...said } = given;
  return { ...said, counted, excluded, missing, parts };
}

/** Every act that a finding rests on, its parts included, each once, in order of mention. */
export function actsOf(one: Finding): string[] {
  const own = one.counted.flatMap((ref) => (ref.act === undefined ? [] : [ref.act]));
  return [...new Set([...own, ...one.parts.flatMap(actsOf)])];
}
