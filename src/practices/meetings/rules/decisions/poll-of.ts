/** The poll that a decision is: whose votes stand in it, and what its rule may ask of them. */
import { type InstantText, dayOf } from '../../../../kernel/dates.ts';
import type { Choice, DecisionRule } from '../../payloads/decision-rule.ts';
import type { Elector, Poll, Statement } from '../deciding/poll.ts';
import type { Fact } from '../facts.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { standingObjections } from './phase.ts';
import { type NoVote, whyNoVote } from './voting-rights.ts';

const SHADES = ['reservation', 'dissociation', 'interpretation'] as const;

interface Cast {
  readonly choice: Choice;
  readonly act: string;
}

/** What was cast: of a consensus, an objection counts as a no. */
function castIn(decision: DecisionState): Map<string, Cast> {
  const { votes } = decision;
  const objections = standingObjections(decision);
  return new Map([
    ...objections.map(({ actor, act }) => [actor, { choice: 'no' as const, act }] as const),
    ...[...votes].map(
      ([actor, { act, payload }]) => [actor, { choice: payload.choice, act }] as const,
    ),
  ]);
}

function statementsIn({ positions }: DecisionState): Statement[] {
  return positions.flatMap(({ actor, act, payload }) => {
    const kind = SHADES.find((one) => one === payload.kind);
    return kind === undefined ? [] : [{ actor, act, kind }];
  });
}

const hinderedBy = ({ reason, citation, for: why }: NoVote): Elector['hindered'] => ({
  reason,
  citation,
  ...(why !== undefined && { for: why }),
});

/** Those who vote under the rule, as they are at the instant; of them, who is in the room. */
export function electorsAt(
  {
    floor,
    rule,
    at,
  }: { readonly floor: Floor; readonly rule: DecisionRule; readonly at: InstantText },
  isThere: (actor: string) => boolean,
): Elector[] {
  return floor.members(dayOf(at)).flatMap((actor) => {
    const why = whyNoVote(floor, rule, actor, at);
    if (why?.kind === 'electorate') return [];
    const hindered = why === null ? null : hinderedBy(why);
    return [{ actor, hindered, isPresent: isThere(actor) || floor.isPresent(actor, at) }];
  });
}

/** Whether it was stated before the close; of an election, which has many, by the instant. */
function isBeforeClose({ opening, closings }: DecisionState, at: InstantText) {
  const closing = opening.payload.on.kind === 'election' ? undefined : closings[0];
  return ({ ledger, recordedAt }: Fact): boolean =>
    recordedAt <= at && (closing === undefined || ledger < closing.ledger);
}

/**
 * Who votes, casts a ballot or takes a paper, objects or states a position is there. What is said
 * after the close, as a correction of intention is, shows nobody in the room: the tally stays.
 */
export function hasSpoken(decision: DecisionState, actor: string, at: InstantText): boolean {
  const { votes, ballots, objections, positions, rounds } = decision;
  if ([...rounds.values()].some(({ taken }) => taken.has(actor))) return true;
  if (votes.has(actor) || [...ballots.values()].some((cast) => cast.has(actor))) return true;
  const stated = positions.filter(isBeforeClose(decision, at));
  return [...objections, ...stated].some((one) => one.actor === actor);
}

/** The poll as it stood at an instant; what was received later is not in the decision. */
export function pollOf(
  decision: DecisionState,
  {
    floor,
    rule,
    at,
  }: { readonly floor: Floor; readonly rule: DecisionRule; readonly at: InstantText },
): Poll {
  const on = dayOf(at);
  const cast = castIn(decision);
  const closing = decision.closings[0];
  const { overruled, castingVote } = closing?.payload ?? {};
  const by = closing === undefined ? null : { actor: closing.actor, act: closing.act };
  return {
    rule,
    on,
    members: electorsAt({ floor, rule, at }, (actor) => hasSpoken(decision, actor, at)),
    votes: new Map([...cast].map(([actor, { choice }]) => [actor, choice])),
    acts: new Map([...cast].map(([actor, { act }]) => [actor, act])),
    weight: (scheme, actor) => floor.weight(scheme, actor, on),
    totalWeight: (scheme) => floor.totalWeight(scheme, on),
    isIn: (selector, actor) => floor.isIn(selector, actor, on),
    statements: statementsIn(decision),
    isAgain: decision.isSecondVote,
    ...(by !== null && overruled === true && { overruled: by }),
    ...(by !== null &&
      castingVote !== undefined && { castingVote: { ...by, choice: castingVote } }),
  };
}
