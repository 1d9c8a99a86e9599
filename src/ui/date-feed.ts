/** Dates to come, for calendars that follow them from outside. */
import type { InstantText, PlainDateText } from '../kernel/dates.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { PageRequest } from './page.ts';

export interface DateEntry {
  /** By this it is known for ever, in every language and to every viewer. */
  readonly key: string;
  /** A whole day, or a moment. */
  readonly when: { readonly on: PlainDateText } | { readonly at: InstantText };
  readonly title: string;
  readonly summary: string;
  /** Path of the page that it is told on. */
  readonly href: string;
  /** When what it rests on last changed, and how often that did; both only ever grow. */
  readonly changedAt: InstantText;
  readonly changes: number;
  /** It was to be, and will not. */
  readonly isCancelled?: boolean;
  readonly categories: readonly string[];
}

export interface DatesContent {
  readonly title: string;
  /** Soonest first. */
  readonly entries: readonly DateEntry[];
}

export interface DateFeed {
  /** A path with named parts that ends in `.ics`. */
  readonly path: string;
  /** Addresses under it that a small world answers. */
  readonly examples: readonly string[];
  render(request: PageRequest): Promise<DatesContent | Refusal>;
}
