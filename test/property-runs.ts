/** How properties are tried, as the environment asks: docs/decisions/0034-steady-tests.md. */

/** Nothing depends on which it is; changing it is trying all properties anew. */
const SEED = 1945;
const TIMES_MAX = 1000;

/** The seed that is asked for; undefined for one by chance, at every property anew. */
export function seedOf(asked = ''): number | undefined {
  if (asked === '') return SEED;
  if (asked === 'random') return undefined;
  // As a property that failed prints it, which may be less than nothing.
  if (/^-?\d{1,10}$/.test(asked)) return Number(asked);
  throw new Error(`CONCORD_PROPERTY_SEED is “random” or a whole number, not “${asked}”`);
}

/** How often every test is run, each time with what `seedOf` says. */
export function timesOf(asked = ''): number {
  const times = asked === '' ? 1 : Number(asked);
  if (Number.isInteger(times) && times >= 1 && times <= TIMES_MAX) return times;
  throw new Error(`CONCORD_PROPERTY_TIMES is a number from 1 to ${TIMES_MAX}, not “${asked}”`);
}
