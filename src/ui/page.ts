/** What a page is: a function of questions, the viewer's clearance, two dates and a language. */
import type { Child } from 'hono/jsx';
import type { InstantText, PlainDateText } from '../kernel/dates.ts';
import type { Question } from '../kernel/define-area.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { type Locale, locales } from './text/locale.ts';
import type { Text } from './text/text.ts';

export { type Locale, locales as LOCALES };

/** For whom somebody may act. */
export interface ReaderStanding {
  readonly actors: readonly string[];
  /** Whether they keep registers, and so may record there what any actor did. */
  readonly records: boolean;
}

/** Long work, as a page shows it. */
export interface WorkProgress {
  readonly done: number;
  readonly total: number | null;
  readonly state: 'running' | 'done' | 'failed';
}

export interface PageRequest {
  /** Asks a question as the viewer, as of the page's dates; its schema reads the input. */
  ask<Input, Output>(question: Question<Input, Output>, input: unknown): Promise<Output | Refusal>;
  readonly asOf: PlainDateText;
  readonly knownAt: InstantText | null;
  readonly today: PlainDateText;
  readonly locale: Locale;
  /** The texts of the page's language, as components take them. */
  readonly text: Text;
  /** Named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** The query of the address. */
  readonly search: URLSearchParams;
  readonly path: string;
  readonly signedIn: boolean;
  /** How far long work has come; null where it was never begun. */
  progressOf(task: string): Promise<WorkProgress | null>;
  /** Whether the node answers at a path, so that no page leads to a room that is not there. */
  serves?(path: string): boolean;
  /** For whom the reader may have acts of a kind made here; absent: nobody is signed in. */
  readonly standing?: (type: string) => Promise<ReaderStanding>;
  /** On a desk, what the node adds for its owner: the page says where it stands. */
  readonly beside?: Child;
}

export interface PageContent {
  readonly title: string;
  readonly description?: string;
  readonly breadcrumb: readonly { label: string; href: string }[];
  readonly body: Child;
  /**
   * Whether an open page follows the record as it moves: the acts of one register, or all where
   * none is named. Absent: it stays as it was read.
   */
  readonly follows?: { readonly register?: string };
  /** The same content in other forms: CSV, a feed. */
  readonly alternates?: readonly { href: string; label: string; type: string }[];
}

export interface Page {
  /** A path with named parts, `/agreements/:agreement`. */
  readonly path: string;
  /** Which entry of the main navigation it belongs to. */
  readonly section: string;
  /**
   * The island that the page is served with, by its name in `src/islands`: what it does without is
   * what it does with a script too, only sooner.
   */
  readonly island?: string;
  /**
   * Whether it shows what is due by the hour: then it is kept for no longer than a minute; where it
   * counts down to an instant, for no longer than a second.
   */
  readonly followsClock?: true | 'second';
  /** It shows nothing of the record, so that no date applies to it. */
  readonly isTimeless?: true;
  /** Whether somebody works at it: of all whom one acts for, or of the actor in its path. */
  readonly isDesk?: true;
  /** Addresses under it that a small world answers, for tests that open every page. */
  readonly examples: readonly string[];
  render(request: PageRequest): Promise<PageContent | Refusal>;
}
