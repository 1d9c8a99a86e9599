/** Judges of what members say upon a question: votes, ballots, objections, positions. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { type Sentence, said, asWritten } from '../../../../kernel/said.ts';
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
  (methods: readonly Method[], instead: Sentence) =>
  ({ rule }: Upon<object>): Refusal | null =>
    methods.includes(rule.method)
      ? null
      : refuse(
          UPON.method,
          said('{$name} decides by {$method}.', { name: rule.name, method: rule.method }),
          { remedy: instead },
        );

/** That it is received between the beginning and the end, by the custodian's clock. */
export function inTime({ decision, floor, at }: Upon<object>): Refusal | null {
  if (decision.withdrawal !== null) {
    return refuse(UPON.closed, said('{$name} was withdrawn.', { name: decision.name }));
  }
  if (hasEnded(decision, at)) {
    return refuse(
      UPON.closed,
      said('It was received at {$at}; {$name} ended at {$end}.', {
        at,
        name: decision.name,
        end: endOf(decision) ?? at,
      }),
      { remedy: said('State what you meant as a correction of intention; the tally stays.') },
    );
  }
  const opened = openedAt(decision, floor);
  if (opened !== null && opened <= at) return null;
  return refuse(
    UPON.begun,
    opened === null
      ? said('Voting on {$name} begins when whoever presides opens it.', { name: decision.name })
      : said('Voting on {$name} begins at {$opened}.', { name: decision.name, opened }),
    {
      remedy: said('Vote when the beginning of voting has been announced.'),
    },
  );
}

/** That it is a member that speaks. */
export function isMember({ floor, actor, day }: Upon<object>): Refusal | null {
  return floor.members(day).includes(actor)
    ? null
    : refuse(
        UPON.members,
        said('{$actor} is no member of {$body} on {$day}.', { actor, body: floor.body, day }),
        {
          remedy: said('Observers state their positions; members vote.'),
        },
      );
}

/** That nothing takes the member's vote away. */
export function mayVote({ floor, rule, actor, at }: Upon<object>): Refusal | null {
  const why = whyNoVote(floor, rule, actor, at);
  return why === null
    ? null
    : refuse(why.kind === 'electorate' ? UPON.electorate : UPON.rights, asWritten(why.reason), {
        values: { citation: why.citation },
        remedy: said('{$citation} says what restores the vote.', { citation: why.citation }),
      });
}

function once({ decision, rule, actor, payload }: Upon<Vote>): Refusal | null {
  const before = decision.votes.get(actor);
  if (before === undefined) return null;
  if (rule.changeable && before.payload.choice !== payload.choice) return null;
  return refuse(
    UPON.once,
    said('{$actor} voted {$choice} already.', { actor, choice: before.payload.choice }),
    {
      remedy: said('After the close, what was meant can be recorded as a correction of intention.'),
      values: { choice: before.payload.choice },
    },
  );
}

function oneBallot(given: Upon<VoteFor>): Refusal | null {
  const { decision, payload, actor } = given;
  const state = electionOf(decision, given);
  if (state === null || state.status !== 'open') {
    return refuse(
      UPON.closed,
      said('No ballot of {$name} is being taken.', { name: decision.name }),
    );
  }
  const number = state.ballots.length + 1;
  if (payload.ballot !== number) {
    return refuse(
      UPON.ballot,
      said('Ballot {$number} is taken, not {$ballot}.', { number, ballot: payload.ballot }),
    );
  }
  if (decision.ballots.get(payload.ballot)?.has(actor) === true) {
    return refuse(UPON.once, said('{$actor} has cast its ballot already.', { actor }));
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
    return refuse(UPON.ballot, said('{$stranger} does not stand in this ballot.', { stranger }), {
      remedy: said('Those who stand are {$all}.', { all }),
    });
  }
  if (new Set(named).size !== named.length) {
    return refuse(UPON.ballot, said('A candidate is named twice.'));
  }
  for (const { candidates, seats } of parts) {
    const own = named.filter((one) => candidates.includes(one));
    if (own.length > seats) {
      return refuse(
        UPON.ballot,
        said('{$count} are named ({$own}), for {$seats} seats.', { count: own.length, own, seats }),
        {
          remedy: said('Name {$seats} at most; who names nobody abstains.', { seats }),
        },
      );
    }
  }
  return null;
}

const hasObjected = ({ decision, actor }: Upon<object>): boolean =>
  standingObjections(decision).some((one) => one.actor === actor);

function objectsOnce(given: Upon<Objection>): Refusal | null {
  return hasObjected(given)
    ? refuse(UPON.objected, said('{$actor} has objected already.', { actor: given.actor }))
    : null;
}

function relents(given: Upon<WithdrawnObjection>): Refusal | null {
  return hasObjected(given)
    ? null
    : refuse(UPON.objected, said('No objection of {$actor} stands.', { actor: given.actor }));
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
      : refuse(UPON.correction, said('Only a correction says what vote was intended.'));
  }
  if (rule.method !== 'vote') {
    return refuse(
      UPON.correction,
      said('{$name} is not decided by votes.', { name: decision.name }),
    );
  }
  if (intended === undefined) {
    return refuse(UPON.correction, said('The correction does not say what vote was intended.'));
  }
  return hasEnded(decision, at)
    ? null
    : refuse(UPON.correction, said('Voting on {$name} has not ended.', { name: decision.name }), {
        remedy: said(
          'Vote as you mean to; where the rule allows it, change the vote before the close.',
        ),
      });
}

function onBehalfOfKnown({ payload, floor, day }: Upon<StatedPosition>): Refusal | null {
  const unknown = payload.onBehalfOf.find((one) => !floor.exists(one, day));
  return unknown === undefined
    ? null
    : refuse(
        RULES.known,
        said('{$unknown} is no actor of the registry on {$day}.', { unknown, day }),
      );
}

function notWithdrawn({ decision }: Upon<object>): Refusal | null {
  return decision.withdrawal === null
    ? null
    : refuse(UPON.closed, said('{$name} was withdrawn.', { name: decision.name }));
}

export const VOTE_JUDGES = {
  'meetings.vote': upon<Vote>(
    by(['vote'], said('Cast a ballot in an election; object to consensus or silence.')),
    openly,
    inTime,
    isMember,
    mayVote,
    governed,
    once,
    keepsTurn,
  ),
  'meetings.vote-for': upon<VoteFor>(
    by(['election'], said('Vote yes or no, or abstain.')),
    openly,
    inTime,
    isMember,
    mayVote,
    oneBallot,
  ),
  'meetings.object': upon<Objection>(
    by(['consensus', 'silence'], said('Vote no.')),
    inTime,
    isMember,
    mayVote,
    governed,
    objectsOnce,
    whileSilent,
  ),
  'meetings.withdraw-objection': upon<WithdrawnObjection>(
    by(['consensus', 'silence'], said('A vote that was cast stands.')),
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
