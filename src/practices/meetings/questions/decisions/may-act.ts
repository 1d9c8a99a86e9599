/** What the asker may do upon a decision now, for each whom it reads for. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { Asked } from '../../../../kernel/define-area.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
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
}

/** What is offered is judged again when it is done. */
export function mayAct(
  { viewer }: Asked,
  { state, floor, rule, at, result }: Upon,
  tongue: Tongue,
) {
  const phase = phaseOf(state, floor, at);
  const members = new Set(floor.members(dayOf(at)));
  const own = viewer.actors.filter((actor) => members.has(actor));
  const voting = own.filter((actor) => whyNoVote(floor, rule, actor, at) === null);
  const among = (actors: readonly string[]) => actors.map((actor) => named(tongue, actor));
  const hasNotVoted = (actor: string): boolean => rule.changeable || !state.votes.has(actor);
  const hasObjected = (actor: string): boolean =>
    standingObjections(state).some((one) => one.actor === actor);
  const isOpen = phase === 'open';
  const presiding = viewer.actors.filter((actor) => floor.presides(actor, at));
  const mayBeResumed = rule.silence?.resumable === true && result === 'blocked';
  return {
    mayVote: among(isOpen && rule.method === 'vote' ? voting.filter(hasNotVoted) : []),
    mayObject: among(
      isOpen && (rule.method === 'silence' || rule.method === 'consensus')
        ? voting.filter((actor) => !hasObjected(actor))
        : [],
    ),
    mayState: among(phase === 'withdrawn' ? [] : own),
    mayPreside: among(result === null && (isOpen || phase === 'proposed') ? presiding : []),
    mayResume: among(mayBeResumed ? presiding : []),
  };
}
