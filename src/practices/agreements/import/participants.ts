/** From the names and codes of a status table to actors of the registry; nothing is guessed. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { ActorFacts } from '../../actors/area.ts';

/** Who is meant by the rows of a table. */
export interface Participants {
  /** The actor that a name and a code mean on a day, or null where that is not certain. */
  resolve(name: string, code: string | undefined, day: PlainDateText | undefined): string | null;
  /** The one actor that lived on the day and whose place the actor took, or null. */
  predecessorOn(actor: string, day: PlainDateText): string | null;
}

type Registry = Pick<ActorFacts, 'actor' | 'resolve' | 'personOf' | 'predecessorsOf' | 'existsOn'>;

/** English names of the regions of ISO 3166, by which a code of two letters is looked up. */
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function actorOfCode(registry: Registry, code: string, day: PlainDateText | undefined) {
  if (/^[A-Z]{2}$/.test(code)) {
    const name = regions.of(code);
    return name === undefined ? null : registry.resolve(name, day);
  }
  return registry.actor(code) ? code : registry.resolve(code, day);
}

/** All whose place the actor took, directly or through others that took it before. */
function ancestorsOf(registry: Registry, actor: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [actor];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const { predecessor } of registry.predecessorsOf(one)) {
      if (found.has(predecessor)) continue;
      found.add(predecessor);
      waiting.push(predecessor);
    }
  }
  return found;
}

/**
 * Participants by the registry. Where a name and a code are both known and mean different legal
 * persons, the row is at fault and means nobody.
 */
export function participantsOf(registry: Registry): Participants {
  return {
    resolve: (name, code, day) => {
      const byName = registry.resolve(name, day);
      const byCode = code === undefined ? null : actorOfCode(registry, code, day);
      if (byName === null || byCode === null) return byName ?? byCode;
      return registry.personOf(byName) === registry.personOf(byCode) ? byCode : null;
    },
    predecessorOn: (actor, day) => {
      if (registry.existsOn(actor, day)) return null;
      const alive = [...ancestorsOf(registry, actor)].filter((one) => registry.existsOn(one, day));
      const [only] = alive;
      return alive.length === 1 && only !== undefined ? only : null;
    },
  };
}
