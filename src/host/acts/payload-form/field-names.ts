/**
 * Names of fields: the way to a value, joined by full stops, as in the API. What only the form
 * knows follows a colon, which no member of a payload has.
 */
import { own } from '../../../kernel/own.ts';
import type { Fields } from '../../form.ts';
import type { Union } from './form-node.ts';

/** Where one chooses which of its forms a value has. */
export const whichName = (path: string, { by }: Union): string =>
  by === null ? `${path}:which` : `${path}.${by}`;
/** Where a value by itself is typed that might also have another form. */
export const valueName = (path: string): string => `${path}:value`;
/** How many rows of a list are shown. */
export const rowsName = (path: string): string => `${path}:rows`;
/** Says that there is none. */
export const noneName = (path: string): string => `${path}:none-at-all`;
/** One of several values that may be ticked. */
export const tickName = (path: string, value: string): string => `${path}:${value}`;
/** In which time zone an instant is written. */
export const zoneName = (path: string): string => `${path}:zone`;

/** What was typed there; an empty text where nothing was. */
export const typedAt = (typed: Fields, name: string): string => (own(typed, name) ?? '').trim();

const TICKED = 'true';
export const isTicked = (typed: Fields, name: string): boolean => own(typed, name) === TICKED;

/** Rows further down than any list is long are no rows. */
const INDEX = /^(\d{1,4})(?:[.:]|$)/;

/** The numbers of the rows of a list that a form came with, in order. */
export function rowsIn(typed: Fields, path: string): number[] {
  const before = `${path}.`;
  const found = new Set<number>();
  for (const name of Object.keys(typed)) {
    if (!name.startsWith(before)) continue;
    const index = INDEX.exec(name.slice(before.length))?.[1];
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].toSorted((one, other) => one - other);
}
