/** What is said of an object that was read: what breaks a rule, and what is only unwise. */
import type { Rule } from '../../kernel/law.ts';

export interface Remark {
  readonly rule: Rule;
  /** Path from the object, or from the bundle where none is meant: `external_references[0].url`. */
  readonly where: string;
  /** What is wrong there, in words. */
  readonly what: string;
}

export interface Verdict {
  /** The object breaks a MUST: it is not valid. */
  readonly errors: readonly Remark[];
  /** It leaves a SHOULD, or uses what is deprecated: it is valid. */
  readonly warnings: readonly Remark[];
}

/** So many remarks are kept of one object; more would tell nobody more. */
export const REMARKS_MAX = 100;

/** Gathers remarks of one object, up to a bound. */
export class Remarks implements Verdict {
  readonly errors: Remark[] = [];
  readonly warnings: Remark[] = [];

  error(rule: Rule, where: string, what: string): void {
    if (this.errors.length < REMARKS_MAX) this.errors.push({ rule, where, what });
  }

  warn(rule: Rule, where: string, what: string): void {
    if (this.warnings.length < REMARKS_MAX) this.warnings.push({ rule, where, what });
  }
}

const QUOTED_LENGTH_MAX = 60;

/** A value as remarks quote it: short, and without controls that would break a line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
  return plain.length > QUOTED_LENGTH_MAX
    ? `“${plain.slice(0, QUOTED_LENGTH_MAX)}…”`
    : `“${plain}”`;
}
