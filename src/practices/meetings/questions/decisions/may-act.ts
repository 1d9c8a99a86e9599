/** What the asker may do upon a decision now, for each whom it reads for. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import { CHOICES, type DecisionRule } from '../../payloads/decision-rule.ts';
import { registerOf } from '../../registers.ts';
import type { Archive } from '../../rules/archive.ts';
import type { ElectionState } from '../../rules/deciding/election.ts';
import type { OutcomeKind } from '../../rules/deciding/poll.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import type { Floor } from '../../rules/decisions/floor.ts';
import { phaseOf } from '../../rules/decisions/phase.ts';
import { couldDo } from '../../rules/offered.ts';
import { type Tongue, named } from './rows.ts';

interface Upon {
  readonly state: DecisionState;
  readonly floor: Floor;
  readonly rule: DecisionRule;
  readonly at: InstantText;
  readonly result: OutcomeKind | null;
  readonly election: ElectionState | null;
  readonly archive: Archive;
}

/** Those who would be taken if they voted, cast a ballot, objected or stated a position now. */
function voices({ archive, at, election, floor, state }: Upon, actors: readonly string[]) {
  const { marking } = state.opening;
  const within = { archive, at, marking, register: registerOf('session', floor.session) };
  const decision = state.name;
  const who = (verb: string, ...said: readonly object[]) =>
    actors.filter((actor) =>
      said.some((payload) => couldDo(within, actor, verb, { decision, ...payload })),
    );
  const ballot = (election?.ballots.length ?? 0) + 1;
  return {
    vote: who('vote', ...CHOICES.map((choice) => ({ choice }))),
    elect: who('vote-for', { ballot, candidates: [] }),
    object: who('object', { reason: '' }),
    state: who('state-position', { kind: 'explanation', onBehalfOf: [] }),
    withdraw: who('withdraw-question', { reason: '' }),
  };
}

/** Whoever presides, or is a member, while nothing came out, and once it came to nothing. */
function procedure({ rule, result }: Upon, isOpen: boolean) {
  const isToBeEnded = result === null && isOpen;
  const isLost = result === 'blocked' || result === 'rejected';
  const isUndecided = result === 'postponed' || result === 'no-quorum';
  const mayBeResumed = rule.silence?.resumable === true && isLost;
  return { isToBeEnded, isLost, isUndecided, mayBeResumed };
}

/** What is offered is judged again when it is done. */
export function mayAct({ viewer }: Asked, upon: Upon, tongue: Tongue) {
  const { state, floor, at } = upon;
  const phase = phaseOf(state, floor, at);
  const members = new Set(floor.members(dayOf(at)));
  const own = viewer.actors.filter((actor) => members.has(actor));
  const presiding = viewer.actors.filter((actor) => floor.presides(actor, at));
  const may = voices(upon, viewer.actors);
  const stage = procedure(upon, phase === 'open' || phase === 'proposed');
  const { isToBeEnded, isLost, isUndecided, mayBeResumed } = stage;
  const among = (actors: readonly string[], is = true) =>
    (is ? actors : []).map((actor) => named(tongue, actor));
  return {
    mayVote: among(may.vote),
    mayElect: among(may.elect),
    mayObject: among(may.object),
    mayState: among(may.state),
    mayWithdraw: among(may.withdraw),
    mayPreside: among(presiding, isToBeEnded),
    mayPutAgain: among(presiding, isUndecided),
    mayDemand: among([...new Set([...own, ...presiding])], isToBeEnded),
    mayFollow: among(presiding, isLost),
    mayResume: among(presiding, mayBeResumed),
  };
}
