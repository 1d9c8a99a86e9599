/** The order of votes as rows: what is next, what comes after it, what falls and why. */
import { z } from 'zod';
import type { Locale } from '../../../../ui/text/locale.ts';
import { type Step, NOT_PUT } from '../../rules/deciding/agenda-of-votes.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import type { Decisions } from '../../rules/decisions/matter.ts';
import { firstNameOf, latestOf, matterOf } from '../../rules/decisions/matter.ts';
import { type Room, orderOfVotes, rivalsInOrder } from '../../rules/decisions/order-of-votes.ts';
import { phaseOf } from '../../rules/decisions/phase.ts';
import { titleIn } from '../shapes.ts';
import type { Deciding } from './find.ts';
import { PhaseShape, Result } from './shapes.ts';

export const OrderRow = z.object({
  /** The proposal to which the question belongs. */
  matter: z.string(),
  matterTitle: z.string(),
  /** The question, as it was put last. */
  decision: z.string(),
  title: z.string(),
  kind: z.enum(['motion', 'preliminary', 'amendment', 'division', 'part', 'whole']),
  status: z.enum(['done', 'next', 'later', 'not-put']),
  phase: PhaseShape,
  outcome: Result,
  /** Of an amendment, the amendment that it amends. */
  of: z.string().nullable(),
  /** Why it is not put, and by which decision. */
  why: z.enum(NOT_PUT).nullable(),
  by: z.string().nullable(),
  byTitle: z.string().nullable(),
  citation: z.string(),
});
export type OrderRow = z.output<typeof OrderRow>;

const Matter = z.object({
  matter: z.string(),
  title: z.string(),
  /** The decision to be taken next. */
  next: z.string().nullable(),
  result: z.enum(['pending', 'adopted', 'rejected', 'not-put']),
});

export const OrderShape = z.object({
  /** Each proposal with what is next of it, and what has come of it. */
  matters: z.array(Matter),
  rows: z.array(OrderRow),
});
export type OrderShape = z.output<typeof OrderShape>;

const titleOf = (decisions: Decisions, name: string, locale: Locale): string => {
  const latest = latestOf(decisions, name);
  return latest === null ? name : titleIn(locale, latest.opening.payload.title);
};

function rowOf(room: Room, matter: string, step: Step, locale: Locale): OrderRow[] {
  const { decisions, floor, at } = room;
  const latest = latestOf(decisions, step.name);
  // A proposal of which parts were put, and not itself, is no step yet.
  if (latest === null) return [];
  const by = step.why?.by ?? null;
  return [
    {
      matter,
      matterTitle: titleOf(decisions, matter, locale),
      decision: latest.name,
      title: titleIn(locale, latest.opening.payload.title),
      kind: step.kind,
      status: step.status,
      phase: phaseOf(latest, floor, at),
      outcome: step.outcome,
      of: step.of,
      why: step.why?.kind ?? null,
      by,
      byTitle: by === null ? null : titleOf(decisions, by, locale),
      citation: step.citation,
    },
  ];
}

/** The steps of these matters, in their order. */
export function orderShape(room: Room, matters: readonly string[], locale: Locale): OrderShape {
  const orders = matters.map((matter) => [matter, orderOfVotes(room, matter)] as const);
  return {
    matters: orders.map(([matter, { next, result }]) => ({
      matter,
      title: titleOf(room.decisions, matter, locale),
      next: next === null ? null : (latestOf(room.decisions, next)?.name ?? null),
      result,
    })),
    rows: orders.flatMap(([matter, { steps }]) =>
      steps.flatMap((step) => rowOf(room, matter, step, locale)),
    ),
  };
}

/** As the asker may see it. */
export const roomOf = ({ decisions, floor, reading }: Deciding): Room => ({
  decisions,
  floor,
  at: reading.moment.at,
});

const Time = z.object({ decision: z.string(), title: z.string() }).nullable();
/** What a question puts once more, and by what it was put once more itself. */
export const Times = z.object({ before: Time, after: Time, isSecondVote: z.boolean() });

/** How often a question was put: what came before it, and after it. */
export function timesOf(
  decisions: Decisions,
  { name, opening, isSecondVote }: DecisionState,
  locale: Locale,
): z.output<typeof Times> {
  const timeOf = (other: DecisionState | undefined): z.output<typeof Time> =>
    other === undefined
      ? null
      : { decision: other.name, title: titleIn(locale, other.opening.payload.title) };
  const after = [...decisions.values()].findLast(
    (other) => other.opening.payload.again?.question === name,
  );
  const before = decisions.get(opening.payload.again?.question ?? '');
  return { before: timeOf(before), after: timeOf(after), isSecondVote };
}

/** The matter of a decision with those on the same question. */
export function mattersAbout(room: Room, decision: string): readonly string[] {
  const matter = matterOf(room.decisions, firstNameOf(room.decisions, decision));
  return rivalsInOrder(room, matter).names;
}
