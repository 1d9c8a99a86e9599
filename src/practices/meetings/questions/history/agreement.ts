/** How often two voted alike, by year and by issue. */
import { z } from 'zod';
import { ActorId } from '../../../../kernel/actor-id.ts';
import { PlainDateText } from '../../../../kernel/dates.ts';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { Name } from '../../payloads/parts.ts';
import { IMPORTANT_VOTE } from '../../payloads/issues.ts';
import {
  type Meeting,
  measured,
  meetingOf,
  mostParting,
  perMille,
} from '../../rules/history/agreement.ts';
import type { Ballots } from '../../rules/history/ballot-book.ts';
import { type Bits, common, includes } from '../../rules/history/bits.ts';
import { InLanguage, unknownHere } from '../shapes.ts';
import { type PastBook, bodyTitle, openBook, personIn } from './opening.ts';
import { Year } from './roll-calls.ts';

const VOTES_MAX = 500;
const CAST = ['yes', 'no', 'abstain'] as const;

/** Shares are in thousandths; null where there is nothing to measure. */
export const AgreementFigures = z.object({
  both: z.int(),
  same: z.int(),
  opposed: z.int(),
  identical: z.int().nullable(),
  index: z.int().nullable(),
  coincidence: z.int().nullable(),
});

/** The figures of a meeting, with its three measures. */
export function figuresOf(meeting: Meeting): z.output<typeof AgreementFigures> {
  const { both, same, opposed } = meeting;
  return {
    both,
    same,
    opposed,
    identical: perMille(measured(meeting, 'identical')),
    index: perMille(measured(meeting, 'index')),
    coincidence: perMille(measured(meeting, 'coincidence')),
  };
}

export const Person = z.object({ actor: z.string(), name: z.string() });

const AgreementRow = z.object({
  kind: z.enum(['all', 'year', 'issue']),
  /** The year or the issue; empty for all. */
  key: z.string(),
  ...AgreementFigures.shape,
});

const VoteRow = z.object({
  number: z.string(),
  on: PlainDateText,
  symbol: z.string().nullable(),
  title: z.string(),
  issues: z.array(z.string()),
  one: z.enum(CAST),
  other: z.enum(CAST),
});

const SHOWN = ['opposed', 'different', 'all'] as const;

const Input = z.strictObject({
  body: Name,
  one: ActorId,
  other: ActorId,
  year: Year.optional(),
  issue: z.string().max(120).optional(),
  /** Which roll calls are listed: those in which one voted yes and the other no, or more. */
  show: z.enum(SHOWN).default('opposed'),
  locale: InLanguage,
});

const voteOf = (ballots: Ballots, at: number): (typeof CAST)[number] | null =>
  CAST.find((vote) => includes(ballots[vote], at)) ?? null;

function isShown(one: string, other: string, show: (typeof SHOWN)[number]): boolean {
  if (show === 'all') return true;
  if (one === other) return false;
  return show === 'different' || (one !== 'abstain' && other !== 'abstain');
}

/** The roll calls of the selection in which both took part, the latest first. */
function votesOf(
  past: PastBook,
  [one, other]: readonly [Ballots, Ballots],
  selection: Bits,
  show: (typeof SHOWN)[number],
): z.output<typeof VoteRow>[] {
  const rows: z.output<typeof VoteRow>[] = [];
  for (let at = past.rollCalls.length - 1; at >= 0 && rows.length < VOTES_MAX; at -= 1) {
    const rollCall = past.rollCalls[at];
    if (rollCall === undefined || !includes(selection, at)) continue;
    const [first, second] = [voteOf(one, at), voteOf(other, at)];
    if (first === null || second === null || !isShown(first, second, show)) continue;
    const { number, on, symbol, title, issues } = rollCall;
    rows.push({ number, on, symbol, title, issues: [...issues], one: first, other: second });
  }
  return rows;
}

function rowsOf(past: PastBook, [one, other]: readonly [Ballots, Ballots], selection: Bits) {
  const rowOf = (kind: 'all' | 'year' | 'issue', key: string, about: Bits) => {
    return { kind, key, ...figuresOf(meetingOf(one, other, common(selection, about))) };
  };
  const { years, issues } = past.book;
  const by = (kind: 'year' | 'issue', sets: ReadonlyMap<string, Bits>) =>
    [...sets].map(([key, about]) => rowOf(kind, key, about)).filter(({ both }) => both > 0);
  return [
    rowOf('all', '', selection),
    ...by('year', years),
    ...by('issue', issues).sort((first, second) => (first.key < second.key ? -1 : 1)),
  ];
}

/** The issue on which they part most; a mark that a vote bears is no issue. */
function partingOf({ book }: PastBook, [one, other]: readonly [Ballots, Ballots], selection: Bits) {
  const issues = [...book.issues].filter(([key]) => key !== IMPORTANT_VOTE);
  return mostParting(
    issues.map(([key, about]) => {
      return { key, meeting: meetingOf(one, other, common(selection, about)) };
    }),
  );
}

export const agreement = defineQuestion({
  name: 'meetings.agreement',
  title: 'How often did two vote alike, year by year and by issue?',
  input: Input,
  output: z.object({
    body: z.string(),
    title: z.string(),
    one: Person,
    other: Person,
    /** The issue on which they vote alike least often, where enough votes are on record. */
    partMostOn: z.string().nullable(),
    votes: z.array(VoteRow),
    rows: z.array(AgreementRow),
  }),
  example: { body: 'general-conference', one: 'KEN', other: 'FRA' },
  async answer(asked, { body, one, other, year, issue, show, locale }) {
    const past = await openBook(asked, body);
    if (isRefusal(past)) return past;
    const persons = [personIn(past, one, locale), personIn(past, other, locale)] as const;
    const { ballots } = past.book;
    const [first, second] = [ballots.get(persons[0].actor), ballots.get(persons[1].actor)];
    if (!first || !second) {
      return unknownHere(
        said('There is no vote of {$words} in {$body} here.', { words: first ? other : one, body }),
      );
    }
    const both = [first, second] as const;
    const all = past.select({});
    const within = year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
    const listed = past.select({ ...within, issue });
    return {
      body,
      title: await bodyTitle(asked, body, locale),
      one: persons[0],
      other: persons[1],
      partMostOn: partingOf(past, both, all),
      votes: votesOf(past, both, listed, show),
      rows: rowsOf(past, both, all),
    };
  },
});
