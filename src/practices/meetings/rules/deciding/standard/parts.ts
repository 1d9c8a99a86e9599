/** Words in which the rules of many bodies are written. */
import type { z } from 'zod';
import type { PlainDateText } from '../../../../../kernel/dates.ts';
import type { Base, DecisionRule, Selector } from '../../../payloads/decision-rule.ts';
import { titled } from './titles.ts';

export type WrittenRule = z.input<typeof DecisionRule>;

/** A rule of a body while it was in effect. */
export interface StandardRule {
  readonly from: PlainDateText;
  /** Its last day; absent: it is in effect. */
  readonly until?: PlainDateText;
  readonly rule: WrittenRule;
}

/** The rules by which a body decides, as its instruments state them. */
export interface StandardRules {
  readonly body: string;
  readonly title: string;
  readonly rules: readonly StandardRule[];
}

interface Scope {
  readonly among?: Selector;
  readonly weights?: string;
}

/** In favour: this share of the base, or more. */
export const atLeast = (threshold: string, base: Base, scope: Scope = {}) =>
  ({ kind: 'share', base, threshold, of: 'yes', more: false, ...scope }) as const;
/** In favour: more than this share of the base. */
export const moreThan = (threshold: string, base: Base, scope: Scope = {}) =>
  ({ ...atLeast(threshold, base, scope), more: true }) as const;
/** So many in favour. */
export const votes = (count: number, scope: Scope = {}) =>
  ({ kind: 'count', of: 'yes', atLeast: `${count}`, ...scope }) as const;
/** Of those present, for a quorum. */
export const present = <Condition extends object>(condition: Condition) =>
  ({ ...condition, of: 'present' }) as const;
/** Of those against, for what blocks. */
export const against = <Condition extends object>(condition: Condition) =>
  ({ ...condition, of: 'no' }) as const;

export const seats = (name: string): Selector => ({ kind: 'seats', seats: name });

/** More than half of those present and voting; who abstains is taken as not voting. */
export const SIMPLE = moreThan('1/2', 'present-and-voting');
export const TWO_THIRDS = atLeast('2/3', 'present-and-voting');

const called = (rule: WrittenRule): WrittenRule => ({ ...rule, title: titled(rule.title) });

export const since = (from: PlainDateText, rule: WrittenRule): StandardRule => ({
  from,
  rule: called(rule),
});
export const between = (
  from: PlainDateText,
  until: PlainDateText,
  rule: WrittenRule,
): StandardRule => ({ from, until, rule: called(rule) });
