import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, WorldActor, WorldActors } from './actor-types.ts';
import {
  readAliases,
  readAttributes,
  readHistoricalStates,
  readMemberships,
  readNames,
  readOffices,
  readOrganisations,
  readStateDates,
  readSuccessions,
} from './actor-tables.ts';
import type { ActorName, Placed, StateDates } from './actor-tables.ts';
import { checkActors } from './check-actors.ts';
import { readCountries } from './countries.ts';

/** Files of the folder, each with the one reader that knows its columns. */
export const ACTOR_FILES = [
  'countries.csv',
  'historical-states.csv',
  'state-dates.csv',
  'organisations.csv',
  'names.csv',
  'successions.csv',
  'memberships.csv',
  'aliases.csv',
  'attributes.csv',
  'offices.csv',
] as const;
export type ActorFile = (typeof ACTOR_FILES)[number];

/** The texts of the tables, by file name. */
export type ActorTexts = Readonly<Record<ActorFile, string>>;

/** An office of every State carries this in place of an actor id. */
const EVERY_STATE = '*';

/** First and last day, as far as they are known. */
function datesIn({ from, to }: StateDates): Pick<WorldActor, 'from' | 'to'> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Adds to each actor what the tables of dates and names know of it. */
function complete(
  actor: WorldActor,
  dates: ReadonlyMap<string, StateDates>,
  names: ReadonlyMap<string, readonly ActorName[]>,
): WorldActor {
  const known = dates.get(actor.id);
  const source = known?.source;
  const span = known ? datesIn(known) : {};
  let better = actor.names;
  for (const { language, name } of names.get(actor.id) ?? []) {
    better = { ...better, [language]: name };
  }
  return {
    ...actor,
    ...span,
    names: better,
    sources: source === undefined ? actor.sources : [...actor.sources, source],
  };
}

function byId<T extends { readonly id: string }>(facts: readonly Placed<T>[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const { value } of facts) found.set(value.id, [...(found.get(value.id) ?? []), value]);
  return found;
}

/** Every place where a table names an actor, column by column. */
function mention<T>(facts: readonly Placed<T>[], column: string, idOf: (value: T) => string) {
  return facts
    .map(({ place, value }) => ({ place, value: { column, id: idOf(value) } }))
    .filter(({ value }) => value.id !== EVERY_STATE);
}

const valuesOf = <T>(facts: readonly Placed<T>[]) => facts.map(({ value }) => value);

/**
 * Reads the tables of actors from their texts.
 * @returns the actors with all that is known of them, and every problem with file and line.
 *   The actors are to be used only where there is no problem.
 */
export function parseWorldActors(texts: ActorTexts): {
  readonly world: WorldActors;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const read = <T>(
    file: ActorFile,
    reader: (file: string, text: string, problems: Problem[]) => T,
  ): T => reader(file, texts[file], problems);

  const countries = read('countries.csv', readCountries).map((value) => ({
    place: { file: 'countries.csv', line: 1 },
    value,
  }));
  const stateDates = read('state-dates.csv', readStateDates);
  const names = read('names.csv', readNames);
  const successions = read('successions.csv', readSuccessions);
  const memberships = read('memberships.csv', readMemberships);
  const aliases = read('aliases.csv', readAliases);
  const attributes = read('attributes.csv', readAttributes);
  const offices = read('offices.csv', readOffices);

  const dates = new Map(stateDates.map(({ value }) => [value.id, value]));
  const namesById = byId(names);
  const actors = [
    ...countries,
    ...read('historical-states.csv', readHistoricalStates),
    ...read('organisations.csv', readOrganisations),
  ].map(({ place, value }) => ({ place, value: complete(value, dates, namesById) }));

  const mentions = [
    ...mention(stateDates, 'id', (fact) => fact.id),
    ...mention(names, 'id', (fact) => fact.id),
    ...mention(successions, 'predecessor', (fact) => fact.predecessor),
    ...mention(successions, 'successor', (fact) => fact.successor),
    ...mention(memberships, 'group', (fact) => fact.group),
    ...mention(memberships, 'member', (fact) => fact.member),
    ...mention(aliases, 'id', (fact) => fact.id),
    ...mention(attributes, 'actor', (fact) => fact.actor),
    ...mention(offices, 'actor', (fact) => fact.actor),
  ];
  checkActors({ actors, memberships, aliases, attributes, mentions }, problems);
  return {
    world: {
      actors: valuesOf(actors),
      successions: valuesOf(successions),
      memberships: valuesOf(memberships),
      aliases: valuesOf(aliases),
      attributes: valuesOf(attributes),
      offices: valuesOf(offices),
    },
    problems,
  };
}

/**
 * Reads the folder `world/actors`.
 * @param folder holds every file of `ACTOR_FILES`.
 * @throws where a file is missing or the tables contradict themselves: they ship with the
 *   program, so that is a fault of ours and not an answer. The message lists every problem.
 */
export function readWorldActors(folder: string): WorldActors {
  const texts = Object.fromEntries(
    ACTOR_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    // fromEntries forgets the keys; they are exactly those of ACTOR_FILES.
  ) as Record<ActorFile, string>;
  const { world, problems } = parseWorldActors(texts);
  if (problems.length > 0) {
    const list = problems.map(({ file, line, says }) => `${file}:${line}: ${says}`);
    throw new Error(`The tables of actors are at fault:\n${list.join('\n')}`);
  }
  return world;
}
