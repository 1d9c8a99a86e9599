/** Polls for tests: members that are there and voted, by short lists of names. */
import { own } from '../../../../kernel/own.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { type Fraction, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { type Choice, DecisionRule, type Selector } from '../../payloads/decision-rule.ts';
import { decide } from './decide.ts';
import type { Elector, Outcome, Poll } from './poll.ts';
import type { WrittenRule } from './standard/parts.ts';

type Given = Partial<Omit<Poll, 'rule' | 'members' | 'votes' | 'weight' | 'isIn'>> & {
  readonly members?: readonly string[];
  readonly absent?: readonly string[];
  readonly hindered?: Readonly<Record<string, string>>;
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly abstain?: readonly string[];
  readonly weights?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Who holds a seat of a group, is in a group or a party to an agreement, by its name. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
};

type Lists = Readonly<Record<string, readonly string[]>>;

/** The name of the list that a selector means. */
function listOf(selector: Exclude<Selector, { kind: 'all' | 'actors' | 'not' }>): string {
  if (selector.kind === 'group') return selector.group;
  return selector.kind === 'seats' ? selector.seats : selector.agreement;
}

/** Whether an actor is meant, where groups, seats and agreements are lists. */
export function isInLists(selector: Selector, actor: string, lists: Lists): boolean {
  switch (selector.kind) {
    case 'all':
      return true;
    case 'actors':
      return selector.actors.includes(actor);
    case 'not':
      return !isInLists(selector.of, actor, lists);
    default:
      return own(lists, listOf(selector))?.includes(actor) ?? false;
  }
}

/** The weight of an actor in a table of schemes. */
export function weightIn(
  given: Pick<Given, 'weights'>,
  scheme: string,
  actor: string,
): Fraction | null {
  const weight = own(own(given.weights, scheme), actor);
  return weight === undefined ? null : parseFraction(weight);
}

/** A poll; members are those that voted where none are named, and there unless absent. */
export function pollOf(rule: WrittenRule, given: Given): Poll {
  const { yes = [], no = [], abstain = [], absent = [], hindered = {}, ...more } = given;
  const votes = new Map<string, Choice>([
    ...yes.map((actor) => [actor, 'yes'] as const),
    ...no.map((actor) => [actor, 'no'] as const),
    ...abstain.map((actor) => [actor, 'abstain'] as const),
  ]);
  const members = (given.members ?? [...votes.keys(), ...absent]).map((actor): Elector => {
    const reason = own(hindered, actor);
    return {
      actor,
      isPresent: !absent.includes(actor),
      hindered: reason === undefined ? null : { reason, citation: 'Rule 1' },
    };
  });
  return {
    on: '2026-03-02',
    ...more,
    rule: DecisionRule.parse(rule),
    members,
    votes,
    weight: (scheme, actor) => weightIn(given, scheme, actor),
    isIn: (selector, actor) => isInLists(selector, actor, given.groups ?? {}),
  };
}

/** The outcome of a poll that can be computed. */
export function decided(rule: WrittenRule, given: Given): Outcome {
  const outcome = decide(pollOf(rule, given));
  if (isRefusal(outcome)) throw new Error(outcome.reason);
  return outcome;
}

/** Names of so many members: `m1`, `m2`, … */
export const named = (count: number, prefix = 'm'): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);

/** So many of the names, apart: three lists of the given lengths. */
export function parted(names: readonly string[], ...lengths: readonly number[]): string[][] {
  let from = 0;
  return lengths.map((length) => names.slice(from, (from += length)));
}

export const whole = (count: number): Fraction => fraction(BigInt(count));
