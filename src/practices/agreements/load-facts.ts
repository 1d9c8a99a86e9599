/** Facts on actors, from the practice that keeps them, as the rules of this one ask for them. */
import type { InstantText } from '../../kernel/dates.ts';
import { FORGETFUL, type Memory, type MemoryKind, type Query } from '../../kernel/define-area.ts';
import { type ActorFacts, REGISTRY, loadActorFacts } from '../actors/area.ts';
import type { FinalClauses } from './clauses.ts';
import type { Facts } from './rules/facts.ts';
import { attributesNamedIn, groupsNamedIn } from './rules/reading.ts';

const FACTS: MemoryKind<ActorFacts> = { name: 'agreements.actor-facts' };

/** Of other agreements the registry knows nothing; who holds them says who their parties are. */
const NO_PARTIES: Pick<Facts, 'partiesTo' | 'isPartyTo' | 'partyChangesOf'> = {
  partiesTo: () => [],
  isPartyTo: () => false,
  partyChangesOf: () => [],
};

/** The facts of the registry in the form that the rules of agreements ask for. */
export function factsOf(actors: ActorFacts): Facts {
  const everyone = actors.allActors().map((actor) => actor.id);
  return {
    actor: (id) => {
      const fact = actors.actor(id);
      return fact && { ...fact, to: fact.lastOn };
    },
    resolve: (name) => (actors.actor(name) ? name : actors.resolve(name)),
    personOf: (id) => actors.personOf(id),
    hasPredecessor: (id) => actors.predecessorsOf(id).length > 0,
    isMember: (group, actor, day) => actors.memberOf(group, actor, day),
    membersOn: (group, day) => actors.membersOn(group, day),
    changesOf: (group, actor) =>
      actor === undefined
        ? actors.changesOf(group)
        : actors
            .standings(group, actor)
            .flatMap(({ from, to }) => [from, to])
            .filter((day) => day !== null),
    attribute: (name, actor, day) => actors.attribute(name, actor, day),
    holdersOf: (name, day) => actors.holdersOf(name, day),
    attributeChangesOf: (name) => actors.attributeChangesOf(name),
    ...NO_PARTIES,
    everyone: () => everyone,
  };
}

/** Loads the facts that the clauses ask for, or takes them from memory. */
export async function loadFacts(
  query: Query,
  knownAt: InstantText | null,
  clauses: readonly FinalClauses[],
  memory: Memory = FORGETFUL,
): Promise<Facts> {
  const groups = [...new Set(clauses.flatMap(groupsNamedIn))].sort();
  const attributes = [...new Set(clauses.flatMap(attributesNamedIn))].sort();
  const name = [knownAt ?? 'now', ...groups, '|', ...attributes].join(' ');
  const known = memory.recall(FACTS, name);
  if (known) return factsOf(known);
  const loaded = await loadActorFacts(query, { asKnownAt: knownAt, groups, attributes });
  memory.keep(FACTS, name, [REGISTRY], loaded);
  return factsOf(loaded);
}
