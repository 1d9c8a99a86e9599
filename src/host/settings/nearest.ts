/** The name that somebody may have meant. */

/** More slips than this, and it is another word. */
export const SLIPS_MAX = 4;

/** How many letters must be changed, added or left out to make one of the other (Levenshtein). */
export function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of one.split('').entries()) {
    const next = [at + 1];
    for (const [place, wanted] of other.split('').entries()) {
      const changed = (row[place] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The nearest of the names; null where none is near. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const ranked = names
    .map((one) => ({ one, slips: slipsBetween(name.toUpperCase(), one) }))
    .toSorted((a, b) => a.slips - b.slips);
  const [best] = ranked;
  return best !== undefined && best.slips <= SLIPS_MAX ? best.one : null;
}
