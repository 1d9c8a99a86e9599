/** One date of any practice: a row of the one clock that all of them share. */
import { z } from 'zod';
import { InstantText, PlainDateText } from '../../kernel/dates.ts';
import { DEADLINES } from '../../practices/agreements/rules/deadlines.ts';

/** What a date is of, as a reader chooses among them. */
export const GROUPS = [
  'into-force',
  'leaving',
  'time-limit',
  'session',
  'silence',
  'notice',
] as const;
export type Group = (typeof GROUPS)[number];

export const KINDS = [
  ...DEADLINES,
  'entered-into-force',
  'session',
  'silence-ends',
  'acknowledge-by',
  'reply-by',
] as const;
export type Kind = (typeof KINDS)[number];

export const DateRow = z.object({
  /** By this it is known for ever, in every language and to every viewer. */
  key: z.string(),
  on: PlainDateText,
  /** The moment, where it is one. */
  at: InstantText.nullable(),
  /** The last day of what lasts longer than one. */
  until: PlainDateText.nullable(),
  group: z.enum(GROUPS),
  kind: z.enum(KINDS),
  /** What it is about: an agreement, a session, a decision, a notice. */
  title: z.string(),
  actor: z.string().nullable(),
  name: z.string().nullable(),
  citation: z.string().nullable(),
  href: z.string(),
  /** The day has passed, and what was to be done was not. */
  isOverdue: z.boolean(),
  changedAt: InstantText,
  changes: z.int(),
});
export type DateRow = z.output<typeof DateRow>;

/** Within which days, both included, and whose. */
export interface Span {
  readonly from: PlainDateText;
  readonly to: PlainDateText;
  readonly actor: string | undefined;
}

/** By day and moment; what falls together, by what it is of. */
export function byDate(one: DateRow, other: DateRow): number {
  const [first, second] = [one, other].map(({ on, at, key }) => `${on} ${at ?? ''} ${key}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** Whether any day of it lies within. */
export const liesWithin = ({ on, until }: DateRow, { from, to }: Span): boolean =>
  on <= to && (until ?? on) >= from;
