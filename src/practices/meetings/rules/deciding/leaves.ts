/** What stands within a rule: its conditions down to what is counted. */
import type { Condition, Count, DecisionRule, Share } from '../../payloads/decision-rule.ts';

export type Leaf = Share | Count;

/** Where in a rule a condition stands, and what it is there for. */
export interface Placed {
  /** `adoptedIf`, `blockedIf.0`, `quorum` */
  readonly path: string;
  readonly purpose: 'adopts' | 'blocks' | 'postpones' | 'quorum' | 'elects';
  readonly condition: Condition;
}

/** The shares and counts within a condition, each with its path. */
export function leavesOf(condition: Condition, path = ''): readonly [string, Leaf][] {
  if (condition.kind === 'share' || condition.kind === 'count') return [[path, condition]];
  return condition.of.flatMap((one, at) => leavesOf(one, `${path}.${at}`));
}

/** Every condition of a rule. */
export function conditionsOf(rule: DecisionRule): readonly Placed[] {
  const { adoptedIf, blockedIf, postponedIf, quorum, election } = rule;
  const one = (path: string, purpose: Placed['purpose'], condition: Condition | undefined) =>
    condition ? [{ path, purpose, condition }] : [];
  return [
    ...one('adoptedIf', 'adopts', adoptedIf),
    ...blockedIf.flatMap((each, at) => one(`blockedIf.${at}`, 'blocks', each)),
    ...postponedIf.flatMap((each, at) => one(`postponedIf.${at}`, 'postpones', each)),
    ...one('quorum', 'quorum', quorum),
    ...one('election.majority', 'elects', election?.majority),
  ];
}

/** Whether votes have to be known by name for this to be tested. */
export const asksNames = ({ among, weights }: Leaf): boolean =>
  weights !== undefined || (among !== undefined && among.kind !== 'all');
