/** Loads the registry into memory for the rules of other practices. */
import type { InstantText } from '../../kernel/dates.ts';
import type { Query } from '../../kernel/define-area.ts';
import {
  among,
  corrections,
  entries,
  figures,
  memberships,
  otherNames,
  recordsOf,
  successions,
} from './records.ts';
import { type ActorFacts, actorFacts } from './rules/actor-facts.ts';
import { membershipType, standing } from './rules/correction.ts';

export interface FactsWanted {
  /** Only what was recorded by then counts; null: all that is recorded. */
  readonly asKnownAt: InstantText | null;
  /** Groups whose members are needed; absent: all. */
  readonly groups?: readonly string[];
  /** Attributes whose figures are needed; absent: all. */
  readonly attributes?: readonly string[];
}

/** What is known of actors by their ids: when they existed, and in whose company. */
export type Company = Omit<ActorFacts, 'resolve' | 'personOf' | 'predecessorsOf'>;

/**
 * As it stands, of these actors and groups alone, and of whoever was ever in the groups: what a
 * single act is judged by is a small part of the registry.
 */
export async function loadCompany(
  query: Query,
  { actors, groups }: { readonly actors: Iterable<string>; readonly groups: readonly string[] },
): Promise<Company> {
  const records = recordsOf(query, null);
  const joined = await memberships(records).where('group_id', '=', among(groups)).execute();
  const ids = new Set([...actors, ...groups, ...joined.map(({ member }) => member)]);
  const entered = await entries(records).where('actor', '=', among(ids)).execute();
  const last = await corrections(
    records,
    [...joined, ...entered].map(({ entry }) => entry),
  );
  return actorFacts({
    actors: standing(() => 'actors.enter', entered, last),
    names: [],
    successions: [],
    memberships: standing(membershipType, joined, last),
    attributes: [],
  });
}

/** The registry's facts, as known at an instant, corrections counted. To be kept by the caller. */
export async function loadActorFacts(query: Query, wanted: FactsWanted): Promise<ActorFacts> {
  const { asKnownAt, groups, attributes } = wanted;
  const records = recordsOf(query, asKnownAt);
  const joined = memberships(records);
  const measured = figures(records);
  const last = await corrections(records);
  const ofGroups = groups ? joined.where('group_id', '=', among(groups)) : joined;
  const ofAttributes = attributes ? measured.where('attribute', '=', among(attributes)) : measured;
  return actorFacts({
    actors: standing(() => 'actors.enter', await entries(records).execute(), last),
    names: standing(() => 'actors.name', await otherNames(records).execute(), last),
    successions: standing(() => 'actors.succeed', await successions(records).execute(), last),
    memberships: standing(membershipType, await ofGroups.execute(), last),
    attributes: standing(() => 'actors.measure', await ofAttributes.execute(), last),
  });
}
