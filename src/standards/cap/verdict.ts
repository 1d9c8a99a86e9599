/** What is wrong with an alert: each fault with its rule and the place where it lies. */
import type { Rule } from '../../kernel/law.ts';

/**
 * An error breaks what the standard says MUST be, or its schema; a warning what SHOULD be, or says
 * what makes no sense to whoever is to act on it.
 */
export type Weight = 'error' | 'warning';

export interface Fault {
  readonly rule: Rule;
  readonly weight: Weight;
  /** `alert/info[2]/area[1]/polygon[1]`; counted from one. */
  readonly path: string;
  /** Line in the file, counted from one; 0 where it has none. */
  readonly line: number;
  /** What is wrong here, in one English sentence. */
  readonly what: string;
}

export interface Verdict {
  readonly valid: boolean;
  readonly errors: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export const FAULTS_MAX = 200;

/** The verdict over faults; of more than `FAULTS_MAX` the first are kept. */
export function verdictOf(faults: readonly Fault[]): Verdict {
  const weighing = (weight: Weight): Fault[] =>
    faults.filter((one) => one.weight === weight).slice(0, FAULTS_MAX);
  const errors = weighing('error');
  return { valid: errors.length === 0, errors, warnings: weighing('warning') };
}

/** One line for people: where, what, and by which rule. */
export function faultText({ rule, path, line, what }: Fault): string {
  const place = line > 0 ? `${path} (line ${line})` : path;
  return `${place}: ${what} [${rule.id}, ${rule.citation}]`;
}
