/**
 * Finds what is wrong with rules when they are written, rather than when a vote fails by them: what
 * can never be met, what is met whatever is voted, and names of what the body does not have.
 */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { type Fault, leafFaults, selectorFaults } from './leaf-faults.ts';
import { electionFaults } from './election-faults.ts';
import { DECIDING } from './law.ts';
import { asksNames, conditionsOf, leavesOf } from './leaves.ts';
import { probeFaults } from './rule-probes.ts';
import { turnFaults } from './turn-faults.ts';
import type { RuleFault, RuleSetting } from './rule-setting.ts';

type Part =
  | 'adoptedIf'
  | 'blockedIf'
  | 'postponedIf'
  | 'consensus'
  | 'silence'
  | 'election'
  | 'tie';

/** Which parts are read under each method; the first has to be there. */
const READ: Readonly<Record<DecisionRule['method'], readonly Part[]>> = {
  vote: ['adoptedIf', 'blockedIf', 'postponedIf', 'tie'],
  consensus: ['blockedIf', 'consensus'],
  silence: ['silence', 'blockedIf', 'consensus'],
  election: ['election'],
};
const PARTS: readonly Part[] = [...new Set(Object.values(READ).flat())];

function has(rule: DecisionRule, part: Part): boolean {
  const value = rule[part];
  if (part === 'tie') return value !== 'rejected';
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function methodFaults(rule: DecisionRule): Fault[] {
  const { method } = rule;
  const read = READ[method];
  const [needed] = read;
  const faults: Fault[] =
    method !== 'consensus' && needed !== undefined && !has(rule, needed)
      ? [['incomplete', `a rule by ${method} says ${needed}, and this one does not`]]
      : [];
  const unread = PARTS.filter((part) => has(rule, part) && !read.includes(part));
  return [
    ...faults,
    ...unread.map((part): Fault => ['unread', `${part} means nothing in a rule by ${method}`]),
  ];
}

function modeFaults(rule: DecisionRule): Fault[] {
  const isSecret = rule.modes.includes('secret');
  const leaves = conditionsOf(rule).flatMap(({ condition }) => leavesOf(condition));
  return isSecret && leaves.some(([, leaf]) => asksNames(leaf))
    ? [['never', 'a secret ballot cannot tell whose votes are weighed, grouped or vetoes']]
    : [];
}

function tieFaults({ tie, adoptedIf }: DecisionRule): Fault[] {
  if (tie === 'rejected' || adoptedIf === undefined) return [];
  const isHalf =
    adoptedIf.kind === 'share' && adoptedIf.more && ['1/2', '0.5'].includes(adoptedIf.threshold);
  return isHalf ? [] : [['unread', 'votes are equally divided only where more than half adopts']];
}

function secondVoteFaults({ secondVote, tie, postponedIf }: DecisionRule): Fault[] {
  const isDue = tie === 'second-vote' || postponedIf.length > 0;
  return secondVote === undefined || isDue
    ? []
    : [['unread', 'there is no second vote where nothing is put off or taken again']];
}

function matterFaults({ matters }: DecisionRule): Fault[] {
  const again = matters.find((one, at) => matters.indexOf(one) !== at);
  return again === undefined ? [] : [['twice', `it names matters of ${again} twice`]];
}

/** Those who decide are there; nobody is told what a group of nobody decides. */
function electorateFaults({ electorate }: DecisionRule, setting: RuleSetting): Fault[] {
  if (electorate === undefined) return [];
  const named = selectorFaults(electorate, setting);
  const { members } = setting;
  const isEmpty =
    named.length === 0 &&
    members !== null &&
    members.length > 0 &&
    !members.some((actor) => setting.isIn(electorate, actor));
  return isEmpty ? [['never', 'nobody is among those who decide']] : named;
}

const at =
  (path: string) =>
  (fault: Fault): [string, Fault] => [path, fault];

/** What is wrong with one rule, beside others of these names. */
export function ruleFaults(
  rule: DecisionRule,
  setting: RuleSetting,
  methods: ReadonlyMap<string, DecisionRule['method']>,
): RuleFault[] {
  const placed = conditionsOf(rule).flatMap((one) =>
    leavesOf(one.condition, one.path).flatMap(([path, leaf]) =>
      leafFaults(one, leaf, setting).map((fault): [string, Fault] => [path, fault]),
    ),
  );
  const found: (readonly [string, Fault])[] = [
    ...methodFaults(rule).map(at('method')),
    ...modeFaults(rule).map(at('modes')),
    ...matterFaults(rule).map(at('matters')),
    ...tieFaults(rule).map(at('tie')),
    ...secondVoteFaults(rule).map(at('secondVote')),
    ...electionFaults(rule).map(at('election')),
    ...electorateFaults(rule, setting).map(at('electorate')),
    ...placed,
    ...turnFaults(rule, methods),
  ];
  // What is wrong in itself is said as such; trying it would only repeat it.
  const probed = found.length > 0 ? [] : probeFaults(rule, setting);
  return [...found, ...probed.map(at(''))].map(([path, [kind, reason]]) => ({
    rule: rule.name,
    path,
    kind,
    reason,
  }));
}

/** Rules that lead back to themselves by what they fall back on, or ask beforehand. */
function loopFaults(rules: readonly DecisionRule[]): RuleFault[] {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean => {
    const rule = byName.get(from);
    const next = [rule?.fallback, rule?.preliminary].filter((name) => name !== undefined);
    return next.some((name) => {
      if (name === goal) return true;
      if (seen.has(name)) return false;
      return reaches(name, goal, seen.add(name));
    });
  };
  return rules
    .filter(({ name }) => reaches(name, name, new Set()))
    .map(({ name }) => ({
      rule: name,
      path: 'fallback',
      kind: 'loop',
      reason: `${name} leads back to itself by what it falls back on or asks beforehand`,
    }));
}

/** By what each rule of a body decides, by its name. */
export const methodsOf = (
  rules: readonly DecisionRule[],
): ReadonlyMap<string, DecisionRule['method']> =>
  new Map(rules.map(({ name, method }) => [name, method]));

/** What is wrong with all rules of a body together. */
export function rulesFaults(rules: readonly DecisionRule[], setting: RuleSetting): RuleFault[] {
  const methods = methodsOf(rules);
  const twice = [...methods.keys()].filter(
    (name) => rules.filter((one) => one.name === name).length > 1,
  );
  return [
    ...twice.map((name): RuleFault => {
      return { rule: name, path: 'name', kind: 'twice', reason: `two rules are named ${name}` };
    }),
    ...loopFaults(rules),
    ...rules.flatMap((rule) => ruleFaults(rule, setting, methods)),
  ];
}

/** Refuses rules with the first fault; null where there is none. */
export function refuseFaulty(faults: readonly RuleFault[]): Refusal | null {
  const [first] = faults;
  if (first === undefined) return null;
  const where = first.path === '' ? first.rule : `${first.rule}, ${first.path}`;
  const fault = { where, reason: first.reason };
  const others = faults.length - 1;
  return refuse(
    DECIDING.written,
    others > 0
      ? said('{$where}: {$reason}. There are {$others} more faults.', { ...fault, others })
      : said('{$where}: {$reason}.', fault),
    {
      remedy: said('Correct the rule; what is needed has to be adoptable, and able to fail.'),
      values: { rule: first.rule, path: first.path, kind: first.kind },
    },
  );
}
