import type { Problem, Span, WorldActor } from './actor-types.ts';
import type { Placed } from './actor-tables.ts';
import { normaliseName } from './actor-names.ts';
import type { WorldAlias, WorldAttribute, WorldMembership } from './actor-types.ts';

/** States in capitals as ISO 3166 alpha-3, everything else in lower kebab case. */
export const ACTOR_ID = /^([A-Z]{3}|[a-z][a-z0-9-]{1,62})$/;

/** What the reader has before it is sure of it. */
export interface PlacedActors {
  readonly actors: readonly Placed<WorldActor>[];
  readonly memberships: readonly Placed<WorldMembership>[];
  readonly aliases: readonly Placed<WorldAlias>[];
  readonly attributes: readonly Placed<WorldAttribute>[];
  /** Every mention of an actor by another table, with the column that mentions it. */
  readonly mentions: readonly Placed<{ readonly column: string; readonly id: string }>[];
}

/** Whether two spans share a day; open ends reach without limit. */
export function overlap(a: Span, b: Span): boolean {
  const startsInTime = a.from === undefined || b.to === undefined || a.from < b.to;
  const endsInTime = b.from === undefined || a.to === undefined || b.from < a.to;
  return startsInTime && endsInTime;
}

const inWords = (span: Span) => `${span.from ?? 'unknown'} to ${span.to ?? 'now'}`;

/** Complains of each fact whose span overlaps an earlier one with the same key. */
function checkOverlaps<T extends Span>(
  facts: readonly Placed<T>[],
  keyOf: (value: T) => string,
  problems: Problem[],
): void {
  const byKey = new Map<string, Placed<T>[]>();
  for (const fact of facts) {
    const key = keyOf(fact.value);
    const earlier = byKey.get(key) ?? [];
    const clash = earlier.find((other) => overlap(other.value, fact.value));
    if (clash !== undefined) {
      const says = `${key}: ${inWords(fact.value)} overlaps line ${clash.place.line}`;
      problems.push({ ...fact.place, says: `${says} (${inWords(clash.value)})` });
    }
    byKey.set(key, [...earlier, fact]);
  }
}

function checkIds(actors: readonly Placed<WorldActor>[], problems: Problem[]): void {
  const seen = new Map<string, Placed<WorldActor>>();
  for (const actor of actors) {
    const { id } = actor.value;
    const first = seen.get(id);
    if (!ACTOR_ID.test(id)) problems.push({ ...actor.place, says: `"${id}" is no actor id` });
    if (first !== undefined) {
      const says = `${id} is already in ${first.place.file}, line ${first.place.line}`;
      problems.push({ ...actor.place, says });
    }
    seen.set(id, first ?? actor);
  }
}

/** A place in a group cannot outlast the member, nor the group. */
function checkEnds(
  { memberships }: PlacedActors,
  actors: ReadonlyMap<string, WorldActor>,
  problems: Problem[],
): void {
  for (const { place, value } of memberships) {
    for (const id of [value.member, value.group]) {
      const end = actors.get(id)?.to;
      if (end !== undefined && (value.to === undefined || value.to > end)) {
        const says = `${value.member} in ${value.group}: ${inWords(value)}, but ${id} ended ${end}`;
        problems.push({ ...place, says });
      }
    }
  }
}

/** One name may mean several actors only at different times. */
function checkAliases(aliases: readonly Placed<WorldAlias>[], problems: Problem[]): void {
  checkOverlaps(aliases, (alias) => `alias "${normaliseName(alias.name)}"`, problems);
}

/** Everything that is wrong between the tables: ids, mentions, overlaps, ends. */
export function checkActors(placed: PlacedActors, problems: Problem[]): void {
  const actors = new Map(placed.actors.map(({ value }) => [value.id, value]));
  checkIds(placed.actors, problems);
  for (const { place, value } of placed.mentions) {
    if (!actors.has(value.id)) {
      problems.push({ ...place, says: `${value.column} ${value.id} is no known actor` });
    }
  }
  checkOverlaps(placed.memberships, (m) => `${m.member} in ${m.group}`, problems);
  checkOverlaps(placed.attributes, (a) => `${a.attribute} of ${a.actor}`, problems);
  checkAliases(placed.aliases, problems);
  checkEnds(placed, actors, problems);
}
