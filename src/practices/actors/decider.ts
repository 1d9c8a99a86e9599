/** Loads for a batch of acts what their judge needs: the actors they concern, and no others. */
import { sql } from 'kysely';
import type { Decider } from '../../kernel/define-area.ts';
import { type Scope, scopeOf, widen } from './decider-scope.ts';
import {
  type Records,
  among,
  corrections,
  entries,
  figures,
  memberships,
  offices,
  otherNames,
  recordsOf,
  successions,
} from './records.ts';
import { corrected, membershipType } from './rules/correction.ts';
import { judgeOf } from './rules/decide.ts';
import { type Held, RegistryState } from './rules/state.ts';
import type { ActorTables } from './tables.ts';

/** Rows of each table, with conditions added to each reading. */
interface Conditions {
  readonly actors?: ReadonlySet<string>;
  readonly attributes?: ReadonlySet<string>;
}

/** What judging looks up on the actors: their entries, offices, figures and mutual memberships. */
async function heldAmong(records: Records, scope: Required<Conditions>): Promise<Held[]> {
  const actors = among(scope.actors);
  const attributes = among(scope.attributes);
  return [
    ...(await entries(records).where('actor', '=', actors).execute()).map(asEntry),
    ...(await offices(records).where('office', '=', actors).execute()).map(asOffice),
    ...(
      await figures(records)
        .where('actor', '=', actors)
        .where('attribute', '=', attributes)
        .execute()
    ).map(asFigure),
    ...(
      await memberships(records)
        .where('group_id', '=', actors)
        .where('member', '=', actors)
        .execute()
    ).map(asMembership),
  ];
}

/** The acts that are corrected, as they were first said. */
async function heldAs(records: Records, acts: ReadonlySet<string>): Promise<Held[]> {
  if (acts.size === 0) return [];
  const named = among(acts);
  return [
    ...(await entries(records).where('entry', '=', named).execute()).map(asEntry),
    ...(await otherNames(records).where('entry', '=', named).execute()).map(asName),
    ...(await successions(records).where('entry', '=', named).execute()).map(asSuccession),
    ...(await memberships(records).where('entry', '=', named).execute()).map(asMembership),
    ...(await figures(records).where('entry', '=', named).execute()).map(asFigure),
    ...(await offices(records).where('entry', '=', named).execute()).map(asOffice),
  ];
}

/** All that is said about actors whose entries are corrected: a void entry leaves it hanging. */
async function heldAbout(records: Records, ids: ReadonlySet<string>): Promise<Held[]> {
  if (ids.size === 0) return [];
  const named = among(ids);
  return [
    ...(await otherNames(records).where('actor', '=', named).execute()).map(asName),
    ...(
      await successions(records)
        .where((where) =>
          where.or([where('predecessor', '=', named), where('successor', '=', named)]),
        )
        .execute()
    ).map(asSuccession),
    ...(
      await memberships(records)
        .where((where) => where.or([where('group_id', '=', named), where('member', '=', named)]))
        .execute()
    ).map(asMembership),
    ...(await figures(records).where('actor', '=', named).execute()).map(asFigure),
    ...(await offices(records).where('actor', '=', named).execute()).map(asOffice),
  ];
}

type Tables = ActorTables;
const asEntry = (row: Tables['actors_actor']): Held => ({ type: 'actors.enter', row });
const asName = (row: Tables['actors_name']): Held => ({ type: 'actors.name', row });
const asSuccession = (row: Tables['actors_succession']): Held => ({ type: 'actors.succeed', row });
const asFigure = (row: Tables['actors_attribute']): Held => ({ type: 'actors.measure', row });
const asOffice = (row: Tables['actors_office']): Held => ({ type: 'actors.hold-office', row });
const asMembership = (row: Tables['actors_membership_event']): Held => {
  return { type: membershipType(row), row };
};

const TABLES = [
  'actors_actor',
  'actors_name',
  'actors_succession',
  'actors_membership_event',
  'actors_attribute',
  'actors_office',
  'actors_correction',
] as const;

/** Which of the facts have been said before, in whatever table. */
async function saidAmong(records: Records, facts: ReadonlySet<string>): Promise<string[]> {
  const said: string[] = [];
  for (const table of TABLES) {
    const rows = await records.tables
      .selectFrom(table)
      .select('fact')
      .where('fact', '=', among(facts))
      .execute();
    said.push(...rows.map((row) => row.fact));
  }
  return said;
}

/** In which units the attributes stand, whoever the figures are for; corrections counted. */
async function countUnits(records: Records, state: RegistryState, scope: Scope): Promise<void> {
  if (scope.attributes.size === 0) return;
  const named = among(scope.attributes);
  const isCorrected = sql<boolean>`exists (
    select from actors_correction where corrects = actors_attribute.entry
  )`;
  const counts = await records.tables
    .selectFrom('actors_attribute')
    .select(['attribute', 'unit', sql<number>`count(*)::integer`.as('figures')])
    .where('attribute', '=', named)
    .where(sql<boolean>`not ${isCorrected}`)
    .groupBy(['attribute', 'unit'])
    .execute();
  const units = new Map<string, Map<string, number>>();
  const count = (attribute: string, unit: string, more: number) => {
    const counted = units.get(attribute) ?? new Map<string, number>();
    units.set(attribute, counted.set(unit, (counted.get(unit) ?? 0) + more));
  };
  for (const row of counts) count(row.attribute, row.unit, row.figures);
  const changed = await figures(records)
    .where('attribute', '=', named)
    .where(isCorrected)
    .execute();
  const last = await corrections(
    records,
    changed.map((row) => row.entry),
  );
  for (const row of changed) {
    const held = corrected(asFigure(row), last.get(row.entry));
    if (held?.type === 'actors.measure') count(held.row.attribute, held.row.unit, 1);
  }
  state.units.clear();
  for (const [attribute, counted] of units) state.units.set(attribute, counted);
}

/** All that judging the scope needs, in a state. */
async function stateFor(records: Records, scope: Scope): Promise<RegistryState> {
  const targets = await heldAs(records, scope.corrected);
  for (const target of targets) widen(scope, target);
  const ids = targets.flatMap((held) => (held.type === 'actors.enter' ? [held.row.actor] : []));
  const all = [
    ...targets,
    ...(await heldAmong(records, scope)),
    ...(await heldAbout(records, new Set(ids))),
  ];
  const unique = new Map(all.map((held) => [held.row.entry, held]));
  const last = await corrections(records, unique.keys());
  const state = new RegistryState();
  for (const held of unique.values()) {
    const now = corrected(held, last.get(held.row.entry));
    state.add(now ?? held);
    if (!now) state.remove(held);
  }
  for (const fact of await saidAmong(records, scope.facts)) state.facts.add(fact);
  await countUnits(records, state, scope);
  return state;
}

/** Judges acts of the registry of actors. */
export const actorDecider: Decider = {
  async load(query, acts) {
    return judgeOf(await stateFor(recordsOf(query, null), scopeOf(acts)));
  },
};
