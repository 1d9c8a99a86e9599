/** The search as an area: it takes no acts, and asks of what other areas put on their shelves. */
import { type Area, defineArea, judgeWith } from '../../kernel/define-area.ts';
import { type FindQuestion, findQuestion } from './find.ts';
import { type HouseParts, houseShelf } from './house-shelf.ts';

/** The search over these areas, and over what the house itself has. */
export function searchArea(parts: HouseParts) {
  const find = findQuestion({ ...parts, own: [houseShelf(parts)] });
  const area = defineArea({
    name: 'search',
    title: 'Search',
    acts: [],
    tables: [],
    questions: [find],
    decider: {
      load: async () =>
        judgeWith(
          null,
          () => null,
          (state) => state,
        ),
    },
  });
  return { area, find };
}

/** The question of the search among these areas; null where there is no search. */
export function searchIn(areas: readonly Area[]): FindQuestion | null {
  const own = areas.find(({ name }) => name === 'search')?.questions;
  const find: unknown = own?.find(({ name }) => name === 'search.find');
  // Under this name `searchArea` puts this question, and nothing else.
  return (find ?? null) as FindQuestion | null;
}
