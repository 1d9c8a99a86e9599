/** Judges of what members say upon a question: votes, ballots, objections, positions. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type {
  Objection,
  StatedPosition,
  Vote,
  VoteFor,
  WithdrawnObjection,
} from '../../payloads/decision.ts';
import { openly } from '../ballots/fits.ts';
import { RULES } from '../law.ts';
import { electionOf, namesTaken } from './ballots.ts';
import { governed } from './judging-governing.ts';
import { type Upon, upon } from './judging.ts';
import { keepsTurn } from './judging-turns.ts';
import { UPON } from './law.ts';
import { endOf, hasEnded, openedAt, standingObjections } from './phase.ts';
import { judgeNext } from './silence-of.ts';
import { whyNoVote } from './voting-rights.ts';

type Method = DecisionRule['method'];

const by =
  (methods: readonly Method[], instead: string) =>
  ({ rule }: Upon<object>): Refusal | null =>
    methods.includes(rule.method)
      ? null
      : refuse(UPON.method, `${rule.name} decides by ${rule.method}.`, { remedy: instead });

/** That it is received between the beginning and the end, by the custodian's clock. */
export function inTime({ decision, floor, at }: Upon<object>): Refusal | null {
  if (decision.withdrawal !== null) {
    return refuse(UPON.closed, `${decision.name} was withdrawn.`);
  }
  if (hasEnded(decision, at)) {
    return refuse(
      UPON.closed,
      `It was received at ${at}; ${decision.name} ended at ${endOf(decision) ?? at}.`,
      { remedy: 'State what you meant as a correction of intention; the tally stays.' },
    );
  }
  const opened = openedAt(decision, floor);
  if (opened !== null && opened <= at) return null;
  const when = opened === null ? 'when whoever presides opens it' : `at ${opened}`;
  return refuse(UPON.begun, `Voting on ${decision.name} begins ${when}.`, {
    remedy: 'Vote when the beginning of voting has been announced.',
  });
}

/** That it is a member that speaks. */
export function isMember({ floor, actor, day }: Upon<object>): Refusal | null {
  return floor.members(day).includes(actor)
    ? null
    : refuse(UPON.members, `${actor} is no member of ${floor.body} on ${day}.`, {
        remedy: 'Observers state their positions; members vote.',
      });
}

/** That nothing takes the member's vote away. */
export function mayVote({ floor, rule, actor, at }: Upon<object>): Refusal | null {
  const why = whyNoVote(floor, rule, actor, at);
  return why === null
    ? null
    : refuse(why.kind === 'electorate' ? UPON.electorate : UPON.rights, why.reason, {
        values: { citation: why.citation },
        remedy: `${why.citation} says what restores the vote.`,
      });
}

function once({ decision, rule, actor, payload }: Upon<Vote>): Refusal | null {
  const before = decision.votes.get(actor);
  if (before === undefined) return null;
  if (rule.changeable && before.payload.choice !== payload.choice) return null;
  return refuse(UPON.once, `${actor} voted ${before.payload.choice} already.`, {
    remedy: 'After the close, what was meant can be recorded as a correction of intention.',
    values: { choice: before.payload.choice },
  });
}

function oneBallot(given: Upon<VoteFor>): Refusal | null {
  const { decision, payload, actor } = given;
  const state = electionOf(decision, given);
  if (state === null || state.status !== 'open') {
    return refuse(UPON.closed, `No ballot of ${decision.name} is being taken.`);
  }
  const number = state.ballots.length + 1;
  if (payload.ballot !== number) {
    return refuse(UPON.ballot, `Ballot ${number} is taken, not ${payload.ballot}.`);
  }
  if (decision.ballots.get(payload.ballot)?.has(actor) === true) {
    return refuse(UPON.once, `${actor} has cast its ballot already.`);
  }
  return candidateFault(payload.candidates, namesTaken(decision, state, given));
}

/** A paper names who may be named, each once, and no more for each group than it has seats. */
function candidateFault(
  named: readonly string[],
  parts: readonly { readonly candidates: readonly string[]; readonly seats: number }[],
): Refusal | null {
  const all = parts.flatMap(({ candidates }) => candidates);
  const stranger = named.find((one) => !all.includes(one));
  if (stranger !== undefined) {
    return refuse(UPON.ballot, `${stranger} does not stand in this ballot.`, {
      remedy: `Those who stand are ${all.join(', ')}.`,
    });
  }
  if (new Set(named).size !== named.length) {
    return refuse(UPON.ballot, 'A candidate is named twice.');
  }
  for (const { candidates, seats } of parts) {
    const own = named.filter((one) => candidates.includes(one));
    if (own.length > seats) {
      return refuse(
        UPON.ballot,
        `${own.length} are named (${own.join(', ')}), for ${seats} seats.`,
        {
          remedy: `Name ${seats} at most; who names nobody abstains.`,
        },
      );
    }
  }
  return null;
}

const hasObjected = ({ decision, actor }: Upon<object>): boolean =>
  standingObjections(decision).some((one) => one.actor === actor);

function objectsOnce(given: Upon<Objection>): Refusal | null {
  return hasObjected(given) ? refuse(UPON.objected, `${given.actor} has objected already.`) : null;
}

function relents(given: Upon<WithdrawnObjection>): Refusal | null {
  return hasObjected(given)
    ? null
    : refuse(UPON.objected, `No objection of ${given.actor} stands.`);
}

/** Of a silence, what ended it is known by its engine: an objection may still be joined. */
function whileSilent(given: Upon<object>): Refusal | null {
  const { act, actor, at, decision, rule } = given;
  if (rule.method !== 'silence') return null;
  const kind = act.header.type === 'meetings.object' ? 'object' : 'withdraw-objection';
  return judgeNext(decision, given, { kind, at, act: act.id, actor });
}

/** A correction comes after the close and says what was meant; nothing else says so. */
function corrects({ payload, decision, rule, at }: Upon<StatedPosition>): Refusal | null {
  const { kind, intended } = payload;
  if (kind !== 'correction') {
    return intended === undefined
      ? null
      : refuse(UPON.correction, 'Only a correction says what vote was intended.');
  }
  if (rule.method !== 'vote') {
    return refuse(UPON.correction, `${decision.name} is not decided by votes.`);
  }
  if (intended === undefined) {
    return refuse(UPON.correction, 'The correction does not say what vote was intended.');
  }
  return hasEnded(decision, at)
    ? null
    : refuse(UPON.correction, `Voting on ${decision.name} has not ended.`, {
        remedy: 'Vote as you mean to; where the rule allows it, change the vote before the close.',
      });
}

function onBehalfOfKnown({ payload, floor, day }: Upon<StatedPosition>): Refusal | null {
  const unknown = payload.onBehalfOf.find((one) => !floor.exists(one, day));
  return unknown === undefined
    ? null
    : refuse(RULES.known, `${unknown} is no actor of the registry on ${day}.`);
}

function notWithdrawn({ decision }: Upon<object>): Refusal | null {
  return decision.withdrawal === null
    ? null
    : refuse(UPON.closed, `${decision.name} was withdrawn.`);
}

export const VOTE_JUDGES = {
  'meetings.vote': upon<Vote>(
    by(['vote'], 'Cast a ballot in an election; object to consensus or silence.'),
    openly,
    inTime,
    isMember,
    mayVote,
    governed,
    once,
    keepsTurn,
  ),
  'meetings.vote-for': upon<VoteFor>(
    by(['election'], 'Vote yes or no, or abstain.'),
    openly,
    inTime,
    isMember,
    mayVote,
    oneBallot,
  ),
  'meetings.object': upon<Objection>(
    by(['consensus', 'silence'], 'Vote no.'),
    inTime,
    isMember,
    mayVote,
    governed,
    objectsOnce,
    whileSilent,
  ),
  'meetings.withdraw-objection': upon<WithdrawnObjection>(
    by(['consensus', 'silence'], 'A vote that was cast stands.'),
    inTime,
    relents,
    whileSilent,
  ),
  'meetings.state-position': upon<StatedPosition>(
    notWithdrawn,
    isMember,
    corrects,
    onBehalfOfKnown,
  ),
} as const;
