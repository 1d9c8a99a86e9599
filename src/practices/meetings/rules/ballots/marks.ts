/** What may be marked on a ballot. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { SPOILT } from '../../../../kernel/secret-ballot.ts';
import { CHOICES } from '../../payloads/decision-rule.ts';
import { UPON } from '../decisions/law.ts';

/** Whom a paper may name, and how many of them. */
export interface Names {
  /** The group whose seats are filled, where they belong to several. */
  readonly group?: string;
  readonly candidates: readonly string[];
  readonly seats: number;
}

/**
 * Who stands in an election, for how many seats, and where seats belong to groups, in each; null: a
 * question, with its three choices.
 */
export type OnBallot = (Names & { readonly parts?: readonly Names[] }) | null;

/** The whole of a paper, from its parts. */
export const paperOf = (parts: readonly Names[]): NonNullable<OnBallot> => ({
  candidates: parts.flatMap(({ candidates }) => candidates),
  seats: parts.reduce((count, { seats }) => count + seats, 0),
  parts,
});

const isSorted = (all: readonly string[]): boolean =>
  all.every((one, at) => at === 0 || (all[at - 1] ?? '') < one);

/** Why the marks are none of this ballot; a blank and a spoilt ballot are ballots. */
export function marksFault(marks: readonly string[], on: OnBallot): Refusal | null {
  if (marks.length === 0 || (marks.length === 1 && marks[0] === SPOILT)) return null;
  const known: readonly string[] = on?.candidates ?? CHOICES;
  const stranger = marks.find((mark) => !known.includes(mark));
  if (stranger !== undefined) {
    return refuse(UPON.ballot, said('{$stranger} does not stand on this ballot.', { stranger }), {
      remedy: said('What stands on it is {$known}.', { known }),
    });
  }
  if (!isSorted(marks)) {
    return refuse(
      UPON.ballot,
      said('What is marked stands in the order of the alphabet, each once.'),
    );
  }
  return manyFault(marks, on);
}

/** That no more are marked than may be, in each part of the paper. */
function manyFault(marks: readonly string[], on: OnBallot): Refusal | null {
  const whole = { candidates: on?.candidates ?? CHOICES, seats: on?.seats ?? 1 };
  const parts = on?.parts?.length ? on.parts : [whole];
  for (const { candidates, seats } of parts) {
    const own = marks.filter((mark) => candidates.some((one) => one === mark)).length;
    if (own > seats) {
      return refuse(
        UPON.ballot,
        said('{$own} are marked, where {$seats} may be.', { own, seats }),
        {
          remedy: said('Mark {$seats} at most.', { seats }),
        },
      );
    }
  }
  return null;
}
