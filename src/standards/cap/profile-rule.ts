/** A rule beyond the schema: over which part of an alert, how grave, and what breaks it. */
import type { Rule } from '../../kernel/law.ts';
import type { CapAlert } from './alert.ts';
import type { Weight } from './verdict.ts';
import type { CapVersion } from './versions.ts';

/** A rule over a part of an alert: what is wrong with it, each with the place below the part. */
export interface ProfileRule<Part> {
  readonly rule: Rule;
  readonly weight: Weight;
  /** Versions that it holds for; of all where none is named. */
  readonly versions?: readonly CapVersion[];
  readonly find: (part: Part, alert: CapAlert) => readonly Found[];
}

/** The place below the part, `''` for the part itself, and what is wrong. */
export type Found = readonly [place: string, what: string];

/** What a check finds where something does not hold: nothing, or one thing. */
export const unless = (holds: boolean, place: string, what: string): readonly Found[] =>
  holds ? [] : [[place, what]];
