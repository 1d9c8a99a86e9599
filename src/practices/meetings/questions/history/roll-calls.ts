/** Which roll calls there are of a body's past. */
import { z } from 'zod';
import { ActorId } from '../../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { ActorFacts } from '../../../actors/area.ts';
import type { PastRollCall } from '../../load-roll-calls.ts';
import { Name } from '../../payloads/parts.ts';
import { tallyOf } from '../../rules/history/tally.ts';
import { InLanguage } from '../shapes.ts';
import { bodyTitle, openPast } from './opening.ts';

export const VOTES = ['yes', 'no', 'abstain', 'absent'] as const;
export const Year = z.string().regex(/^\d{4}$/, 'a year is such as 1998');
const ROWS_MAX = 10_000;

const Input = z.strictObject({
  body: Name,
  /** All of these words stand in the title, the symbol or the note. */
  words: z.string().max(200).optional(),
  issue: z.string().max(120).optional(),
  year: Year.optional(),
  session: z.string().max(60).optional(),
  /** Those in which this actor voted; with `vote`, voted so. */
  actor: ActorId.optional(),
  vote: z.enum(VOTES).optional(),
  page: z.int().min(1).default(1),
  pageSize: z.int().min(1).max(ROWS_MAX).default(50),
  locale: InLanguage,
});
type Input = z.output<typeof Input>;

export const RollCallRow = z.object({
  number: z.string(),
  on: PlainDateText,
  session: z.string().nullable(),
  symbol: z.string().nullable(),
  title: z.string(),
  issues: z.array(z.string()),
  matter: z.string().nullable(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
});

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const matchesWords = (one: PastRollCall, words: readonly string[]): boolean => {
  const text = folded(`${one.title} ${one.symbol ?? ''} ${one.note ?? ''}`);
  return words.every((word) => text.includes(word));
};

/** Whether the actor voted in it, under any id of its legal person. */
function votedIn(one: PastRollCall, ids: ReadonlySet<string>, vote: Input['vote']): boolean {
  const kinds = vote === undefined ? VOTES : [vote];
  return kinds.some((kind) => one[kind].some((actor) => ids.has(actor)));
}

/** One roll call as a row. */
export function rollCallRow(one: PastRollCall): z.output<typeof RollCallRow> {
  const { number, on, session, symbol, title, issues, matter } = one;
  return { number, on, session, symbol, title, issues: [...issues], matter, ...tallyOf(one) };
}

/** The ids under which somebody's legal person voted. */
function idsOfPerson(
  all: readonly PastRollCall[],
  actors: Pick<ActorFacts, 'personOf'>,
  actor: string,
): ReadonlySet<string> {
  const person = actors.personOf(actor);
  const voted = new Set<string>();
  for (const one of all) for (const kind of VOTES) for (const id of one[kind]) voted.add(id);
  return new Set([...voted].filter((id) => actors.personOf(id) === person));
}

/** What the input asks for, as tests that a roll call passes. */
function testsOf(input: Input, idsOf: (actor: string) => ReadonlySet<string>) {
  const { issue, year, session, actor, vote, words } = input;
  const sought = folded(words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const ids = actor === undefined ? null : idsOf(actor);
  const tests: ((one: PastRollCall) => boolean)[] = [];
  if (issue !== undefined) tests.push((one) => one.issues.includes(issue));
  if (year !== undefined) tests.push((one) => one.on.startsWith(year));
  if (session !== undefined) tests.push((one) => one.session === session);
  if (ids !== null) tests.push((one) => votedIn(one, ids, vote));
  if (sought.length > 0) tests.push((one) => matchesWords(one, sought));
  return tests;
}

function counted(keys: Iterable<string>): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}

const Counted = z.object({ key: z.string(), count: z.int() });

export const rollCalls = defineQuestion({
  name: 'meetings.roll-calls',
  title: 'How did a body vote in the past?',
  input: Input,
  output: z.object({
    body: z.string(),
    title: z.string(),
    /** How many there are, and how many of them are asked for. */
    total: z.int(),
    found: z.int(),
    pages: z.int(),
    /** By year, of those that are asked for. */
    years: z.array(Counted),
    /** Of all, the most frequent first. */
    issues: z.array(Counted),
    source: z.string().nullable(),
    rows: z.array(RollCallRow),
  }),
  example: { body: 'general-conference' },
  async answer(asked, input) {
    const past = await openPast(asked, input.body);
    if (isRefusal(past)) return past;
    const { rollCalls: all, actors } = past;
    const tests = testsOf(input, (actor) => idsOfPerson(all, actors, actor));
    const found = all.filter((one) => tests.every((test) => test(one))).toReversed();
    const first = (input.page - 1) * input.pageSize;
    return {
      body: input.body,
      title: await bodyTitle(asked, input.body, input.locale),
      total: all.length,
      found: found.length,
      pages: Math.ceil(found.length / input.pageSize),
      years: counted(found.map(({ on }) => on.slice(0, 4))).toReversed(),
      issues: counted(all.flatMap(({ issues }) => issues)).sort(
        (one, other) => other.count - one.count || (one.key < other.key ? -1 : 1),
      ),
      source: all[0]?.source ?? null,
      rows: found.slice(first, first + input.pageSize).map(rollCallRow),
    };
  },
});
