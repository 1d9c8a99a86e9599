/**
 * How often two voted alike. Three measures, over roll calls in which both took part:
 *
 * - `identical`: the share in which both cast the same vote;
 * - `index`: the index of agreement, in which a roll call where one abstained and the other did not
 *   counts half (A. Lijphart, "The Analysis of Bloc Voting in the General Assembly", American
 *   Political Science Review 57(4), 1963, 902-917);
 * - `coincidence`: over roll calls in which both voted yes or no, abstentions left out, as the
 *   United States Department of State counts under 22 U.S.C. 2414a.
 *
 * Who is absent took no part: collections do not tell an absence from not being a member.
 */
import type { BallotBook, Ballots } from './ballot-book.ts';
import { type Bits, bitCount } from './bits.ts';

/** Roll calls in which both took part, by how their votes lie to each other. */
export interface Meeting {
  readonly both: number;
  /** Both cast the same vote, abstentions among them. */
  readonly same: number;
  /** Of these, both yes or both no. */
  readonly sameSide: number;
  /** One yes, the other no. */
  readonly opposed: number;
}

/** How the votes of two lie to each other in the selection. */
export function meetingOf(one: Ballots, other: Ballots, selection: Bits): Meeting {
  let [both, same, sameSide, opposed] = [0, 0, 0, 0];
  for (let at = 0; at < selection.length; at += 1) {
    const wanted = selection[at] ?? 0;
    if (wanted === 0) continue;
    const [y1, n1, a1] = [one.yes[at] ?? 0, one.no[at] ?? 0, one.abstain[at] ?? 0];
    const [y2, n2, a2] = [other.yes[at] ?? 0, other.no[at] ?? 0, other.abstain[at] ?? 0];
    const side = ((y1 & y2) | (n1 & n2)) & wanted;
    const abstained = a1 & a2 & wanted;
    both += bitCount((y1 | n1 | a1) & (y2 | n2 | a2) & wanted);
    sameSide += bitCount(side);
    same += bitCount(side | abstained);
    opposed += bitCount(((y1 & n2) | (n1 & y2)) & wanted);
  }
  return { both, same, sameSide, opposed };
}

export const MEASURES = ['identical', 'index', 'coincidence'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure as a fraction, `part` of `whole`; a whole of 0: there is nothing to measure. */
export function measured(
  { both, same, sameSide, opposed }: Meeting,
  measure: Measure,
): { readonly part: number; readonly whole: number } {
  if (measure === 'identical') return { part: same, whole: both };
  if (measure === 'coincidence') return { part: sameSide, whole: sameSide + opposed };
  // Half for those where one abstained and the other did not: both less same less opposed.
  return { part: both + same - opposed, whole: 2 * both };
}

/** A fraction in thousandths, rounded half up; null where there is nothing to measure. */
export function perMille({ part, whole }: { part: number; whole: number }): number | null {
  return whole === 0 ? null : Math.floor((2000 * part + whole) / (2 * whole));
}

/** Every two of the actors, once each: the meeting of the first and the second. */
export interface Pairs {
  readonly actors: readonly string[];
  between(one: number, other: number): Meeting;
}

/** All pairs of those who took part in at least so many roll calls of the selection. */
export function pairsOf(book: BallotBook, selection: Bits, takenPartMin = 1): Pairs {
  const taking = [...book.ballots]
    .filter(([, own]) => takenPart(own, selection) >= takenPartMin)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const meetings = taking.map(([, one], at) =>
    taking.slice(0, at).map(([, other]) => meetingOf(one, other, selection)),
  );
  return {
    actors: taking.map(([actor]) => actor),
    between(one, other) {
      const meeting = meetings[Math.max(one, other)]?.[Math.min(one, other)];
      if (meeting === undefined) throw new RangeError(`no pair ${one}, ${other}`);
      return meeting;
    },
  };
}

/** In how many roll calls of the selection somebody voted or abstained. */
export function takenPart({ yes, no, abstain }: Ballots, selection: Bits): number {
  let count = 0;
  for (const [at, wanted] of selection.entries()) {
    count += bitCount(((yes[at] ?? 0) | (no[at] ?? 0) | (abstain[at] ?? 0)) & wanted);
  }
  return count;
}

/** Votes on an issue below which it says little of where two part. */
export const PARTING_VOTES_MIN = 20;

/** The issue on which two voted alike least often; null where none has enough votes of both. */
export function mostParting(
  issues: readonly { readonly key: string; readonly meeting: Meeting }[],
): string | null {
  const [first] = issues
    .filter(({ meeting }) => meeting.both >= PARTING_VOTES_MIN && meeting.same < meeting.both)
    // Shares are compared as products, which are exact.
    .toSorted((one, other) => {
      return one.meeting.same * other.meeting.both - other.meeting.same * one.meeting.both;
    });
  return first?.key ?? null;
}
