/** Where a secret ballot has its place: under which rules, and in place of what. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { DECIDING } from '../deciding/law.ts';
import { asksNames, conditionsOf, leavesOf } from '../deciding/leaves.ts';
import type { Upon } from '../decisions/judging.ts';
import { UPON } from '../decisions/law.ts';
import { electionOf } from '../decisions/ballots.ts';
import type { DecisionState } from '../decisions/decision-state.ts';
import { isSecret, opened } from './counted.ts';

/** Why a rule cannot be decided by secret ballot: it asks for names that the box does not give. */
export function secretFault(rule: DecisionRule): Refusal | null {
  if (rule.method !== 'vote' && rule.method !== 'election') {
    return refuse(
      UPON.secret,
      said('{$name} decides by {$method}, where nobody votes.', {
        name: rule.name,
        method: rule.method,
      }),
      {
        remedy: said('Put it under a rule for votes or elections.'),
      },
    );
  }
  const asking = conditionsOf(rule).find(({ condition }) =>
    leavesOf(condition).some(([, leaf]) => asksNames(leaf)),
  );
  return asking === undefined
    ? null
    : refuse(
        DECIDING.secrecy,
        said('{$name} asks whose votes they are ({$path}).', {
          name: rule.name,
          path: asking.path,
        }),
        {
          remedy: said('Vote by name, or by a rule that only counts.'),
          values: { path: asking.path },
        },
      );
}

/** That a vote by name is not what was put to a secret ballot. */
export function openly({ decision, rule }: Upon<object>): Refusal | null {
  return isSecret(decision, rule)
    ? refuse(UPON.secret, said('{$name} is decided by secret ballot.', { name: decision.name }), {
        remedy: said('Take a ballot paper and put it into the box.'),
      })
    : null;
}

/** An election that waits for a lot or for its box, or is over, has no ballot to close. */
export function hasBallot(given: Upon<object>): Refusal | null {
  const { decision, rule } = given;
  const { closings } = decision;
  if (isSecret(decision, rule) && closings.length > opened(decision)) {
    return refuse(
      UPON.closed,
      said('The box of ballot {$count} is not opened yet.', { count: closings.length }),
      {
        remedy: said('Wait until it is; whoever keeps the record opens it.'),
      },
    );
  }
  const state = electionOf(decision, given);
  return state === null || state.status === 'open'
    ? null
    : refuse(UPON.closed, said('No ballot of {$name} is being taken.', { name: decision.name }));
}

/** Whether anybody took a paper of any of its ballots. */
export const paperTaken = ({ rounds }: DecisionState): boolean =>
  [...rounds.values()].some(({ taken }) => taken.size > 0);

/** Whether anybody voted on it, by name or on paper. */
export const hasVotes = (decision: DecisionState): boolean =>
  decision.votes.size > 0 || decision.ballots.size > 0 || paperTaken(decision);
