/** Reads what was admitted into an archive, which the rules fold. */
import type { ActOf } from '../../kernel/act.ts';
import { type InstantText, dayOf } from '../../kernel/dates.ts';
import type { Asked, Memory, MemoryKind, Query } from '../../kernel/define-area.ts';
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
import { LAST_INSTANT, factOfRow, onePerAct, recallFacts } from './load-facts.ts';
import { kindOf, registerOf } from './registers.ts';
import { Archive, isOfFacts, registersNamed } from './rules/archive.ts';
import type { Fact } from './rules/facts.ts';
import { GrowingTexts, type ReadText, type TextFolds, isOf } from './rules/texts/kept-texts.ts';
import { foldText } from './rules/texts/text-state.ts';
import type { MeetingTables } from './tables.ts';

/** How far what belongs to what is followed: a text, its session, its body, the bodies above. */
const DEPTH_MAX = 8;

/** The area's own tables, in a query that every area shares. */
export function meetingsIn(query: Query): Query<MeetingTables> {
  // The store creates exactly these tables from the definitions that the types come from.
  const tables: unknown = query;
  return tables as Query<MeetingTables>;
}

/** The facts of the registers, and of those that they belong to. */
async function closure(
  registers: Iterable<string>,
  load: (register: string) => Promise<readonly Fact[]>,
): Promise<Map<string, readonly Fact[]>> {
  const found = new Map<string, readonly Fact[]>();
  let next = [...new Set(registers)].filter(isOfFacts);
  for (let depth = 0; depth < DEPTH_MAX && next.length > 0; depth += 1) {
    for (const register of next) found.set(register, await load(register));
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
  { acts, at, memory }: { acts: readonly ActOf<unknown>[]; at: InstantText; memory: Memory },
): Promise<Archive> {
  const reading = { tables: meetingsIn(query), knownAt: null, memory };
  const facts = await closure(registers, (register) => recallFacts(reading, register));
  const told = acts.map(({ header: { actor, type }, payload }) => ({ actor, type, payload }));
  const bodies = [...facts].flatMap(([register, own]) =>
    kindOf({ register }) === 'body' ? own : [],
  );
  // Votes of the past ask who there is, and of nobody's company.
  const isOfPast = acts.every(({ header }) => header.type === 'meetings.record-roll-call');
  const groups = isOfPast ? [] : groupsNamed(bodies, told);
  const actors = await loadCompany(query, { actors: actorsNamed(told), groups });
  const agreements = agreementsNamed([...[...facts.values()].flat(), ...told]);
  const registry = registryOf(actors, await loadParties(query, agreements, at));
  return new Archive(facts, registry, growingIn(memory));
}

const GROWING: MemoryKind<GrowingTexts> = { name: 'meetings.growing-texts' };

/** The folds of those who judged before, one at a time, with the same memory. */
function growingIn(memory: Memory): GrowingTexts {
  const known = memory.latest(GROWING, 'all') ?? new GrowingTexts();
  memory.keep(GROWING, 'all', [], known);
  return known;
}

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

const READ: MemoryKind<ReadText> = { name: 'meetings.read-text' };

/** Texts as readers of one clearance find them: folded once for as long as nothing changes. */
function readTexts({ asOf, knownAt, memory }: Asked): TextFolds {
  return {
    stateOf(name, facts) {
      const key = `${name} ${asOf} ${knownAt ?? ''}`;
      const known = memory.recall(READ, key);
      if (known !== undefined && isOf(known, facts)) return known.state;
      const state = foldText(name, facts);
      memory.keep(READ, key, [registerOf('text', name)], { facts, state });
      return state;
    },
  };
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
  const reading = { ...asked, tables: meetingsIn(asked.query) };
  const facts = await closure(registers, async (register) =>
    (await recallFacts(reading, register)).filter((fact) => hadHappened(fact, asked)),
  );
  const parties = await recallParties(asked, agreementsNamed([...facts.values()].flat()));
  const archive = new Archive(facts, registryOf(actors, parties), readTexts(asked));
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
