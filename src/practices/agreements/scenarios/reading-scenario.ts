/**
 * What a scenario of reading declarations is: given a page's words and what is on record, when it
 * is read, then these are the proposals; nothing is recorded before a person confirms one.
 */
import type { Told } from '../paper-registers.ts';

/** What one statement was read as. */
export interface ProposalTold {
  readonly actor: string | null;
  readonly kind: string;
  readonly provisions: readonly string[];
  /** On record since before, so that it is not proposed again. */
  readonly known?: true;
}

/** What a person makes of a statement: confirms it as read, or corrects it first. */
export interface ConfirmedTold {
  /** Place of the statement on the page, from 1. */
  readonly statement: number;
  readonly corrected?: Readonly<Record<string, unknown>>;
}

export interface ReadingScenario {
  readonly title: string;
  /** Names by which participants stand on the page. */
  readonly names: Readonly<Record<string, string>>;
  readonly given: readonly Told[];
  readonly page: string;
  readonly proposed: readonly ProposalTold[];
  readonly confirmed: readonly ConfirmedTold[];
  /** What is on record in the end beyond what was given: who, what, on which provisions. */
  readonly recorded: readonly (readonly [actor: string, kind: string, provisions: string])[];
}
