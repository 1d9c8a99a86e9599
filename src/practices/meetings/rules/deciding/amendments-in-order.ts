/**
 * In what order amendments are voted on, and which of them fall: the furthest removed in substance
 * first, an amendment of an amendment before it (UNGA Rules of Procedure, rule 90).
 */

import { CHANGES } from '../../payloads/decision.ts';

export interface Amendment {
  /** The decision on it. */
  readonly name: string;
  /** The amendment that this one amends; it is voted on before that one. */
  readonly of?: string;
  /** Amendments that fall where this one is adopted, since it implies their rejection. */
  readonly rejects?: readonly string[];
  readonly change?: (typeof CHANGES)[number] | undefined;
  /** The parts of the proposal that it touches; none: nothing is known of what it overlaps. */
  readonly touches?: readonly string[];
}

const touched = ({ touches = [] }: Amendment): readonly string[] => touches;

const overlap = (one: Amendment, other: Amendment): boolean =>
  touched(one).some((part) => touched(other).includes(part));

/** How far removed it is from the proposal: by what it does, then by how much it touches. */
function isFurther(one: Amendment, other: Amendment): boolean {
  const changeOf = ({ change = 'replaces' }: Amendment): number => CHANGES.indexOf(change);
  const by = changeOf(other) - changeOf(one);
  return by === 0 ? touched(one).length > touched(other).length : by > 0;
}

const goesBefore = (one: Amendment, other: Amendment): boolean =>
  one.of === other.of && overlap(one, other) && isFurther(one, other);

/** Where amendments touch the same parts the further one comes first; else as they were given. */
function furthestFirst(amendments: readonly Amendment[]): Amendment[] {
  const left = [...amendments];
  const ordered: Amendment[] = [];
  while (left.length > 0) {
    // Being further removed leads in no circle, so that there is always one that nothing precedes.
    const at = left.findIndex((one) => !left.some((other) => goesBefore(other, one)));
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered;
}

/** Those that whoever presides ranked, as ranked; then the others. */
function ranked(amendments: readonly Amendment[], ruled: readonly string[]): Amendment[] {
  const named = ruled.flatMap((name) => amendments.find((one) => one.name === name) ?? []);
  return [...named, ...furthestFirst(amendments.filter(({ name }) => !ruled.includes(name)))];
}

/**
 * Amendments in the order of voting: as whoever presides ranked them, else by how far removed they
 * are where they overlap; an amendment of an amendment always before it.
 */
export function amendmentsInOrder(
  amendments: readonly Amendment[],
  ruled: readonly string[] = [],
): Amendment[] {
  const names = new Set(amendments.map(({ name }) => name));
  const sorted = ranked(amendments, ruled);
  const taken = new Set<string>();
  const ordered: Amendment[] = [];
  const take = (one: Amendment): void => {
    if (taken.has(one.name)) return;
    taken.add(one.name);
    for (const below of sorted) if (below.of === one.name) take(below);
    ordered.push(one);
  };
  const isTop = ({ of }: Amendment): boolean => of === undefined || !names.has(of);
  for (const one of sorted) if (isTop(one)) take(one);
  // Amendments that amend each other in a circle have no order but the one they were given in.
  for (const one of sorted) take(one);
  return ordered;
}

/** Whether adopting the one leaves nothing for the other to amend: all it touches is deleted. */
const takesAway = (one: Amendment, other: Amendment): boolean =>
  one.of === other.of &&
  one.change === 'deletes' &&
  touched(other).length > 0 &&
  touched(other).every((part) => touched(one).includes(part));

/** Whether the adoption of the one implies that the other is rejected, and by what. */
export function impliesRejection(one: Amendment, other: Amendment): 'implied' | 'deleted' | null {
  if (one.name === other.name) return null;
  if (one.rejects?.includes(other.name) === true) return 'implied';
  return takesAway(one, other) ? 'deleted' : null;
}
