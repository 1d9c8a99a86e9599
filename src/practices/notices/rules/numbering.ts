/** Numbers that senders give: each once, and what is missing between them. */

/** At most so many missing numbers are named; a sender that begins at 500000 is no news of each. */
export const MISSING_NAMED_MAX = 20;

/** Counts that are missing between 1 and the last one given, in order. */
export function missingSerials(given: readonly number[]): readonly number[] {
  const known = new Set(given);
  const last = given.reduce((most, serial) => Math.max(most, serial), 0);
  const missing: number[] = [];
  for (let serial = 1; serial < last && missing.length < MISSING_NAMED_MAX; serial += 1) {
    if (!known.has(serial)) missing.push(serial);
  }
  return missing;
}

/** Under which a number is taken: of the sender, in the channel. */
export function numberKey(channel: string, actor: string, number: string): string {
  return `${channel} ${actor} ${number}`;
}
