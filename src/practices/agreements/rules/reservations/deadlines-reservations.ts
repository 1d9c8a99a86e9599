/** Periods that run for objecting to reservations: when they end, silence is acceptance. */
import { type PlainDateText, addDays } from '../../../../kernel/dates.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { type ReservationLife, reservationsClause } from './reservation-life.ts';
import { LATE_OPEN, TERM_RULES } from './reservation-effects.ts';
import { reservationsOf } from './reservations.ts';
import { derogationsOf, statementsOf } from './statements.ts';
import { type Bench, benchOf, isMade, verdictForAll } from './verdicts.ts';

const GUIDE_ON_DECLARATIONS = 'ILC Guide to Practice on Reservations (2011), 1.2, 2.5.12';
const ON_DEROGATIONS = 'ICCPR Art. 4(3); ECHR Art. 15(3)';

/** A period that ends; `actor` is who has to act, null where it is every other party. */
export interface SilenceDeadline {
  readonly on: PlainDateText;
  readonly kind: 'silence';
  readonly agreement: string;
  readonly actor: string | null;
  /** The act of reservation. */
  readonly about: string;
  readonly citation: string;
}

/** Whether a period runs on the day: an objection in it has, or may have, an effect. */
function runs(life: ReservationLife, day: PlainDateText, bench: Bench): boolean {
  if (!isMade(life, day) || life.unconfirmed || life.inherited) return false;
  if (life.circulatedOn > day || life.silenceEndsOn < day) return false;
  const common = verdictForAll(life, day, bench);
  return common === null || common.state === 'not-settled' || common.state === 'awaiting-all';
}

/**
 * Open periods of a chronicle on a day, earliest first. For one that consents after the period is
 * over, it ends with its own consent (VCLT Art. 20(5)), so that nothing of it is open later.
 */
export function reservationDeadlines(
  chronicle: Chronicle,
  day: PlainDateText,
): readonly SilenceDeadline[] {
  const bench = benchOf(chronicle);
  const { citation } = reservationsClause(chronicle);
  const stated = chronicle.history.adoption.finalClauses.reservations ? `${citation}; ` : '';
  return reservationsOf(chronicle)
    .filter((life) => runs(life, day, bench))
    .map((life): SilenceDeadline => {
      const law = life.hurdle === 'late' ? LATE_OPEN : TERM_RULES['not-settled'];
      return {
        on: life.silenceEndsOn,
        kind: 'silence',
        agreement: chronicle.history.agreement,
        actor: null,
        about: life.event.act,
        citation: `${stated}${law.citation}`,
      };
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** The last day of something that its maker said for a time only. */
export interface EndingDeadline extends Omit<SilenceDeadline, 'kind'> {
  readonly kind: 'declaration-ends';
}

/** Declarations and derogations that end by their own terms after a day. */
export function endingStatements(
  chronicle: Chronicle,
  day: PlainDateText,
): readonly EndingDeadline[] {
  const { agreement } = chronicle.history;
  const given = [
    ...statementsOf(chronicle).map((one) => ({ ...one, citation: GUIDE_ON_DECLARATIONS })),
    ...derogationsOf(chronicle).map((one) => ({ ...one, citation: ON_DEROGATIONS })),
  ];
  return given.flatMap(({ event, endsOn, endedBy, citation }): EndingDeadline[] => {
    const isAhead = event.on <= day && endsOn !== null && endedBy === null && day < endsOn;
    if (!isAhead) return [];
    const { act: about, actor } = event;
    // The last day on which it holds, as its maker named it.
    return [
      { on: addDays(endsOn, -1), kind: 'declaration-ends', agreement, actor, about, citation },
    ];
  });
}
