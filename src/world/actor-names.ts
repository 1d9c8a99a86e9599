import type { Span, WorldActor, WorldAlias } from './actor-types.ts';

/** What a name was found to mean: one actor, several at once, or none. */
export type NameFinding =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown' };

interface Candidate extends Span {
  readonly id: string;
}

const holds = (span: Span, on: string) =>
  (span.from === undefined || span.from <= on) && (span.to === undefined || on < span.to);

/**
 * Folds what tables vary without meaning: case, spacing, ampersands, the forms of an apostrophe
 * and hyphen. Letters keep their diacritics, which tell some names apart.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/\s*&\s*/g, ' and ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function namesOf(actor: WorldActor): string[] {
  const official = actor.officialName === undefined ? [] : [actor.officialName];
  return [...official, ...Object.values(actor.names)];
}

/**
 * Builds a finder from a name, as a status table writes it, to an actor: by id, short name in any
 * language, official name or alias. A name that means one actor only is found whatever the date,
 * for tables keep old names; where it means several, the date decides whose name it was.
 * @returns `(name, on?)`, `on` an ISO plain date.
 */
export function actorFinder(
  actors: readonly WorldActor[],
  aliases: readonly WorldAlias[],
): (name: string, on?: string) => NameFinding {
  // Ids are matched as written: the State NAM is not the movement nam.
  const ids = new Set(actors.map(({ id }) => id));
  const byName = new Map<string, Candidate[]>();
  const add = (name: string, candidate: Candidate) => {
    const key = normaliseName(name);
    byName.set(key, [...(byName.get(key) ?? []), candidate]);
  };
  for (const actor of actors) for (const name of namesOf(actor)) add(name, actor);
  for (const alias of aliases) add(alias.name, alias);

  return (name, on) => {
    if (ids.has(name.trim())) return { kind: 'found', id: name.trim() };
    const candidates = byName.get(normaliseName(name)) ?? [];
    const all = [...new Set(candidates.map(({ id }) => id))];
    const dated = on === undefined ? [] : candidates.filter((one) => holds(one, on));
    const then = [...new Set(dated.map(({ id }) => id))];
    const [id] = all.length === 1 ? all : then;
    if (all.length === 0) return { kind: 'unknown' };
    if (id !== undefined && (all.length === 1 || then.length === 1)) return { kind: 'found', id };
    return { kind: 'ambiguous', ids: all };
  };
}
