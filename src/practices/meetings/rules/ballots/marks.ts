/** What may be marked on a ballot. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { SPOILT } from '../../../../kernel/secret-ballot.ts';
import { CHOICES } from '../../payloads/decision-rule.ts';
import { UPON } from '../decisions/law.ts';

/** Who stands in an election, and for how many seats; null: a question, with its three choices. */
export type OnBallot = { readonly candidates: readonly string[]; readonly seats: number } | null;

const isSorted = (all: readonly string[]): boolean =>
  all.every((one, at) => at === 0 || (all[at - 1] ?? '') < one);

/** Why the marks are none of this ballot; a blank and a spoilt ballot are ballots. */
export function marksFault(marks: readonly string[], on: OnBallot): Refusal | null {
  if (marks.length === 0 || (marks.length === 1 && marks[0] === SPOILT)) return null;
  const known: readonly string[] = on?.candidates ?? CHOICES;
  const stranger = marks.find((mark) => !known.includes(mark));
  if (stranger !== undefined) {
    return refuse(UPON.ballot, `${stranger} does not stand on this ballot.`, {
      remedy: `What stands on it is ${known.join(', ')}.`,
    });
  }
  if (!isSorted(marks)) {
    return refuse(UPON.ballot, 'What is marked stands in the order of the alphabet, each once.');
  }
  const most = on?.seats ?? 1;
  return marks.length <= most
    ? null
    : refuse(UPON.ballot, `${marks.length} are marked, where ${most} may be.`, {
        remedy: `Mark ${most} at most.`,
      });
}
