/** From the name and the code of a status table to an actor of the registry; nothing is guessed. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { ActorFacts } from '../../actors/area.ts';

/** The actor that a row means on a day, or null where that is not certain. */
export type Resolve = (
  name: string,
  code: string | undefined,
  day: PlainDateText | undefined,
) => string | null;

type Registry = Pick<ActorFacts, 'actor' | 'resolve' | 'personOf'>;

/** English names of the regions of ISO 3166, by which a code of two letters is looked up. */
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function actorOfCode(registry: Registry, code: string, day: PlainDateText | undefined) {
  if (/^[A-Z]{2}$/.test(code)) {
    const name = regions.of(code);
    return name === undefined ? null : registry.resolve(name, day);
  }
  return registry.actor(code) ? code : registry.resolve(code, day);
}

/**
 * Resolves by code and by name. Where both are known and mean different legal persons, the row is
 * at fault and means nobody.
 */
export function resolverOf(registry: Registry): Resolve {
  return (name, code, day) => {
    const byName = registry.resolve(name, day);
    const byCode = code === undefined ? null : actorOfCode(registry, code, day);
    if (byName === null || byCode === null) return byName ?? byCode;
    return registry.personOf(byName) === registry.personOf(byCode) ? byCode : null;
  };
}
