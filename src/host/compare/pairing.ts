/** Which things of one list are those of another: by the strictest likeness that holds first. */

export interface Comparable {
  /** All that it says. */
  readonly text: string;
  /** What is like in both though they do not say the same, from strict to loose. */
  readonly likeness: readonly string[];
  /**
   * A likeness that tells too little to choose by, as of a place: it joins those left over where
   * there are as many before as after, and else nothing.
   */
  readonly loosely?: string;
}

export interface Paired<Thing> {
  readonly before: Thing;
  readonly after: Thing;
}

/** One thing of either list, or the same thing of both. */
export type Met<Thing> =
  | Paired<Thing>
  | { readonly before: Thing; readonly after: null }
  | { readonly before: null; readonly after: Thing };

type Likeness<Thing> = (one: Thing) => string | undefined;

function bucketsOf<Thing>(things: Iterable<Thing>, likeness: Likeness<Thing>) {
  const found = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = likeness(thing);
    if (key === undefined) continue;
    const held = found.get(key);
    if (held === undefined) found.set(key, [thing]);
    else held.push(thing);
  }
  return found;
}

/** One round: those alike are joined in their order, and are out of the next rounds. */
function joinAlike<Thing>(
  left: { readonly before: Set<Thing>; readonly after: Set<Thing> },
  joined: Map<Thing, Thing>,
  likeness: Likeness<Thing>,
  onlyAsMany: boolean,
): void {
  if (left.before.size === 0 || left.after.size === 0) return;
  const others = bucketsOf(left.after, likeness);
  for (const [key, ours] of bucketsOf(left.before, likeness)) {
    const theirs = others.get(key) ?? [];
    if (onlyAsMany && ours.length !== theirs.length) continue;
    for (const [at, after] of theirs.slice(0, ours.length).entries()) {
      const before = ours[at];
      if (before === undefined) break;
      joined.set(after, before);
      left.before.delete(before);
      left.after.delete(after);
    }
  }
}

/** What of the first list went, by the place in the second after which it stood; -1: before all. */
function goneByPlace<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  joined: ReadonlyMap<Thing, Thing>,
): Map<number, Thing[]> {
  const places = new Map(after.map((one, at) => [joined.get(one), at] as const));
  const gone = new Map<number, Thing[]>();
  let place = -1;
  for (const thing of before) {
    const at = places.get(thing);
    if (at === undefined) gone.set(place, [...(gone.get(place) ?? []), thing]);
    else place = at;
  }
  return gone;
}

/**
 * The things of two lists in the order of the second, each that went where it stood. Every thing of
 * either list is met exactly once.
 */
export function meet<Thing extends Comparable>(
  before: readonly Thing[],
  after: readonly Thing[],
): Met<Thing>[] {
  const left = { before: new Set(before), after: new Set(after) };
  const joined = new Map<Thing, Thing>();
  const rounds = Math.max(0, ...[...before, ...after].map(({ likeness }) => likeness.length));
  joinAlike(left, joined, ({ text }) => text, false);
  for (let round = 0; round < rounds; round += 1) {
    joinAlike(left, joined, ({ likeness }) => likeness[round], false);
  }
  joinAlike(left, joined, ({ loosely }) => loosely, true);
  const gone = goneByPlace(before, after, joined);
  const wentAt = (place: number): Met<Thing>[] =>
    (gone.get(place) ?? []).map((one) => ({ before: one, after: null }));
  return [
    ...wentAt(-1),
    ...after.flatMap((one, at): Met<Thing>[] => {
      const other = joined.get(one);
      const met = other ? { before: other, after: one } : { before: null, after: one };
      return [met, ...wentAt(at)];
    }),
  ];
}
