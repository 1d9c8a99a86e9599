/** What a page says, piece by piece: rows, terms, items, sentences and pictures, by section. */
import type { Comparable } from './pairing.ts';
import type { Element } from './markup.ts';

export type Kind = 'row' | 'term' | 'item' | 'sentence' | 'heading' | 'picture';

export interface Cell {
  readonly column: string;
  readonly text: string;
  readonly element: Element;
}

export interface Block extends Comparable {
  readonly kind: Kind;
  /** The key of its section. */
  readonly section: string;
  readonly element: Element;
  /** What it says of whichever day it is said, where it may name the page's own. */
  readonly plain?: string;
  /** Of a row, its name first; of a term, the term and what it is. */
  readonly cells?: readonly Cell[];
  /** What the table of a row is called. */
  readonly table?: string;
}

export interface Outline {
  readonly blocks: readonly Block[];
  /** What each section is called, from the page's own heading down, in their order. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  /** Where the page goes on, for one whose list is cut into several. */
  readonly next: string | null;
}

const NUMBERS = /\p{Nd}+(?:[.,:\s'’\u066b\u066c\u00a0\u202f]\p{Nd}+)*/gu;

/** The same words whatever their numbers are. */
export const withoutNumbers = (text: string): string => text.replaceAll(NUMBERS, '#');

/** The same words of whichever day they are said. */
export function withoutDays(text: string, days: readonly string[]): string {
  return days.reduce((rest, day) => rest.replaceAll(day, '◇'), text);
}

const DATES = /([?&])(?:asOf|knownAt|lang)=[^&#]*/g;

/** Where a link leads, of whichever day. */
export const placeOf = (href: string): string =>
  href
    .replaceAll(DATES, '$1')
    .replaceAll(/([?&])&+/g, '$1')
    .replace(/[?&]+(?=#|$)/, '');
