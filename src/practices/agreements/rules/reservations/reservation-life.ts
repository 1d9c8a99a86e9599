/** What is known of one reservation, and what the text of an agreement says of reservations. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { ReservationsClause } from '../../clauses.ts';
import { type ProvisionId, isWithinProvision } from '../../provision.ts';
import type { Consent } from '../consents.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import { type Scope, overlap } from './reservation-said.ts';

/** What a reservation excludes or modifies from a day on, by the act that says so. */
export interface Form extends Scope {
  readonly from: PlainDateText;
  readonly by: AgreementEvent;
}

/** An objection or an express acceptance, with the end of an objection that was withdrawn. */
export interface Answer {
  readonly event: AgreementEvent;
  readonly person: string;
  readonly kind: 'objection' | 'acceptance';
  readonly definite: boolean;
  readonly withdrawnBy: AgreementEvent | null;
  readonly withdrawnOn: PlainDateText | null;
}

/** Why it is held as awaiting clarification: the text does not allow it, or it came late. */
export type Hurdle = 'prohibited' | 'late';

export interface ReservationLife {
  readonly event: AgreementEvent;
  /** Who holds it: its maker, or a successor that keeps it. */
  readonly holder: string;
  /** The name under which the holder consented; its maker's while it has not. */
  readonly actor: string;
  readonly consent: Consent | null;
  /** Whether its maker's successor holds it. VCST Art. 20(1). */
  readonly inherited: boolean;
  /** The day on which it counts as made; null while its maker has not consented or confirmed. */
  readonly madeOn: PlainDateText | null;
  readonly confirmedBy: AgreementEvent | null;
  /** Whether it was made at signature and its maker consented without confirming it. */
  readonly unconfirmed: boolean;
  readonly hurdle: Hurdle | null;
  /** Whether the text itself authorizes it, so that nobody needs to accept it. VCLT Art. 20(1). */
  readonly authorized: boolean;
  readonly circulatedOn: PlainDateText;
  readonly circulatedBy: AgreementEvent | null;
  /** The last day of the period after which silence is acceptance. VCLT Art. 20(5). */
  readonly silenceEndsOn: PlainDateText;
  /** The day after: the first on which silence is acceptance. */
  readonly silentFrom: PlainDateText;
  readonly forms: readonly [Form, ...Form[]];
  readonly endedOn: PlainDateText | null;
  readonly endedBy: AgreementEvent | null;
  readonly asked: AgreementEvent | null;
  readonly clarified: AgreementEvent | null;
  readonly meant: 'reservation' | 'interpretative-declaration' | null;
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
}

/** VCLT Arts. 19, 20: what holds where a text says nothing of reservations. */
export const SILENT_TEXT: ReservationsClause = {
  policy: 'permitted',
  provisions: [],
  acceptance: 'each',
  silence: { months: 12 },
  citation: 'VCLT Arts. 19-20',
};

/** What the text says of reservations, or what holds where it says nothing. */
export function reservationsClause(chronicle: Chronicle): ReservationsClause {
  return chronicle.history.adoption.finalClauses.reservations ?? SILENT_TEXT;
}

/** Whether the text does not allow what is reserved. VCLT Art. 19(a), (b). */
export function isProhibited(scope: Scope, clause: ReservationsClause): boolean {
  if (clause.policy === 'permitted') return false;
  if (clause.policy === 'prohibited') return true;
  if (clause.policy === 'except') return overlap(scope.provisions, clause.provisions);
  const allowed = (one: ProvisionId): boolean =>
    clause.provisions.some((other) => isWithinProvision(one, other));
  return scope.provisions.length === 0 || !scope.provisions.every(allowed);
}

/** The form of a reservation on a day. */
export function formOn({ forms }: ReservationLife, day: PlainDateText): Form {
  return forms.findLast((form) => form.from <= day) ?? forms[0];
}
