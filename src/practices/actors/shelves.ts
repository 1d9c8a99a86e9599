/** What of this practice a search finds: actors, by every name that they bear or bore. */
import type { Findable, Shelf } from '../../kernel/findable.ts';
import { type Registry, registryOf } from './registry.ts';
import type { ActorFact } from './rules/actor-facts.ts';

function findable(registry: Registry, actor: ActorFact): Findable {
  const { id, kind, name, names, officialName, from } = actor;
  const others = (registry.namesOf.get(id) ?? []).map((row) => row.name);
  const entry = registry.entryOf.get(id);
  return {
    kind,
    id,
    href: `/actors/${id}`,
    title: { ...names, en: names.en || name },
    names: [id, ...(officialName ? [officialName] : []), ...others],
    words: [entry?.region, entry?.subregion].filter(Boolean).join(' '),
    ...(from === null ? {} : { from }),
    ...(entry === undefined ? {} : { recordedAt: entry.recorded_at }),
  };
}

const actorShelf: Shelf = {
  name: 'actors',
  async load(asked) {
    const registry = await registryOf(asked);
    return registry.facts.allActors().map((actor) => findable(registry, actor));
  },
};

export const actorShelves: readonly Shelf[] = [actorShelf];
