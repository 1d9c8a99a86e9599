/** Where a rule comes from, and values that the law changes over time. */
import type { PlainDateText } from './dates.ts';
import type { Sentence } from './said.ts';

/** A rule as the platform applies it: a stable id, the provision it rests on, and its sense. */
export interface Rule {
  readonly id: string;
  /** The provision, as lawyers cite it: `VCLT Art. 24(1)`. */
  readonly citation: string;
  /** What the rule says, in our own words, English; pages translate by id. */
  readonly text: string;
  /** What it says where that is no fixed text, as of a clause, so that pages can say it too. */
  readonly said?: Sentence;
}

/** A value that holds from a day on, with the source that says so. */
export interface DatedValue<Value> {
  readonly from: PlainDateText;
  readonly value: Value;
  readonly citation: string;
}

/** A parameter of the law over time, earliest first. */
export interface Parameter<Value> {
  readonly id: string;
  readonly unit: string;
  readonly values: readonly DatedValue<Value>[];
}

const defined = new Map<string, Rule>();

/** Defines a rule; here so that every rule in the code is found by one name. */
export function rule(id: string, citation: string, text: string): Rule {
  const made = { id, citation, text };
  if (!defined.has(id)) defined.set(id, made);
  return made;
}

/**
 * Every rule that was defined by now, each once. Taken while a program is loaded it is what the
 * code applies; later it would hold what was made of acts, too.
 */
export const definedRules = (): readonly Rule[] => [...defined.values()];

/** Defines a parameter. Throws where its values do not stand in the order of their days. */
export function parameter<Value>(definition: Parameter<Value>): Parameter<Value> {
  const { id, values } = definition;
  const ordered = values.every(({ from }, at) => at === 0 || (values[at - 1]?.from ?? '') < from);
  if (!ordered) throw new RangeError(`${id}: values not in the order of their days`);
  return definition;
}

/** The value in effect on a day, or null before the first. */
export function valueOn<Value>(
  parameter: Parameter<Value>,
  day: PlainDateText,
): DatedValue<Value> | null {
  return parameter.values.findLast((dated) => dated.from <= day) ?? null;
}
