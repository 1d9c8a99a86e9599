/** Whether it is a question's turn to be voted on, or what comes before it and by which rule. */
import type { Rule } from '../../../../kernel/law.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import type { NotPut, Step, StepKind } from '../deciding/agenda-of-votes.ts';
import { OF_MEETING, precedenceOf } from '../deciding/motions.ts';
import type { DecisionState } from './decision-state.ts';
import { UPON } from './law.ts';
import { firstNameOf, latestOf, matterOf, membersOf } from './matter.ts';
import { type Room, orderOfVotes, rivalsInOrder } from './order-of-votes.ts';
import { hasEnded } from './phase.ts';

const RULE_OF_STEP: Readonly<Record<StepKind, Rule>> = {
  motion: UPON.precedence,
  preliminary: UPON.preliminary,
  amendment: UPON.order,
  division: UPON.order,
  part: UPON.order,
  whole: UPON.order,
};

const BEFORE: Readonly<Record<StepKind, Sentence>> = {
  motion: said('it is a motion'),
  preliminary: said('it decides by which rule the others are decided'),
  amendment: said('it is an amendment, and further removed or an amendment of one'),
  division: said('it is about voting in parts'),
  part: said('it is a part of the whole'),
  whole: said('it is put first'),
};

const NOT_PUT: Readonly<Record<NotPut['kind'], (by: string) => Sentence>> = {
  withdrawn: () => said('it was withdrawn'),
  stopped: (by) => said('the motion {$by} was carried', { by }),
  implied: (by) => said('the adoption of {$by} implies its rejection', { by }),
  deleted: (by) => said('the adoption of {$by} deletes all that it would amend', { by }),
  left: (by) => said('{$by}, to which it belongs, is decided or not put', { by }),
  undivided: (by) => said('{$by}, the motion for division, was not carried', { by }),
  'parts-rejected': () => said('all operative parts were rejected, and the whole with them'),
};

/** Motions that interrupt the meeting go before all else that is to be opened. */
export function interrupted({ decisions, at }: Room, decision: DecisionState): Refusal | null {
  const { on } = decision.opening.payload;
  const own = on.kind === 'motion' ? precedenceOf(on.motion) : Number.MAX_SAFE_INTEGER;
  const before = [...decisions.values()].find(({ opening, ...other }) => {
    const put = opening.payload.on;
    if (put.kind !== 'motion' || put.of !== undefined || other.name === decision.name) return false;
    const isOpen = other.withdrawal === null && !hasEnded({ opening, ...other }, at);
    return isOpen && OF_MEETING.includes(put.motion) && precedenceOf(put.motion) < own;
  });
  return before === undefined
    ? null
    : refuse(
        UPON.precedence,
        said('{$name} has precedence over {$decisionName}.', {
          name: before.name,
          decisionName: decision.name,
        }),
        {
          remedy: said('Have it voted on, or withdrawn, first.'),
          values: { first: before.name },
        },
      );
}

function stepFault(step: Step, first: Step | undefined): Refusal | null {
  if (step.status === 'not-put' && step.why !== null) {
    const reason = NOT_PUT[step.why.kind](step.why.by ?? '');
    return refuse(
      UPON.falls,
      said('{$name} is not put to the vote: {$reason}.', { name: step.name, reason }),
      {
        values: { ...(step.why.by !== null && { by: step.why.by }) },
      },
    );
  }
  if (step.status !== 'later' || first === undefined) return null;
  return refuse(
    RULE_OF_STEP[first.kind],
    said('{$name} comes before {$stepName}: {$why}.', {
      name: first.name,
      stepName: step.name,
      why: BEFORE[first.kind],
    }),
    {
      remedy: said('Close or withdraw {$name} first.', { name: first.name }),
      values: { first: first.name },
    },
  );
}

function rivalFault(room: Room, matter: string): Refusal | null {
  const { names, waiting } = rivalsInOrder(room, matter);
  const [motion] = waiting;
  if (names.length < 2) return null;
  if (motion !== undefined) {
    return refuse(
      UPON.priority,
      said('{$name}, on what is voted on first, is not decided yet.', { name: motion.name }),
      {
        remedy: said('Close or withdraw {$name} first.', { name: motion.name }),
        values: { first: motion.name },
      },
    );
  }
  const first = names.find((name) => orderOfVotes(room, name).result === 'pending');
  return first === undefined || first === matter
    ? null
    : refuse(UPON.priority, said('{$first} was submitted before {$matter}.', { first, matter }), {
        remedy: said('Vote on {$first} first, or move priority for {$matter}.', { first, matter }),
        values: { first },
      });
}

/** Null: the question may be voted on now. Else what comes first, with the rule. */
export function turnFault(room: Room, decision: DecisionState): Refusal | null {
  const { decisions } = room;
  const matter = matterOf(decisions, decision.name);
  const { on } = decision.opening.payload;
  if (membersOf(decisions, matter).length > 1) {
    const { steps, next } = orderOfVotes(room, matter);
    const own = steps.find(({ name }) => name === firstNameOf(decisions, decision.name));
    const fault =
      own &&
      stepFault(
        own,
        steps.find(({ name }) => name === next),
      );
    if (fault) return fault;
  }
  return on.kind === 'motion' || latestOf(decisions, matter) === null
    ? null
    : rivalFault(room, matter);
}
