/** From a name to the one actor that bears it; for importers. What is doubtful is not resolved. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { nameKeys, shortKey } from './name-key.ts';
import { type Period, covers, overlap } from './period.ts';

/** A name, whose it is, and when it was borne. */
export interface Bearer extends Period {
  readonly actor: string;
  readonly name: string;
}

export interface NameIndex {
  /**
   * The actor of that name or id, or null where there is none or several. With a day, those that
   * bore it then come first.
   */
  resolve(name: string, day?: PlainDateText): string | null;
}

type Bearers = Map<string, Bearer[]>;

function enter(index: Bearers, key: string, bearer: Bearer): void {
  const bearers = index.get(key);
  if (bearers) bearers.push(bearer);
  else index.set(key, [bearer]);
}

function onlyOne(bearers: readonly Bearer[]): string | null {
  const actors = new Set(bearers.map((bearer) => bearer.actor));
  const [actor] = actors;
  return actors.size === 1 && actor !== undefined ? actor : null;
}

/** The one bearer on the day; where none bore the name then, the one that ever did. */
function chosen(bearers: readonly Bearer[], day: PlainDateText | undefined): string | null {
  if (day === undefined) return onlyOne(bearers);
  const then = bearers.filter((bearer) => covers(bearer, day));
  return onlyOne(then.length > 0 ? then : bearers);
}

/** Indexes names; each is borne no longer than its actor exists. */
export function nameIndex(
  names: readonly Bearer[],
  existence: (actor: string) => Period | null,
): NameIndex {
  const [exact, short]: [Bearers, Bearers] = [new Map(), new Map()];
  for (const given of names) {
    const exists = existence(given.actor);
    const borne = exists && overlap(given, exists);
    if (!borne) continue;
    const bearer = { ...given, ...borne };
    for (const key of nameKeys(given.name)) enter(exact, key, bearer);
    const shortened = shortKey(given.name);
    if (shortened !== null) enter(short, shortened, bearer);
  }
  return {
    resolve(name, day) {
      if (existence(name)) return name;
      const keys = nameKeys(name);
      for (const index of [exact, short]) {
        const found = keys.map((key) => index.get(key)).find((bearers) => bearers !== undefined);
        if (found) return chosen(found, day);
      }
      return null;
    },
  };
}
