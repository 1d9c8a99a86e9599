/** What the symbol of a document tells of it: which it revises, adds to or corrects. */

export const LINKS = { Rev: 'revision', Add: 'addendum', Corr: 'corrigendum' } as const;
type Suffix = keyof typeof LINKS;

/** `A/80/L.12/Rev.2` is the second revision of `A/80/L.12`. */
export interface SymbolParts {
  /** The symbol without its last suffix. */
  readonly of: string;
  readonly link: (typeof LINKS)[Suffix];
  readonly number: number;
}

const LAST = /^(?<of>.+)\/(?<suffix>Rev|Add|Corr)\.(?<number>[1-9]\d{0,3})$/;

/** The parts of a symbol with a suffix; null for one that stands by itself. */
export function partsOf(symbol: string): SymbolParts | null {
  const found = LAST.exec(symbol)?.groups;
  if (found === undefined) return null;
  const { of = '', suffix, number } = found;
  // The expression takes no other suffix.
  return { of, link: LINKS[suffix as Suffix], number: Number(number) };
}

/** The symbol from which all suffixes were taken: what the whole chain is of. */
export function stemOf(symbol: string): string {
  const parts = partsOf(symbol);
  return parts === null ? symbol : stemOf(parts.of);
}

/** The symbol that has to be out before this one: the one before it, else what it is of. */
export function precedingOf(symbol: string): string | null {
  const parts = partsOf(symbol);
  if (parts === null) return null;
  const { of, number } = parts;
  return number === 1 ? of : symbol.replace(/\d+$/, `${number - 1}`);
}
