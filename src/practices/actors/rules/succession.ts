/** Who took the place of whom, and which legal person an actor is. */
import type { SuccessionRow } from '../tables.ts';

export type Succession = Pick<SuccessionRow, 'predecessor' | 'successor' | 'on_day' | 'kind'>;

export interface Successions {
  /** Those that took its place, earliest first. */
  successorsOf(actor: string): readonly Succession[];
  /** Those whose place it took, earliest first. */
  predecessorsOf(actor: string): readonly Succession[];
  /**
   * The legal person, by its latest id: one that continues another is the same person (Vienna
   * Convention on Succession of States in respect of Treaties, Art. 35, by analogy).
   */
  personOf(actor: string): string;
}

function group(
  successions: readonly Succession[],
  end: 'predecessor' | 'successor',
): ReadonlyMap<string, readonly Succession[]> {
  return Map.groupBy(successions, (succession) => succession[end]);
}

const byDay = (one: Succession, other: Succession): number =>
  one.on_day === other.on_day ? 0 : one.on_day < other.on_day ? -1 : 1;

/** Folds successions, in whatever order they were recorded. */
export function foldSuccessions(given: readonly Succession[]): Successions {
  const successions = given.toSorted(byDay);
  const forward = group(successions, 'predecessor');
  const backward = group(successions, 'successor');
  const successorsOf = (actor: string) => forward.get(actor) ?? [];
  return {
    successorsOf,
    predecessorsOf: (actor) => backward.get(actor) ?? [],
    personOf(actor) {
      // Continuations can only go forward in time, so that a return to an earlier id ends the walk.
      let [person, since] = [actor, ''];
      for (;;) {
        const next = successorsOf(person).find(
          (one) => one.kind === 'continuation' && one.on_day > since,
        );
        if (!next) return person;
        [person, since] = [next.successor, next.on_day];
      }
    },
  };
}
