/** A feed of what happened, for readers that follow it from outside. */
import type { InstantText } from '../kernel/dates.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { PageRequest } from './page.ts';

export interface FeedEntry {
  /** Path of its page; the entry is known by it for ever. */
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  /** When it was recorded. */
  readonly at: InstantText;
  readonly author: string;
}

export interface FeedContent {
  readonly title: string;
  /** Path of the page that shows the same. */
  readonly href: string;
  /** Latest first; the host gives them out in pages. */
  readonly entries: readonly FeedEntry[];
}

export interface Feed {
  /** A path with named parts that ends in `.atom`. */
  readonly path: string;
  /** Addresses under it that a small world answers. */
  readonly examples: readonly string[];
  render(request: PageRequest): Promise<FeedContent | Refusal>;
}
