/** What the asker may do upon a decision now, for each whom it reads for. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { isSecret } from '../../rules/ballots/counted.ts';
import type { OutcomeKind } from '../../rules/deciding/poll.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import type { Floor } from '../../rules/decisions/floor.ts';
import { phaseOf, standingObjections } from '../../rules/decisions/phase.ts';
import { whyNoVote } from '../../rules/decisions/voting-rights.ts';
import { type Tongue, named } from './rows.ts';

interface Upon {
  readonly state: DecisionState;
  readonly floor: Floor;
  readonly rule: DecisionRule;
  readonly at: InstantText;
  readonly result: OutcomeKind | null;
  /** It is first to be decided which rule governs: no vote is taken yet. */
  readonly isWaiting: boolean;
}

/** Those of the members who may still vote under the rule, cast a ballot, or object. */
function voices({ state, floor, rule, at }: Upon, own: readonly string[]) {
  const voting = own.filter((actor) => whyNoVote(floor, rule, actor, at) === null);
  const objecting = standingObjections(state).map(({ actor }) => actor);
  const isOpenly = !isSecret(state, rule);
  const byObjection = rule.method === 'silence' || rule.method === 'consensus';
  return {
    vote: isOpenly && rule.method === 'vote' ? voting : [],
    elect: isOpenly && rule.method === 'election' ? voting : [],
    object: byObjection ? voting.filter((actor) => !objecting.includes(actor)) : [],
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
  const { state, floor, rule, at, result } = upon;
  const phase = phaseOf(state, floor, at);
  const members = new Set(floor.members(dayOf(at)));
  const own = viewer.actors.filter((actor) => members.has(actor));
  const presiding = viewer.actors.filter((actor) => floor.presides(actor, at));
  const ballot = state.ballots.get(state.closings.length + 1);
  const isOpen = phase === 'open';
  const { vote, elect, object } = voices(upon, isOpen && !upon.isWaiting ? own : []);
  const stage = procedure(upon, isOpen || phase === 'proposed');
  const { isToBeEnded, isLost, isUndecided, mayBeResumed } = stage;
  const among = (actors: readonly string[], is = true) =>
    (is ? actors : []).map((actor) => named(tongue, actor));
  return {
    mayVote: among(vote.filter((actor) => rule.changeable || !state.votes.has(actor))),
    mayElect: among(
      elect.filter((actor) => !ballot?.has(actor)),
      result === null,
    ),
    mayObject: among(object),
    mayState: among(own, phase !== 'withdrawn'),
    mayPreside: among(presiding, isToBeEnded),
    mayPutAgain: among(presiding, isUndecided),
    mayDemand: among([...new Set([...own, ...presiding])], isToBeEnded),
    mayFollow: among(presiding, isLost),
    mayResume: among(presiding, mayBeResumed),
  };
}
