/** Views of a text: as it lies in the room, what is agreed, and as one actor would have it. */
import type { Decide, Decision } from './show-words.ts';
import type { Standings } from './standing.ts';
import type { Issue } from './structure.ts';
import { peopleOf } from './people.ts';

const SHOWN: Decision = { is: 'shown' };
const LEFT: Decision = { is: 'left' };
const BLANK: Decision = { is: 'blank' };

/** What stands in the words themselves, and is no change to them. */
const OF_THE_TEXT: ReadonlySet<Issue['kind']> = new Set(['bracket', 'placeholder', 'options']);

/** Decides as the record does on what is not open, and as told on what is. */
function deciding(standings: Standings, open: Decide): Decide {
  return (issue) => {
    const standing = standings.of(issue);
    if (standing === 'open') return open(issue);
    if (standing !== 'accepted') return LEFT;
    return { is: 'taken', alternative: issue.settlement?.alternative ?? 0 };
  };
}

/** The text with its brackets, as it lies before the room. */
export const inTheRoom = (standings: Standings): Decide => deciding(standings, () => SHOWN);

/** The words that are agreed, and none that are not. */
export const agreedOnly = (standings: Standings): Decide => deciding(standings, () => BLANK);

/** The text as it was tabled and settled since; proposals that are open are left aside. */
export const withoutProposals = (standings: Standings): Decide =>
  deciding(standings, ({ kind }) => (OF_THE_TEXT.has(kind) ? SHOWN : LEFT));

/**
 * The text as an actor would have it: with what it proposed and supports, without what it did not
 * speak for. What it has not chosen in a bracket of the text stays in brackets. `actors` are the
 * actor and then its groups, whose word counts where the actor itself is silent.
 */
export function asWanted(standings: Standings, actors: readonly string[]): Decide {
  return deciding(standings, (issue) => {
    const wanted = wantedOf(issue, actors);
    if (wanted !== null) return wanted;
    return OF_THE_TEXT.has(issue.kind) ? SHOWN : LEFT;
  });
}

function wantedOf(issue: Issue, actors: readonly string[]): Decision | null {
  for (const actor of actors) {
    const wanted = wantedBy(issue, actor);
    if (wanted !== null) return wanted;
  }
  return null;
}

function wantedBy(issue: Issue, actor: string): Decision | null {
  const alternatives = Math.max(1, issue.options.length);
  for (let alternative = 0; alternative < alternatives; alternative += 1) {
    const { by, supportedBy } = peopleOf(issue, alternative);
    if ([...by, ...supportedBy].includes(actor)) return { is: 'taken', alternative };
  }
  const isAgainst = alternatives === 1 && peopleOf(issue).opposedBy.includes(actor);
  return isAgainst ? LEFT : null;
}
