/**
 * One clock for all deadlines: what of an agreement falls due after a day, whoever it concerns.
 * Each kind of deadline is computed where its law is; here they are put together in order.
 */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { endingStatements, reservationDeadlines } from './reservations/deadlines-reservations.ts';
import { versionDeadlines } from './versions/deadlines-versions.ts';
import type { Chronicle } from './entry-into-force.ts';
import { openingsOf } from './openings.ts';
import { type Dossiers, pendingWithdrawals } from './status.ts';

export const DEADLINES = [
  'signature-closes',
  'entry-into-force',
  'effect',
  'withdrawal',
  'objection',
  'silence',
  'opt-out',
  'expiry',
  'window',
  'declaration-ends',
  'next-step',
] as const;
export type DeadlineKind = (typeof DEADLINES)[number];

/** A day on which something falls due. `actor`: whom it concerns; null: all. */
export interface Deadline {
  readonly on: PlainDateText;
  readonly kind: DeadlineKind;
  readonly agreement: string;
  readonly actor: string | null;
  /** The act that it comes from. */
  readonly about: string;
  readonly citation: string;
}

interface Known {
  readonly chronicle: Chronicle;
  readonly dossiers: Dossiers;
}

/** The last days on which an agreement may be signed. VCLT Art. 12. */
function closings({ history }: Chronicle, day: PlainDateText): Deadline[] {
  return openingsOf(history.adoption, history.events).flatMap(({ from, to }) =>
    to === null || to < day || from > day
      ? []
      : [
          {
            on: to,
            kind: 'signature-closes',
            agreement: history.agreement,
            actor: null,
            about: history.adoptedBy,
            citation: 'VCLT Art. 12',
          },
        ],
  );
}

/** When the agreement enters into force, and for each that consented by the day. VCLT Art. 24. */
function effects({ chronicle, dossiers }: Known, day: PlainDateText): Deadline[] {
  const { decision, history } = chronicle;
  const { fulfilledOn, on } = decision;
  if (fulfilledOn === null || on === null || fulfilledOn > day) return [];
  const { agreement, adoptedBy } = history;
  const { citation } = history.adoption.finalClauses.entryIntoForce;
  const law = { agreement, citation };
  const all: Deadline[] =
    on > day ? [{ ...law, on, kind: 'entry-into-force', actor: null, about: adoptedBy }] : [];
  const joining = [...dossiers.values()].flatMap(({ consents }) => consents);
  const own = joining.flatMap(({ consent, effect }): Deadline[] => {
    const isAhead = effect.on !== null && effect.on > day && effect.on !== on;
    if (!isAhead || effect.on === null || consent.on > day) return [];
    const { actor, event } = consent;
    return [{ ...law, on: effect.on, kind: 'effect', actor, about: event.act }];
  });
  return [...all, ...own];
}

/** Notices of withdrawal that have yet to take effect. VCLT Arts. 54, 56. */
function leavings(chronicle: Chronicle, day: PlainDateText): Deadline[] {
  const { agreement, adoption } = chronicle.history;
  const citation = adoption.finalClauses.withdrawal?.citation ?? 'VCLT Art. 56(2)';
  return pendingWithdrawals(chronicle, day).map(({ actor, effectiveOn, notice }) => ({
    on: effectiveOn,
    kind: 'withdrawal',
    agreement,
    actor,
    about: notice.act,
    citation,
  }));
}

const inOrder = (one: Deadline, other: Deadline): number =>
  one.on === other.on ? (one.about < other.about ? -1 : 1) : one.on < other.on ? -1 : 1;

/** What of an agreement falls due after a day, soonest first. */
export function deadlinesOf(known: Known, day: PlainDateText): Deadline[] {
  const { chronicle } = known;
  return [
    ...closings(chronicle, day),
    ...effects(known, day),
    ...leavings(chronicle, day),
    ...reservationDeadlines(chronicle, day),
    ...endingStatements(chronicle, day),
    ...versionDeadlines(known, day),
  ].sort(inOrder);
}
