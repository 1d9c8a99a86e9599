/** The one question over everything: answers to what it asks, then all that bears its words. */
import { z } from 'zod';
import { type Area, type Asked, type Question, defineQuestion } from '../../kernel/define-area.ts';
import type { Findable, Shelf } from '../../kernel/findable.ts';
import { type Locale, locales } from '../../ui/text/locale.ts';
import type { Text } from '../../ui/text/text.ts';
import { actsById } from './acts-by-id.ts';
import { Answer, type Read } from './answers/answer.ts';
import { answersTo } from './answers/answers.ts';
import { excerptOf, isMarked } from './excerpt.ts';
import { type OpenShelf, isThere, openShelves } from './open-shelves.ts';
import { type Hit, rank } from './ranking.ts';
import { type QuestionRead, readQuestion } from './reading/read-question.ts';
import { spellingsOf } from './spelling.ts';

export const TEXT_LENGTH_MAX = 300;
export const ROWS_MAX = 50;
const ROWS_DEFAULT = 20;
const PAGES_MAX = 200;

const Piece = z.object({ words: z.string(), match: z.boolean().optional() });

export const Row = z.object({
  /** What kind of thing it is, and by what it is known among these. */
  kind: z.string(),
  id: z.string(),
  href: z.string(),
  title: z.string(),
  /** To what it belongs. */
  within: z.string().nullable(),
  /** Where it stands on the day asked for, of what has a state. */
  state: z.string().nullable(),
  /** The place that matched, in pieces. */
  excerpt: z.array(Piece),
});
export type Row = z.output<typeof Row>;

export const FindInput = z.strictObject({
  text: z.string().max(TEXT_LENGTH_MAX),
  kind: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).max(PAGES_MAX).default(1),
  limit: z.coerce.number().int().min(1).max(ROWS_MAX).default(ROWS_DEFAULT),
  /** Whether questions in words are answered, too. */
  answers: z.boolean().default(true),
  locale: z.enum(locales).default('en'),
});
type FindInput = z.output<typeof FindInput>;

export const Found = z.object({
  answers: z.array(Answer),
  /** How many of each kind there are, whichever kind is listed. */
  kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
  rows: z.array(Row),
  total: z.int(),
  /** Where nothing bears the words: what nearly does. */
  spellings: z.array(z.string()),
});
export type Found = z.output<typeof Found>;

/** What the search is made from. */
export interface SearchParts {
  readonly areas: readonly Area[];
  readonly own: readonly Shelf[];
  readonly textIn: (locale: Locale) => Text;
}

async function statesOf(asked: Asked, shelves: readonly OpenShelf[], hits: readonly Hit[]) {
  const states = new Map<string, string>();
  for (const { shelf, index } of shelves) {
    if (shelf.states === undefined) continue;
    const own = new Set(index.things);
    const ids = hits.flatMap(({ thing }) => (own.has(thing) ? [thing.id] : []));
    if (ids.length === 0) continue;
    for (const [id, state] of await shelf.states(asked, ids)) states.set(id, state);
  }
  return states;
}

const inLanguage = (title: Findable['title'], locale: Locale): string => title[locale] || title.en;

function rowOf(hit: Hit, locale: Locale, states: ReadonlyMap<string, string>): Row {
  const { kind, id, href, within } = hit.thing;
  const title = inLanguage(hit.thing.title, locale);
  return {
    kind,
    id,
    href,
    title,
    within: within === undefined ? null : inLanguage(within, locale),
    state: states.get(id) ?? null,
    excerpt: isMarked(title, hit.terms) ? [] : excerptOf(hit),
  };
}

function countKinds(hits: readonly Hit[]): Found['kinds'] {
  const groups = [...Map.groupBy(hits, ({ thing }) => thing.kind)];
  return groups
    .map(([kind, own]) => ({ kind, count: own.length }))
    .sort((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1));
}

/** Asks the areas' questions for the answers, as of the day that the words name. */
async function answersFor(
  asked: Asked,
  { locale }: FindInput,
  { on, things, wanted }: QuestionRead,
  { shelves, textIn }: { shelves: readonly OpenShelf[]; textIn: SearchParts['textIn'] },
): Promise<Answer[]> {
  if (things.length === 0) return [];
  const then = on === null ? asked : { ...asked, asOf: on };
  const read: Read = { asked: then, on, wanted, text: textIn(locale), locale, shelves };
  return answersTo(read, things);
}

const NOTHING: Found = { answers: [], kinds: [], rows: [], total: 0, spellings: [] };

async function find(asked: Asked, input: FindInput, parts: SearchParts): Promise<Found> {
  const { kind, limit, locale, page } = input;
  const query = input.text.trim();
  if (query === '') return NOTHING;
  const shelves = await openShelves(asked, parts.areas, parts.own);
  const question = input.answers ? readQuestion(query, shelves, asked) : null;
  const ranked = rank(shelves, query, question?.things);
  const found = ranked.filter(({ thing }) => isThere(thing, asked));
  const hits = [...(await actsById(asked, query)), ...found];
  const listed = hits.filter(({ thing }) => kind === undefined || thing.kind === kind);
  const shown = listed.slice((page - 1) * limit, page * limit);
  const states = await statesOf(asked, shelves, shown);
  const { textIn } = parts;
  return {
    answers: question === null ? [] : await answersFor(asked, input, question, { shelves, textIn }),
    kinds: countKinds(hits),
    rows: shown.map((hit) => rowOf(hit, locale, states)),
    total: listed.length,
    spellings: hits.length === 0 ? spellingsOf(query, shelves) : [],
  };
}

export type FindQuestion = Question<FindInput, Found>;

/** The question, over what these areas have. */
export function findQuestion(parts: SearchParts): FindQuestion {
  return defineQuestion({
    name: 'search.find',
    title: 'What is there of these words, and what answers this question?',
    input: FindInput,
    output: Found,
    example: { text: 'is the CTBT in force?' },
    answer: (asked, input) => find(asked, input, parts),
  });
}
