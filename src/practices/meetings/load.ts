/** Reads what was admitted into an archive, which the rules fold. */
import { sql } from 'kysely';
import type { ActOf } from '../../kernel/act.ts';
import { type InstantText, dayOf } from '../../kernel/dates.ts';
import type { Asked, MemoryKind, Query } from '../../kernel/define-area.ts';
import { Marking } from '../../kernel/marking.ts';
import { type Moment, momentOf } from '../../kernel/moment.ts';
import {
  type ActorFacts,
  REGISTRY,
  lastAddedBy,
  loadActorFacts,
  loadCompany,
} from '../actors/area.ts';
import { loadParties, recallParties } from '../agreements/area.ts';
import { actorsNamed, agreementsNamed, groupsNamed, registryOf } from './registry.ts';
import { kindOf } from './registers.ts';
import { Archive, isOfFacts, registersNamed } from './rules/archive.ts';
import type { Fact } from './rules/facts.ts';
import type { MeetingTables } from './tables.ts';

/** How far what belongs to what is followed: a text, its session, its body, the bodies above. */
const DEPTH_MAX = 8;
const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/** The area's own tables, in a query that every area shares. */
export function meetingsIn(query: Query): Query<MeetingTables> {
  // The store creates exactly these tables from the definitions that the types come from.
  const tables: unknown = query;
  return tables as Query<MeetingTables>;
}

type FactRow = Omit<MeetingTables['meetings_fact'], 'audience' | 'position' | 'act'>;

/** A row as the rules see it. */
export function factOfRow(row: FactRow): Fact {
  return {
    act: row.entry,
    register: row.register,
    type: row.type,
    actor: row.actor,
    author: row.author,
    issuedAt: row.issued_at,
    recordedAt: row.recorded_at,
    ledger: row.ledger,
    effectiveOn: row.effective_on,
    source: row.source,
    marking: Marking.parse(row.marking),
    payload: row.payload,
  };
}

/** An act that is for two audiences has a row for each; it is one act. */
function onePerAct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [fact.act, fact])).values()];
}

async function loadRegisters(
  query: Query,
  registers: readonly string[],
  knownAt: InstantText | null,
): Promise<Fact[]> {
  const rows = await meetingsIn(query)
    .selectFrom('meetings_fact')
    .selectAll()
    .where('register', '=', sql<string>`any(${[...registers]}::text[])`)
    .where('recorded_at', '<=', knownAt ?? LAST_INSTANT)
    .orderBy('ledger')
    .execute();
  return onePerAct(rows.map(factOfRow));
}

/** The facts of the registers, and of those that they belong to. */
async function closure(
  registers: Iterable<string>,
  load: (registers: readonly string[]) => Promise<ReadonlyMap<string, readonly Fact[]>>,
): Promise<Map<string, readonly Fact[]>> {
  const found = new Map<string, readonly Fact[]>();
  let next = [...new Set(registers)].filter(isOfFacts);
  for (let depth = 0; depth < DEPTH_MAX && next.length > 0; depth += 1) {
    const loaded = await load(next);
    for (const register of next) found.set(register, loaded.get(register) ?? []);
    const named = next.flatMap((register) => (found.get(register) ?? []).flatMap(registersNamed));
    next = [...new Set(named)].filter((register) => !found.has(register));
  }
  return found;
}

/**
 * What acts are judged by: their registers as they are, and what those belong to; of agreements the
 * parties to those that the registers or the acts themselves name.
 */
export async function loadArchive(
  query: Query,
  registers: Iterable<string>,
  { acts, at }: { acts: readonly ActOf<unknown>[]; at: InstantText },
): Promise<Archive> {
  const facts = await closure(registers, async (wanted) =>
    Map.groupBy(await loadRegisters(query, wanted, null), ({ register }) => register),
  );
  const told = acts.map(({ header: { actor, type }, payload }) => ({ actor, type, payload }));
  const bodies = [...facts].flatMap(([register, own]) =>
    kindOf({ register }) === 'body' ? own : [],
  );
  // Votes of the past ask who there is, and of nobody's company.
  const isOfPast = acts.every(({ header }) => header.type === 'meetings.record-roll-call');
  const groups = isOfPast ? [] : groupsNamed(bodies, told);
  const actors = await loadCompany(query, { actors: actorsNamed(told), groups });
  const agreements = agreementsNamed([...[...facts.values()].flat(), ...told]);
  return new Archive(facts, registryOf(actors, await loadParties(query, agreements, at)));
}

const FACTS: MemoryKind<readonly Fact[]> = { name: 'meetings.facts' };
const ACTORS: MemoryKind<ActorFacts> = { name: 'meetings.actor-facts' };

/** The registry of actors: loaded once for as long as it stays as it is. */
export async function recallActors({ query, knownAt, memory }: Asked): Promise<ActorFacts> {
  const name = (knownAt === null ? null : await lastAddedBy(query, knownAt)) ?? 'now';
  const known = memory.recall(ACTORS, name);
  if (known) return known;
  const facts = await loadActorFacts(query, { asKnownAt: knownAt });
  memory.keep(ACTORS, name, [REGISTRY], facts);
  return facts;
}

async function recallFacts(asked: Asked, register: string): Promise<readonly Fact[]> {
  const { query, knownAt, memory } = asked;
  const name = `${register} ${knownAt ?? ''}`;
  const known = memory.recall(FACTS, name);
  if (known) return known;
  const facts = await loadRegisters(query, [register], knownAt);
  memory.keep(FACTS, name, [register], facts);
  return facts;
}

/** What every question of the practice begins with. */
export interface Reading {
  readonly moment: Moment;
  readonly actors: ActorFacts;
  readonly archive: Archive;
}

/** Whether an act had happened by the day asked for: by its day of effect, or of its signature. */
export const hadHappened = (fact: Fact, asked: Pick<Asked, 'asOf'>): boolean =>
  (fact.effectiveOn ?? dayOf(fact.issuedAt)) <= asked.asOf;

/** The registers, and what they belong to, as the asker may see them on the day asked for. */
export async function openReading(asked: Asked, registers: Iterable<string>): Promise<Reading> {
  const actors = await recallActors(asked);
  const facts = await closure(registers, async (wanted) => {
    const found = new Map<string, readonly Fact[]>();
    for (const register of wanted) {
      const all = await recallFacts(asked, register);
      found.set(
        register,
        all.filter((fact) => hadHappened(fact, asked)),
      );
    }
    return found;
  });
  const parties = await recallParties(asked, agreementsNamed([...facts.values()].flat()));
  const archive = new Archive(facts, registryOf(actors, parties));
  return { moment: momentOf(asked), actors, archive };
}

/** The acts of some type that the asker may see, in the order of admission: what there is. */
export async function loadOpenings(asked: Asked, type: string): Promise<readonly Fact[]> {
  const rows = await meetingsIn(asked.query)
    .selectFrom('meetings_fact')
    .selectAll()
    .where('type', '=', type)
    .where('recorded_at', '<=', asked.knownAt ?? LAST_INSTANT)
    .orderBy('ledger')
    .execute();
  return onePerAct(rows.map(factOfRow)).filter((fact) => hadHappened(fact, asked));
}
