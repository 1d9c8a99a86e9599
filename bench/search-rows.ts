/** The search beside the levels that it is held to. */
import type { Row } from './levels.ts';
import type { SearchMeasured } from './measure-search.ts';

const SEARCH_MILLISECONDS_MAX = 50;
const SUGGEST_MILLISECONDS_MAX = 20;

const within = (what: string, value: number, bound: number): Row => ({
  what,
  measured: `${value.toFixed(2)} ms`,
  level: `≤ ${bound} ms`,
  met: value <= bound,
});

/** The rows of the search. */
export function searchRows(measured: SearchMeasured): Row[] {
  const { firstMilliseconds, memoryBytes, suggested, warm } = measured;
  return [
    { what: 'first search of a node', measured: `${firstMilliseconds.toFixed(0)} ms` },
    { what: 'heap of the indexes', measured: `${(memoryBytes / 2 ** 20).toFixed(0)} MB` },
    { what: 'search with answers, p50', measured: `${warm.medianMilliseconds.toFixed(2)} ms` },
    within('search with answers, p99', warm.p99Milliseconds, SEARCH_MILLISECONDS_MAX),
    within('suggestions, p99', suggested.p99Milliseconds, SUGGEST_MILLISECONDS_MAX),
  ];
}
