/** Whether a member may vote under a rule, or why not. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { Floor, Hindrance } from './floor.ts';

/** Why a member has no vote in a decision. */
export interface NoVote extends Hindrance {
  readonly kind: 'electorate' | 'rights';
}

/** Null: it may vote. Of somebody who is no member it says nothing. */
export function whyNoVote(
  floor: Floor,
  rule: DecisionRule,
  actor: string,
  at: InstantText,
): NoVote | null {
  const { electorate } = rule;
  if (electorate !== undefined && !floor.isIn(electorate, actor, dayOf(at))) {
    const reason = `${actor} is not among those who decide under ${rule.name}.`;
    return { kind: 'electorate', reason, citation: rule.citation };
  }
  const hindrance = floor.hindrance(rule, actor, at);
  return hindrance === null ? null : { kind: 'rights', ...hindrance };
}
