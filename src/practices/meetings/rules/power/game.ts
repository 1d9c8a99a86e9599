/**
 * A rule as a simple game: which sets of members adopt, if all of them say yes and all others no.
 * Von Neumann and Morgenstern 1944; Taylor and Zwicker 1999.
 */
import type { Formula } from '../../../../kernel/covering/formula.ts';
import { holds } from '../../../../kernel/covering/formula.ts';
import type { Arithmetic } from './arithmetic.ts';
import { linearOf } from './linear.ts';

/** The winning set has to weigh so much by these weights. */
export interface Test {
  readonly quota: bigint;
  /** Of each player; never negative. */
  readonly weights: readonly bigint[];
}

export interface Game {
  readonly players: number;
  readonly tests: readonly Test[];
  readonly formula: Formula;
}

/** Why a rule is no simple game. */
export type NoGame =
  /** It adopts whatever members say, or nothing. */
  | 'always'
  | 'never'
  /** Somebody's yes can turn adoption into rejection. */
  | 'not-monotone';

/** What a simple game leaves out of a rule. */
export const LEFT_OUT = [
  'abstentions',
  'casting-vote',
  'overruled',
  'leaves-out',
  'preliminary',
  'postponement',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** The rule as a game of all who may vote; else why it is none. */
export function gameOf(arithmetic: Arithmetic): Game | NoGame {
  const choices = arithmetic.players.map(() => null);
  const { demands, formula } = linearOf(arithmetic, {
    choices,
    joining: 'yes',
    others: 'no',
  });
  if (typeof formula === 'boolean') return formula ? 'always' : 'never';
  if (demands.some(({ gives }) => gives.some((one) => one < 0n))) return 'not-monotone';
  const tests = demands.map(({ lacks, gives }) => ({ quota: lacks, weights: gives }));
  const game = { players: choices.length, tests, formula };
  if (wins(game, () => false)) return 'always';
  return wins(game, () => true) ? game : 'never';
}

/** Whether a set of players wins. */
export function wins({ tests, formula }: Game, isIn: (player: number) => boolean): boolean {
  return holds(formula, (test) => {
    const { quota = 0n, weights = [] } = tests[test] ?? {};
    return weights.reduce((sum, one, at) => (isIn(at) ? sum + one : sum), 0n) >= quota;
  });
}

/** What of the rule the game says nothing of. */
export function leftOut({ rule }: Arithmetic): readonly LeftOut[] {
  const is: Readonly<Record<LeftOut, boolean>> = {
    abstentions: rule.method === 'vote',
    'casting-vote': rule.method === 'vote' && rule.tie !== 'rejected',
    overruled: rule.method === 'consensus' && rule.consensus?.objection === 'may-be-overruled',
    'leaves-out': rule.method === 'consensus' && rule.consensus?.objection === 'leaves-out',
    preliminary: rule.preliminary !== undefined,
    postponement: rule.postponedIf.length > 0,
  };
  return LEFT_OUT.filter((one) => is[one]);
}
