/**
 * Tries a rule on the votes that are furthest apart: all in favour, all against, all abstaining,
 * nobody voting. A rule that the first does not carry can never be met; one that the others carry
 * needs nobody.
 */
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { Choice, DecisionRule } from '../../payloads/decision-rule.ts';
import { test } from './conditions.ts';
import { namedCounter } from './count.ts';
import { breakersOf, decide } from './decide.ts';
import { DECIDING } from './law.ts';
import type { Fault } from './leaf-faults.ts';
import { asksNames, conditionsOf, leavesOf } from './leaves.ts';
import type { Poll } from './poll.ts';
import { rollOf } from './roll.ts';
import type { RuleSetting } from './rule-setting.ts';

/** So many stand in for members that are not known yet. */
const STRANGERS = 300;
const strangers = Array.from({ length: STRANGERS }, (_, at) => `stranger-${at}`);

/** A poll in which everybody does the same; null: nobody votes. */
function unanimous(rule: DecisionRule, setting: RuleSetting, choice: Choice | null): Poll {
  const members = setting.members ?? strangers;
  return {
    rule,
    on: '2000-01-01',
    members: members.map((actor) => ({ actor, isPresent: true, hindered: null })),
    votes: new Map(choice === null ? [] : members.map((actor) => [actor, choice])),
    weight: (scheme, actor) => setting.weight(scheme, actor),
    ...(setting.totalWeight && { totalWeight: (scheme) => setting.totalWeight?.(scheme) ?? null }),
    isIn: (selector, actor) => setting.isIn(selector, actor),
  };
}

/** Whether enough is known to try it: strangers have no weights, groups or seats. */
function canTry(rule: DecisionRule, { members }: RuleSetting): boolean {
  if (members !== null) return members.length > 0;
  const leaves = conditionsOf(rule).flatMap(({ condition }) => leavesOf(condition));
  return rule.electorate === undefined && !leaves.some(([, leaf]) => asksNames(leaf));
}

const TRIED: readonly (Choice | null)[] = ['yes', 'no', 'abstain', null];

const SAID: Readonly<Record<Choice | 'none', string>> = {
  yes: 'all are in favour',
  no: 'all are against',
  abstain: 'all abstain',
  none: 'nobody votes',
};

/** All do what should carry it: vote for it, or keep silent where nothing is voted. */
function bestFaults(rule: DecisionRule, setting: RuleSetting): Fault[] {
  const best = rule.method === 'vote' ? 'yes' : null;
  const outcome = decide(unanimous(rule, setting, best));
  if (isRefusal(outcome)) {
    return outcome.rule.id === DECIDING.weights.id ? [['uncovered', outcome.reason]] : [];
  }
  if (outcome.outcome === 'adopted') return [];
  const why = outcome.finding.text ?? outcome.outcome;
  return [['never', `even where ${SAID[best ?? 'none']} the outcome is: ${why}`]];
}

/** All do what should not carry it. */
function worstFaults(rule: DecisionRule, setting: RuleSetting): Fault[] {
  const worst = rule.method === 'vote' ? (['no', 'abstain', null] as const) : (['no'] as const);
  return worst.flatMap((choice): Fault[] => {
    const outcome = decide(unanimous(rule, setting, choice));
    const isAdopted = !isRefusal(outcome) && outcome.outcome === 'adopted';
    return isAdopted ? [['always', `it is adopted even where ${SAID[choice ?? 'none']}`]] : [];
  });
}

function idleFaults(rule: DecisionRule, setting: RuleSetting): Fault[] {
  const conditions = rule.method === 'vote' ? rule.blockedIf : breakersOf(rule);
  const counters = TRIED.map((choice) => namedCounter(rollOf(unanimous(rule, setting, choice))));
  const asWell = rule.method === 'vote' ? rule.postponedIf : [];
  return [...conditions, ...asWell].flatMap((condition): Fault[] => {
    const tested = counters.map((counter) => test(condition, counter));
    const isEver = tested.some(({ isMet }) => isMet);
    return isEver ? [] : [['never', `nothing ever meets: ${tested[0]?.label ?? ''}`]];
  });
}

/** What trying shows to be wrong; nothing where too little is known to try. */
export function probeFaults(rule: DecisionRule, setting: RuleSetting): Fault[] {
  if (rule.method === 'election' || !canTry(rule, setting)) return [];
  const faults = [...bestFaults(rule, setting), ...worstFaults(rule, setting)];
  return faults.length > 0 ? faults : idleFaults(rule, setting);
}
