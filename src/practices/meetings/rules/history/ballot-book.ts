/** Every vote of a body's past as sets of roll calls, by legal person: three sets for each. */
import { type Bits, include, noneOf } from './bits.ts';

/** A roll call, as far as agreement is computed from it. */
export interface Cast {
  readonly on: string;
  readonly issues: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
}

export interface Ballots {
  readonly yes: Bits;
  readonly no: Bits;
  readonly abstain: Bits;
}

export interface BallotBook {
  /** How many roll calls there are. */
  readonly size: number;
  /** Their dates, earliest first. */
  readonly days: readonly string[];
  readonly issues: ReadonlyMap<string, Bits>;
  readonly years: ReadonlyMap<string, Bits>;
  /** By the id of the legal person. */
  readonly ballots: ReadonlyMap<string, Ballots>;
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * The book of roll calls that stand in the order of their dates. `personOf` says who an actor is in
 * law: a State that continues another is the same one, so that its votes go on under one name.
 */
export function ballotBook(
  rollCalls: readonly Cast[],
  personOf: (actor: string) => string,
): BallotBook {
  const size = rollCalls.length;
  const [issues, years] = [new Map<string, Bits>(), new Map<string, Bits>()];
  const ballots = new Map<string, Ballots>();
  const persons = new Map<string, string>();
  const empty = (): Bits => noneOf(size);
  const of = (actor: string): Ballots => {
    const person = entry(persons, actor, () => personOf(actor));
    return entry(ballots, person, () => ({ yes: empty(), no: empty(), abstain: empty() }));
  };
  for (const [at, { on, issues: about, yes, no, abstain }] of rollCalls.entries()) {
    include(entry(years, on.slice(0, 4), empty), at);
    for (const issue of about) include(entry(issues, issue, empty), at);
    for (const actor of yes) include(of(actor).yes, at);
    for (const actor of no) include(of(actor).no, at);
    for (const actor of abstain) include(of(actor).abstain, at);
  }
  return { size, days: rollCalls.map(({ on }) => on), issues, years, ballots };
}

export interface Wanted {
  /** The first and last day; absent: open. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly issue?: string | undefined;
}

/** The roll calls that are wanted, as a set. */
export function selectionOf(book: BallotBook, { from, to, issue }: Wanted): Bits {
  const selection = noneOf(book.size);
  for (const [at, day] of book.days.entries()) {
    if ((from === undefined || day >= from) && (to === undefined || day <= to)) {
      include(selection, at);
    }
  }
  if (issue === undefined) return selection;
  const about = book.issues.get(issue) ?? noneOf(book.size);
  return selection.map((word, at) => word & (about[at] ?? 0));
}
