/** What a page is: a function of questions, the viewer's clearance, two dates and a language. */
import type { Child } from 'hono/jsx';
import type { InstantText, PlainDateText } from '../kernel/dates.ts';
import type { Question } from '../kernel/define-area.ts';
import type { Refusal } from '../kernel/refusal.ts';

export const LOCALES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

export interface PageRequest {
  /** Asks a question as the viewer, as of the page's dates. */
  ask<Input, Output>(question: Question<Input, Output>, input: Input): Promise<Output | Refusal>;
  readonly asOf: PlainDateText;
  readonly knownAt: InstantText | null;
  readonly today: PlainDateText;
  readonly locale: Locale;
  /** The text of a message in the page's language. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** The query of the address. */
  readonly search: URLSearchParams;
  readonly path: string;
  readonly signedIn: boolean;
}

export interface PageContent {
  readonly title: string;
  readonly description?: string;
  readonly breadcrumb: readonly { label: string; href: string }[];
  readonly body: Child;
}

export interface Page {
  /** A path with named parts, `/agreements/:agreement`. */
  readonly path: string;
  /** Which entry of the main navigation it belongs to. */
  readonly section: string;
  render(request: PageRequest): Promise<PageContent | Refusal>;
}
