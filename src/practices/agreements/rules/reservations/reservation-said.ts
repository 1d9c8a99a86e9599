/** What the acts on reservations say, read back from the events that keep their payloads. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { own } from '../../../../kernel/own.ts';
import type * as payloads from '../../payloads/reservations.ts';
import { type ProvisionId, isWithinProvision } from '../../provision.ts';
import type { AgreementEvent, History } from '../history.ts';

type Kept<Payload> = Omit<Payload, 'on'>;

/** Payloads by the kind of event that keeps them. */
interface Payloads {
  reserve: payloads.Reservation;
  'modify-reservation': payloads.ReservationModification;
  'withdraw-reservation': payloads.ReservationWithdrawal;
  'ask-clarification': payloads.ClarificationRequest;
  clarify: payloads.Clarification;
  object: payloads.Objection;
  declare: payloads.Declaration;
  derogate: payloads.Derogation;
}

/** What an event of a kind says. Its detail is a payload that the schema of that kind accepted. */
export function saidIn<Kind extends keyof Payloads>(
  _kind: Kind,
  event: AgreementEvent,
): Kept<Payloads[Kind]> {
  // Rows are written from parsed payloads only, and the kind tells which schema parsed this one.
  return event.detail as unknown as Kept<Payloads[Kind]>;
}

/** The act that an event answers or changes, where it names one. */
export function targetOf(event: AgreementEvent): string | null {
  for (const key of ['reservation', 'objection', 'declaration', 'derogation']) {
    const target = own(event.detail, key);
    if (typeof target === 'string') return target;
  }
  return null;
}

/** Depositary notifications by the acts that they communicate, earliest first. VCLT Art. 78. */
export function noticesIn({
  events,
}: Pick<History, 'events'>): ReadonlyMap<string, readonly AgreementEvent[]> {
  const notices = new Map<string, AgreementEvent[]>();
  for (const event of events) {
    const acts = event.kind === 'notify' ? event.detail['acts'] : undefined;
    if (!Array.isArray(acts)) continue;
    for (const act of acts) {
      const known = notices.get(String(act));
      if (known) known.push(event);
      else notices.set(String(act), [event]);
    }
  }
  return notices;
}

export type Notices = ReturnType<typeof noticesIn>;

/** The first notice from a day on that names one of the acts. */
export function noticeOf(
  acts: readonly string[],
  from: PlainDateText,
  notices: Notices,
): AgreementEvent | null {
  let first: AgreementEvent | null = null;
  for (const act of acts) {
    const notice = notices.get(act)?.find((one) => one.on >= from);
    if (notice && (first === null || notice.on < first.on)) first = notice;
  }
  return first;
}

/**
 * The day on which a withdrawal operates: when notice of it was received, which is the day of the
 * notification that names it, else its own; later where it says so itself. VCLT Art. 22(3).
 */
export function operativeOn(event: AgreementEvent, notices: Notices): PlainDateText {
  const on = noticeOf([event.act], event.on, notices)?.on ?? event.on;
  return event.effectiveOn !== null && event.effectiveOn > on ? event.effectiveOn : on;
}

/** What is reserved and how, from a day on. */
export interface Scope {
  /** Empty: the agreement as a whole with respect to specific aspects. */
  readonly provisions: readonly ProvisionId[];
  readonly effect: 'excludes' | 'modifies';
}

/** Whether two sets of provisions have something in common; an empty one is the whole. */
export function overlap(one: readonly ProvisionId[], other: readonly ProvisionId[]): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one.some((a) => other.some((b) => isWithinProvision(a, b) || isWithinProvision(b, a)));
}

/** Whether a scope lies within another: what reaches further is a new reservation. */
export function isNarrower(next: Scope, before: Scope): boolean {
  if (next.effect === 'excludes' && before.effect === 'modifies') return false;
  if (before.provisions.length === 0) return true;
  if (next.provisions.length === 0) return false;
  return next.provisions.every((one) =>
    before.provisions.some((other) => isWithinProvision(one, other)),
  );
}

/** What is left where some provisions are reserved no more. */
export function withoutProvisions(
  provisions: readonly ProvisionId[],
  withdrawn: readonly ProvisionId[],
): readonly ProvisionId[] {
  return provisions.filter((one) => !withdrawn.some((other) => isWithinProvision(one, other)));
}
