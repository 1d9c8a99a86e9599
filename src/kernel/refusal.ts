/** An expected "no", as a value: what was asked, which rule says no, and what to do about it. */
import type { Rule } from './law.ts';
import { type Sentence, inEnglish } from './said.ts';

export interface Refusal {
  readonly refused: true;
  readonly rule: Rule;
  /** What is wrong here, in one English sentence. */
  readonly reason: string;
  /** What one can do, in one English sentence. */
  readonly remedy?: string;
  /** Reason and remedy as they were said, so that a page can say them in its reader's language. */
  readonly said: { readonly reason: Sentence; readonly remedy?: Sentence };
  /** Values that machines get by name. */
  readonly values: Readonly<Record<string, string>>;
  /** Whether the same may stand later: what was signed elsewhere waits then, and is not refused. */
  readonly forNow?: true;
}

/** Makes a refusal under a rule. */
export function refuse(
  rule: Rule,
  reason: Sentence,
  details: { remedy?: Sentence; values?: Record<string, string>; forNow?: true } = {},
): Refusal {
  const { remedy, values = {}, forNow } = details;
  return {
    refused: true,
    rule,
    reason: inEnglish(reason),
    said: { reason, ...(remedy === undefined ? {} : { remedy }) },
    values,
    ...(remedy === undefined ? {} : { remedy: inEnglish(remedy) }),
    ...(forNow === undefined ? {} : { forNow }),
  };
}

/**
 * Tells a refusal from an answer of ours. Not for what others sent: a payload may hold members of
 * any name, so it could pass for a refusal here.
 */
export function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null) return false;
  if (!('refused' in value && 'rule' in value)) return false;
  return value.refused === true && typeof value.rule === 'object' && value.rule !== null;
}
