/** Which rule a question is decided by, where a rule asks beforehand or falls back on another. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { DECIDING } from './law.ts';
import type { OutcomeKind } from './poll.ts';

export type Governing =
  /** It has first to be decided, by this rule, whether the other one applies. */
  | { readonly kind: 'ask'; readonly by: DecisionRule; readonly whether: DecisionRule }
  | { readonly kind: 'decide'; readonly by: DecisionRule }
  /** Nothing is left to turn to. */
  | { readonly kind: 'over'; readonly by: DecisionRule };

/** What was decided under which rule; preliminary decisions apart from those on the question. */
export interface Taken {
  readonly preliminary: ReadonlyMap<string, OutcomeKind>;
  readonly outcomes: ReadonlyMap<string, OutcomeKind>;
}

/** An outcome after which another vote is still due under the same rule. */
const isOpen = (outcome: OutcomeKind | undefined): boolean =>
  outcome === undefined || outcome === 'postponed' || outcome === 'no-quorum';

/** What a rule leaves to do: to ask, to decide, to go on with another rule, or nothing. */
function standingOf(
  rule: DecisionRule,
  { preliminary, outcomes }: Taken,
): Governing['kind'] | 'next' {
  const asked = preliminary.get(rule.name);
  if (rule.preliminary !== undefined && isOpen(asked)) return 'ask';
  const applies = rule.preliminary === undefined || asked === 'adopted';
  if (!applies) return 'next';
  const outcome = outcomes.get(rule.name);
  if (isOpen(outcome)) return 'decide';
  // What two thirds were decided to be needed for does not then pass by half.
  return outcome === 'adopted' || rule.preliminary !== undefined ? 'over' : 'next';
}

const missing = (wanted: string): Refusal =>
  refuse(DECIDING.written, said('The body has no rule {$wanted}.', { wanted }));

type Named = ReadonlyMap<string, DecisionRule>;

function followed(rule: DecisionRule, named: Named, taken: Taken, seen: Set<string>) {
  const standing = standingOf(rule, taken);
  const { preliminary = '', fallback } = rule;
  if (standing === 'ask') {
    const by = named.get(preliminary);
    return by ? ({ kind: 'ask', by, whether: rule } as const) : missing(preliminary);
  }
  if (standing !== 'next') return { kind: standing, by: rule };
  // Rules that fall back on each other are a fault of theirs; here they only come to an end.
  return fallback === undefined || seen.has(fallback)
    ? ({ kind: 'over', by: rule } as const)
    : governed(fallback, named, taken, seen);
}

function governed(
  name: string,
  named: Named,
  taken: Taken,
  seen: Set<string>,
): Governing | Refusal {
  const rule = named.get(name);
  return rule ? followed(rule, named, taken, seen.add(name)) : missing(name);
}

/**
 * The rule that governs a question put under the rule of this name: consensus before a vote, a
 * preliminary vote on whether two thirds are needed. Refuses names that the body has no rule of.
 */
export function governingRule(
  rules: readonly DecisionRule[],
  name: string,
  taken: Taken,
): Governing | Refusal {
  return governed(name, new Map(rules.map((rule) => [rule.name, rule])), taken, new Set());
}
