/** The registry of actors as the rules of notices ask it. */
import type { Asked, MemoryKind, Query } from '../../kernel/define-area.ts';
import { type ActorFacts, REGISTRY, lastAddedBy, loadActorFacts } from '../actors/area.ts';
import type { ActorsKnown } from './rules/facts.ts';

const FACTS: MemoryKind<ActorFacts> = { name: 'notices.actor-facts' };

/** The facts of the registry in the form that the rules of notices ask for. */
export function actorsKnown(facts: ActorFacts): ActorsKnown {
  return {
    exists: (actor, day) => facts.existsOn(actor, day),
    membersOn: (group, day) => facts.membersOn(group, day),
  };
}

/** What judging needs: who exists, and the members of the groups that are named. */
export async function loadActors(query: Query, groups: readonly string[]): Promise<ActorsKnown> {
  return actorsKnown(await loadActorFacts(query, { asKnownAt: null, groups, attributes: [] }));
}

/** All facts of the registry: loaded once for as long as it stays as it is, for every question. */
export async function recallActors({ query, knownAt, memory }: Asked): Promise<ActorFacts> {
  const name = (knownAt === null ? null : await lastAddedBy(query, knownAt)) ?? 'now';
  const known = memory.recall(FACTS, name);
  if (known) return known;
  const facts = await loadActorFacts(query, { asKnownAt: knownAt, attributes: [] });
  memory.keep(FACTS, name, [REGISTRY], facts);
  return facts;
}
