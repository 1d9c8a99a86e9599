/** The whole registry as questions read it: facts, with the acts that they come from. */
import { type InstantText, laterOf } from '../../kernel/dates.ts';
import type { Asked, MemoryKind } from '../../kernel/define-area.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { REGISTRY } from './acts/definitions.ts';
import { EVERY_STATE } from './acts/payloads.ts';
import {
  type Records,
  allCorrections,
  entries,
  figures,
  lastOf,
  memberships,
  offices,
  otherNames,
  recordsOf,
  successions,
} from './records.ts';
import { type ActorFact, type ActorFacts, actorFacts } from './rules/actor-facts.ts';
import { membershipType, standing } from './rules/correction.ts';
import { KNOWN_RULE } from './rules/law.ts';
import { type Searchable, searchableNames } from './rules/name-search.ts';
import type { ActorTables, Recorded } from './tables.ts';

type Stored<Name extends keyof ActorTables> = ActorTables[Name];

/** Where an act stands in the record, and what it was recorded from. */
export type Source = Recorded<{ readonly entry: string; readonly source: string | null }>;

export interface Registry {
  readonly facts: ActorFacts;
  readonly entryOf: ReadonlyMap<string, Stored<'actors_actor'>>;
  readonly namesOf: ReadonlyMap<string, readonly Stored<'actors_name'>[]>;
  readonly successions: readonly Stored<'actors_succession'>[];
  readonly attributesOf: ReadonlyMap<string, readonly Stored<'actors_attribute'>[]>;
  readonly officesOf: ReadonlyMap<string, readonly Stored<'actors_office'>[]>;
  /** Groups in which the actor has or had a standing. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  readonly membersEver: ReadonlyMap<string, readonly string[]>;
  readonly corrections: ReadonlyMap<string, Stored<'actors_correction'>>;
  readonly searchable: readonly Searchable[];
  source(entry: string): Source | null;
}

/** Rows of acts as they were first said, in the order of the record, and all corrections. */
export interface SaidRows {
  readonly actors: readonly Stored<'actors_actor'>[];
  readonly names: readonly Stored<'actors_name'>[];
  readonly successions: readonly Stored<'actors_succession'>[];
  readonly memberships: readonly Stored<'actors_membership_event'>[];
  readonly attributes: readonly Stored<'actors_attribute'>[];
  readonly offices: readonly Stored<'actors_office'>[];
  readonly corrections: readonly Stored<'actors_correction'>[];
}

async function saidRows(records: Records): Promise<SaidRows> {
  return {
    actors: await entries(records).orderBy('ledger').execute(),
    names: await otherNames(records).orderBy('ledger').execute(),
    successions: await successions(records).orderBy('ledger').execute(),
    memberships: await memberships(records).orderBy('ledger').execute(),
    attributes: await figures(records).orderBy('ledger').execute(),
    offices: await offices(records).orderBy('ledger').execute(),
    corrections: await allCorrections(records).orderBy('ledger').execute(),
  };
}

function recorded(said: SaidRows): Source[] {
  const { actors, names, successions: succeeded, memberships: joined } = said;
  const { attributes, offices: held, corrections: corrected } = said;
  return [actors, names, succeeded, joined, attributes, held, corrected].flat();
}

/** What had been recorded by the instant. */
export function knownBy(said: SaidRows, knownAt: InstantText): SaidRows {
  const known = <Row extends Source>(rows: readonly Row[]) =>
    rows.filter((row) => row.recorded_at <= knownAt);
  return {
    actors: known(said.actors),
    names: known(said.names),
    successions: known(said.successions),
    memberships: known(said.memberships),
    attributes: known(said.attributes),
    offices: known(said.offices),
    corrections: known(said.corrections),
  };
}

/** Rows as they stand, corrections counted. */
function standingRows(said: SaidRows) {
  const last = lastOf(said.corrections);
  return {
    corrections: last,
    actors: standing(() => 'actors.enter', said.actors, last),
    names: standing(() => 'actors.name', said.names, last),
    successions: standing(() => 'actors.succeed', said.successions, last),
    memberships: standing(membershipType, said.memberships, last),
    attributes: standing(() => 'actors.measure', said.attributes, last),
    offices: standing(() => 'actors.hold-office', said.offices, last),
  };
}

function distinct<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = [...Map.groupBy(rows, key)];
  return new Map(groups.map(([id, same]) => [id, [...new Set(same.map(value))]]));
}

/** The registry that follows from its rows. */
export function registryFrom(said: SaidRows): Registry {
  const rows = standingRows(said);
  const sources = new Map(recorded(said).map((row) => [row.entry, row]));
  const facts = actorFacts(rows);
  return {
    facts,
    entryOf: new Map(rows.actors.map((row) => [row.actor, row])),
    namesOf: Map.groupBy(rows.names, (row) => row.actor),
    successions: rows.successions,
    attributesOf: Map.groupBy(rows.attributes, (row) => row.actor),
    officesOf: Map.groupBy(rows.offices, (row) => row.actor),
    groupsOf: distinct(
      rows.memberships,
      (row) => row.member,
      (row) => row.group_id,
    ),
    membersEver: distinct(
      rows.memberships,
      (row) => row.group_id,
      (row) => row.member,
    ),
    corrections: rows.corrections,
    searchable: searchableNames(facts.allActors(), rows.names),
    source: (entry) => sources.get(entry) ?? null,
  };
}

interface Present {
  readonly said: SaidRows;
  readonly registry: Registry;
  /** When the last act was recorded: what is asked as known later is the present. */
  readonly lastAt: InstantText;
}
interface Past {
  readonly knownAt: InstantText;
  readonly registry: Registry;
}
const PRESENT: MemoryKind<Present> = { name: 'actors.present' };
const PAST: MemoryKind<Past> = { name: 'actors.past' };

async function presentOf(asked: Pick<Asked, 'query' | 'memory'>): Promise<Present> {
  const kept = asked.memory.recall(PRESENT, 'present');
  if (kept) return kept;
  const said = await saidRows(recordsOf(asked.query, null));
  const registry = registryFrom(said);
  const lastAt = recorded(said).reduce((last, row) => laterOf(last, row.recorded_at), '');
  const present = { said, registry, lastAt };
  asked.memory.keep(PRESENT, 'present', [REGISTRY], present);
  return present;
}

/**
 * The registry as the viewer may know it, read once for each position of its register. Of the past
 * only the state asked for last is kept, so that asking for many fills no memory.
 */
export async function registryOf(
  asked: Pick<Asked, 'query' | 'knownAt' | 'memory'>,
): Promise<Registry> {
  const { knownAt, memory } = asked;
  const present = await presentOf(asked);
  if (knownAt === null || knownAt >= present.lastAt) return present.registry;
  const kept = memory.recall(PAST, 'past');
  if (kept?.knownAt === knownAt) return kept.registry;
  const registry = registryFrom(knownBy(present.said, knownAt));
  memory.keep(PAST, 'past', [REGISTRY], { knownAt, registry });
  return registry;
}

/** The actor, or why there is none to speak of. */
export function actorIn(registry: Registry, id: string): ActorFact | Refusal {
  return (
    registry.facts.actor(id) ??
    refuse(KNOWN_RULE, said('The registry knows no actor {$id}.', { id }), {
      remedy: said('Look it up in the list of actors, or search for its name.'),
      values: { actor: id },
    })
  );
}

/** The actor's own offices, and those that every State has. */
export function officesFor(registry: Registry, actor: ActorFact) {
  const own = registry.officesOf.get(actor.id) ?? [];
  const isState = actor.kind === 'state' || actor.kind === 'historical-state';
  return isState ? [...own, ...(registry.officesOf.get(EVERY_STATE) ?? [])] : own;
}
