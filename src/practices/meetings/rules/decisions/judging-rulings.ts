/** Whether whoever presides may rank the amendments of a proposal, and how. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { RuledAmendments } from '../../payloads/decision.ts';
import { hasVotes } from '../ballots/fits.ts';
import type { Upon } from './judging.ts';
import { UPON } from './law.ts';
import { firstNameOf, matterOf, membersOf } from './matter.ts';
import { endedIn } from './order-of-votes.ts';

/** Those named are amendments of this proposal. */
export function ranksAmendments(given: Upon<RuledAmendments>): Refusal | null {
  const { decision, decisions, payload } = given;
  const matter = matterOf(decisions, decision.name);
  if (firstNameOf(decisions, decision.name) !== matter) {
    return refuse(
      UPON.ranking,
      said('{$name} belongs to {$matter}.', { name: decision.name, matter }),
      {
        remedy: said('Rank the amendments of {$matter}, those of amendments among them.', {
          matter,
        }),
      },
    );
  }
  const own = membersOf(decisions, matter).filter(
    (name) => decisions.get(name)?.opening.payload.on.kind === 'amendment',
  );
  const named = payload.amendments.flatMap(({ amendment, rejects }) => [amendment, ...rejects]);
  const stranger = named.find((name) => !own.includes(name));
  return stranger === undefined
    ? null
    : refuse(
        UPON.ranking,
        said('{$stranger} is no amendment of {$matter}.', { stranger, matter }),
        {
          remedy:
            own.length === 0
              ? said('Put its amendments first.')
              : said('Its amendments are {$own}.', { own }),
        },
      );
}

/** What was voted on in one order is not ranked in another afterwards. */
export function beforeVoting(given: Upon<RuledAmendments>): Refusal | null {
  const { decisions, payload } = given;
  const voted = payload.amendments.find(({ amendment }) => {
    const known = decisions.get(amendment);
    return (known !== undefined && hasVotes(known)) || endedIn(given, amendment) !== null;
  });
  return voted === undefined
    ? null
    : refuse(
        UPON.ranking,
        said('{$amendment} is voted on already.', { amendment: voted.amendment }),
        {
          remedy: said('Rank those that are still to be voted on.'),
        },
      );
}
