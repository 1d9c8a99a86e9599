/** What a question in words is answered with: one sentence, its reasons, and where to read on. */
import { z } from 'zod';
import { PlainDateText } from '../../../kernel/dates.ts';
import type { Asked, Question } from '../../../kernel/define-area.ts';
import type { Findable } from '../../../kernel/findable.ts';
import { type Refusal, isRefusal } from '../../../kernel/refusal.ts';
import { formatDate, formatList } from '../../../ui/text/format.ts';
import type { Locale } from '../../../ui/text/locale.ts';
import type { Text, TextValues } from '../../../ui/text/text.ts';
import { keyOf } from '../fold.ts';
import type { OpenShelf } from '../open-shelves.ts';
import type { Wanted } from '../reading/question-words.ts';

export const ANSWER_KINDS = [
  'agreement',
  'standing',
  'between',
  'votes',
  'memberships',
  'membership',
  'actor',
  'body',
] as const;

const Link = z.object({ label: z.string(), href: z.string() });

export const Answer = z.object({
  kind: z.enum(ANSWER_KINDS),
  /** The answer as one sentence in the language asked for. */
  text: z.string(),
  /** What stands behind it, each a sentence. */
  reasons: z.array(z.string()),
  href: z.string(),
  links: z.array(Link),
  /** The rule that the answer rests on, where a finding says so. */
  rule: z.object({ id: z.string(), citation: z.string() }).nullable(),
  /** What it is about, by kind and id. */
  about: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
  /** The day that it holds for. */
  asOf: PlainDateText,
});
export type Answer = z.output<typeof Answer>;

/** A question as it was read. */
export interface Read {
  readonly asked: Asked;
  /** The day that the question names, where it names one. */
  readonly on: PlainDateText | null;
  readonly wanted: ReadonlySet<Wanted>;
  readonly text: Text;
  readonly locale: Locale;
  readonly shelves: readonly OpenShelf[];
}

/** What a thing is called in the language of the answer. */
export const titleOf = ({ title }: Findable, { locale }: Pick<Read, 'locale'>): string =>
  title[locale] || title.en;

/** A sentence of the answers, by the last part of its key. */
export const say = ({ text }: Read, key: string, values: TextValues = {}): string =>
  text(`search.answer.${key}`, values);

export const dayIn = ({ locale }: Read, on: PlainDateText): string => formatDate(locale, on);

/** Several names as one phrase; each keeps its own direction in a sentence that runs the other. */
export function listIn({ locale, text }: Read, names: readonly string[]): string {
  const isolated = text.direction === 'rtl' ? names.map((name) => `\u2068${name}\u2069`) : names;
  return formatList(locale, isolated);
}

/** What an actor is called, by its id. */
export function nameOf(read: Read, id: string): string {
  for (const { shelf, index } of read.shelves) {
    if (shelf.name !== 'actors') continue;
    const found = index.byKey.get(keyOf(id))?.find((thing) => thing.id === id);
    if (found !== undefined) return titleOf(found, read);
  }
  return id;
}

/** An address that carries the day which the question names. */
export function dated(path: string, { on }: Read): string {
  if (on === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}asOf=${on}`;
}

/** Answers of a question, where it does not refuse. */
export async function askOf<Input, Output>(
  { asked }: Read,
  question: Question<Input, Output>,
  input: unknown,
): Promise<Exclude<Output, Refusal> | null> {
  // What its schema read is its input.
  const answer = await question.answer(asked, question.input.parse(input) as Input);
  return isRefusal(answer) ? null : (answer as Exclude<Output, Refusal>);
}

/** What the answer is about. */
export const about = (read: Read, ...things: readonly Findable[]): Answer['about'] =>
  things.map((thing) => ({ kind: thing.kind, id: thing.id, title: titleOf(thing, read) }));
