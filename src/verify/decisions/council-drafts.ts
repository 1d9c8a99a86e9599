/** Drafts of a council with permanent seats, as a table lists them: who voted what. */
import type { ActorFacts } from '../../practices/actors/area.ts';
import type { Choice } from '../../practices/meetings/payloads/decision-rule.ts';
import type { TruthRow } from '../truth-tables.ts';

/** The amendment by which the council has fifteen members was in force on this day. */
const LAST_DAY_OF_ELEVEN = '1965-08-30';
const SEATS_OF_ELEVEN = 11;

export interface Draft {
  readonly name: string;
  readonly on: string;
  readonly members: readonly string[];
  readonly votes: ReadonlyMap<string, Choice>;
  readonly note: string;
}

/** The texts of a list as it is written down: `['Poland', "Côte d'Ivoire"]`. */
export function textsIn(list: string): string[] {
  return [...list.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) =>
    (single ?? double ?? '').trim(),
  );
}

/** The persons of law that names mean: a State that continues another is the same person. */
function personsOf(names: readonly string[], day: string, facts: ActorFacts): (string | null)[] {
  return names.map((name) => {
    const actor = facts.resolve(name, day) ?? facts.resolve(name);
    return actor === null ? null : facts.personOf(actor);
  });
}

/** Who bore the seat on the day: the State that is the same person and a member then. */
function seatHolder(person: string, day: string, facts: ActorFacts): string {
  return facts.membersOn('un', day).find((actor) => facts.personOf(actor) === person) ?? person;
}

/** The day by which to judge; the table gives the year, and the number of seats the rest. */
function dayOf(year: string, seats: number): string {
  const last = `${year}-12-31`;
  return seats === SEATS_OF_ELEVEN && last > LAST_DAY_OF_ELEVEN && year === '1965'
    ? LAST_DAY_OF_ELEVEN
    : last;
}

const CHOICES: readonly (readonly [Choice, string])[] = [
  ['yes', 'In Favor'],
  ['no', 'Against'],
  ['abstain', 'Abstain'],
];

/**
 * The draft of a row, or why it cannot be read. A member whose name is not known is the voter that
 * is no member, where there is one of each.
 */
export function draftOf(row: TruthRow, facts: ActorFacts): Draft | string {
  const listed = textsIn(row('Members'));
  const on = dayOf(row('Year'), listed.length);
  const persons = personsOf(listed, on, facts);
  const known = new Set(persons);
  const cast = CHOICES.flatMap(([choice, column]) =>
    personsOf(textsIn(row(column)), on, facts).map((person) => ({ choice, person })),
  );
  const strangers = cast.flatMap(({ person }) =>
    person !== null && known.has(person) ? [] : [person],
  );
  const unnamed = persons.filter((person) => person === null).length;
  const [stranger] = strangers;
  if (strangers.length !== unnamed || unnamed > 1 || stranger === null) {
    return `the members and the voters do not agree: ${listed.join(', ')}`;
  }
  const held = (person: string | null): string => seatHolder(person ?? stranger ?? '', on, facts);
  return {
    name: row('Voting On').trim() || row('Meeting Number'),
    on,
    members: persons.map(held),
    votes: new Map(cast.map(({ person, choice }) => [held(person), choice])),
    note: row('Note'),
  };
}
