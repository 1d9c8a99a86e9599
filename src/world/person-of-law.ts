import type { WorldActor, WorldActors } from './actor-types.ts';

const livesOn = (actor: WorldActor | undefined, on: string) =>
  actor !== undefined &&
  (actor.from === undefined || actor.from <= on) &&
  (actor.to === undefined || on < actor.to);

/**
 * Whose act it was on a date, where a status table lists it under the name of today: the actor
 * itself, or the State that it continues and that lived then. Only continuation carries an
 * instrument over by itself; other successors notify succession (Vienna Convention on Succession
 * of States in respect of Treaties, Articles 16, 31 and 34).
 * @param on ISO plain date of the act.
 * @returns the id of the person of law, or undefined where neither it nor a State that it
 *   continues existed.
 */
export function personOfLawOn(
  world: Pick<WorldActors, 'actors' | 'successions'>,
): (id: string, on: string) => string | undefined {
  const actors = new Map(world.actors.map((actor) => [actor.id, actor]));
  const continued = new Map<string, string>();
  for (const { kind, predecessor, successor } of world.successions) {
    if (kind === 'continuation') continued.set(successor, predecessor);
  }
  return (id, on) => {
    const seen = new Set<string>();
    let person: string | undefined = id;
    while (person !== undefined && !seen.has(person)) {
      if (livesOn(actors.get(person), on)) return person;
      seen.add(person);
      person = continued.get(person);
    }
    return undefined;
  };
}
