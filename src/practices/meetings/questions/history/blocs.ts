/** Which blocs are found in how members voted. */
import { z } from 'zod';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { type Asked, type MemoryKind, defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Name } from '../../payloads/parts.ts';
import { registerOf } from '../../registers.ts';
import {
  MEASURES,
  type Measure,
  type Pairs,
  measured,
  pairsOf,
  perMille,
} from '../../rules/history/agreement.ts';
import { sizeOf } from '../../rules/history/bits.ts';
import { type Blocs, blocsOf } from '../../rules/history/blocs.ts';
import { InLanguage, nameOf } from '../shapes.ts';
import { type PastBook, bodyTitle, openBook } from './opening.ts';

const THRESHOLD_PER_MILLE = 850;
/** Who took part in less than a fifth of the roll calls is left out: it agrees by chance. */
const TAKEN_PART = 5;
const YEARS = 10;

const Input = z.strictObject({
  body: Name,
  /** Absent: the ten years up to the last roll call. */
  from: PlainDateText.optional(),
  to: PlainDateText.optional(),
  issue: z.string().max(120).optional(),
  measure: z.enum(MEASURES).default('index'),
  /** In thousandths: so much the members of a bloc agree on average. */
  threshold: z.int().min(0).max(1000).default(THRESHOLD_PER_MILLE),
  locale: InLanguage,
});
type Input = z.output<typeof Input>;

interface Found {
  readonly pairs: Pairs;
  readonly blocs: Blocs;
  readonly rollCalls: number;
}
const FOUND: MemoryKind<Found> = { name: 'meetings.blocs' };

interface Period {
  readonly from: string;
  readonly to: string;
}

/** From the first of January nine years before the last roll call, where nothing is said. */
function periodOf({ rollCalls }: PastBook, { from, to }: Input): Period {
  const lastOn = rollCalls.findLast(({ on }) => to === undefined || on <= to)?.on ?? '0001-01-01';
  const year = String(Math.max(1, Number(lastOn.slice(0, 4)) - YEARS + 1)).padStart(4, '0');
  return { from: from ?? `${year}-01-01`, to: to ?? lastOn };
}

function find(asked: Asked, past: PastBook, input: Input, { from, to }: Period): Found {
  const { body, issue, measure, threshold } = input;
  const until = to > asked.asOf ? asked.asOf : to;
  const name = JSON.stringify([body, asked.knownAt, from, until, issue, measure, threshold]);
  const held = asked.memory.recall(FOUND, name);
  if (held !== undefined) return held;
  const selection = past.select({ from, to, issue });
  const rollCalls = sizeOf(selection);
  const pairs = pairsOf(past.book, selection, Math.max(1, Math.ceil(rollCalls / TAKEN_PART)));
  const found = { pairs, blocs: blocsOf(pairs, measure, threshold), rollCalls };
  asked.memory.keep(FOUND, name, [registerOf('votes', body), 'actors/registry'], found);
  return found;
}

/** Agreement of all pairs within a bloc, on average; null for one who stands alone. */
function meanOf(pairs: Pairs, members: readonly number[], measure: Measure): number | null {
  let [sum, count] = [0, 0];
  for (const [at, one] of members.entries()) {
    for (const other of members.slice(0, at)) {
      const share = perMille(measured(pairs.between(one, other), measure));
      if (share === null) continue;
      sum += share;
      count += 1;
    }
  }
  return count === 0 ? null : Math.round(sum / count);
}

export const blocs = defineQuestion({
  name: 'meetings.blocs',
  title: 'Which blocs are there among those who vote?',
  input: Input,
  output: z.object({
    body: z.string(),
    title: z.string(),
    from: PlainDateText,
    to: PlainDateText,
    rollCalls: z.int(),
    measure: z.enum(MEASURES),
    threshold: z.int(),
    /** Those of at least two, the largest first. */
    blocs: z.array(z.object({ bloc: z.int(), members: z.int(), mean: z.int().nullable() })),
    issues: z.array(z.string()),
    /** Agreement in thousandths, each row of `rows` with each; null where they never met. */
    matrix: z.array(z.array(z.int().nullable())),
    rows: z.array(
      z.object({
        actor: z.string(),
        name: z.string(),
        /** Its number, from 1; null for one who stands alone. */
        bloc: z.int().nullable(),
      }),
    ),
  }),
  example: { body: 'general-conference' },
  async answer(asked, input) {
    const past = await openBook(asked, input.body);
    if (isRefusal(past)) return past;
    const period = periodOf(past, input);
    const { pairs, blocs: found, rollCalls } = find(asked, past, input, period);
    const large = found.blocs.filter((members) => members.length > 1);
    const blocOf = new Map(
      large.flatMap((members, at) => members.map((one) => [one, at + 1] as const)),
    );
    const share = (one: number, other: number): number | null =>
      one === other ? null : perMille(measured(pairs.between(one, other), input.measure));
    return {
      body: input.body,
      title: await bodyTitle(asked, input.body, input.locale),
      ...period,
      rollCalls,
      measure: input.measure,
      threshold: input.threshold,
      blocs: large.map((members, at) => ({
        bloc: at + 1,
        members: members.length,
        mean: meanOf(pairs, members, input.measure),
      })),
      issues: [...past.book.issues.keys()].sort((one, other) => (one < other ? -1 : 1)),
      matrix: found.order.map((one) => found.order.map((other) => share(one, other))),
      rows: found.order.map((one) => {
        const actor = pairs.actors[one] ?? '';
        const bloc = blocOf.get(one) ?? null;
        return { actor, name: nameOf(input.locale, actor, past.actors), bloc };
      }),
    };
  },
});
