/** Facts on actors, from the practice that keeps them, as the rules of this one ask for them. */
import type { Asked, MemoryKind, Query } from '../../kernel/define-area.ts';
import { type ActorFacts, REGISTRY, lastAddedBy, loadActorFacts } from '../actors/area.ts';
import type { FinalClauses } from './clauses.ts';
import type { Facts, PartyFacts, Predecessor } from './rules/facts.ts';
import { attributesNamedIn, groupsNamedIn } from './rules/reading.ts';

const FACTS: MemoryKind<Facts> = { name: 'agreements.actor-facts' };

/** Of other agreements the registry knows nothing; who holds them says who their parties are. */
const NO_PARTIES: PartyFacts = {
  partiesTo: () => [],
  isPartyTo: () => false,
  partySince: () => null,
  partyChangesOf: () => [],
  statusTowards: () => null,
  concernedBy: () => [],
};

/** Those in whose place an actor came; what a State only goes on from is the same person. */
function predecessorsOf(id: string, actors: ActorFacts): readonly Predecessor[] {
  return actors
    .predecessorsOf(id)
    .flatMap(({ predecessor, on_day, kind }) =>
      kind === 'continuation'
        ? predecessorsOf(predecessor, actors)
        : [{ actor: predecessor, on: on_day }],
    );
}

/** The facts of the registry in the form that the rules of agreements ask for. */
export function factsOf(actors: ActorFacts): Facts {
  const all = actors.allActors().map((fact) => ({ ...fact, to: fact.lastOn }));
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  const everyone = [...byId.keys()];
  return {
    actor: (id) => byId.get(id) ?? null,
    resolve: (name) => (actors.actor(name) ? name : actors.resolve(name)),
    personOf: (id) => actors.personOf(id),
    hasPredecessor: (id) => actors.predecessorsOf(id).length > 0,
    predecessorsOf: (id) => predecessorsOf(id, actors),
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

/** Loads the facts that the clauses ask for: what is judged once needs no more. */
export async function loadFacts(query: Query, clauses: readonly FinalClauses[]): Promise<Facts> {
  const groups = [...new Set(clauses.flatMap(groupsNamedIn))];
  const attributes = [...new Set(clauses.flatMap(attributesNamedIn))];
  return factsOf(await loadActorFacts(query, { asKnownAt: null, groups, attributes }));
}

/** All facts of the registry: loaded once for as long as it stays as it is, for every question. */
export async function recallFacts({ query, knownAt, memory }: Asked): Promise<Facts> {
  const name = (knownAt === null ? null : await lastAddedBy(query, knownAt)) ?? 'now';
  const known = memory.recall(FACTS, name);
  if (known) return known;
  const facts = factsOf(await loadActorFacts(query, { asKnownAt: knownAt }));
  memory.keep(FACTS, name, [REGISTRY], facts);
  return facts;
}
