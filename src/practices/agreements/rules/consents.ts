/**
 * Consents to be bound: who gave one, when it was received, and when it ended. VCLT Arts. 2(1)(b),
 * 11-16, 54 and 56; VCST Art. 34 for what becomes of the consent of a State that is no more.
 */
import { type PlainDateText, addDays } from '../../../kernel/dates.ts';
import type { Delay, FinalClauses } from '../clauses.ts';
import { after } from './delays.ts';
import type { Facts } from './facts.ts';
import type { AgreementEvent, History } from './history.ts';

/** VCLT Art. 56(2): not less than twelve months' notice, where the text gives none. */
export const DEFAULT_NOTICE: Delay = { months: 12 };

export interface Consent {
  readonly event: AgreementEvent;
  readonly actor: string;
  readonly person: string;
  /** The day of receipt by the depositary. */
  readonly on: PlainDateText;
  /** The first day on which it no longer stands. */
  readonly until: PlainDateText | null;
  readonly ended: 'withdrawal' | 'end-of-the-actor' | null;
  /** The notice of withdrawal. */
  readonly notice: AgreementEvent | null;
}

/** Whether an event expresses consent to be bound under the clauses. VCLT Art. 11. */
export function expressesConsent(event: AgreementEvent, clauses: FinalClauses): boolean {
  if (event.kind === 'deposit') return true;
  const definitive = clauses.entryIntoForce.definitiveSignature;
  return definitive && event.kind === 'sign' && event.form === 'definitive';
}

/** The day on which a notice of withdrawal takes effect. */
export function withdrawalEffect(notice: AgreementEvent, clauses: FinalClauses): PlainDateText {
  return notice.effectiveOn ?? after(notice.on, clauses.withdrawal?.notice ?? DEFAULT_NOTICE);
}

/** Notices of withdrawal that were not revoked before they took effect. VCLT Art. 68. */
function standingNotices(history: History): AgreementEvent[] {
  const clauses = history.adoption.finalClauses;
  const revoked = new Map<string, PlainDateText>();
  for (const event of history.events) {
    const target = event.kind === 'revoke-withdrawal' ? event.detail['withdrawal'] : undefined;
    if (typeof target === 'string') revoked.set(target, event.on);
  }
  return history.events.filter((event) => {
    if (event.kind !== 'withdraw') return false;
    const on = revoked.get(event.act);
    return on === undefined || on >= withdrawalEffect(event, clauses);
  });
}

/** The first day on which an actor is no more; null for one that goes on under any name. */
function goneFrom(actor: string, facts: Facts): PlainDateText | null {
  const last = facts.actor(actor)?.to ?? null;
  return last === null || facts.personOf(actor) !== actor ? null : addDays(last, 1);
}

function ending(
  event: AgreementEvent,
  notices: readonly AgreementEvent[],
  clauses: FinalClauses,
  gone: PlainDateText | null,
): Pick<Consent, 'until' | 'ended' | 'notice'> {
  const notice = notices.find((one) => one.on >= event.on) ?? null;
  const withdrawn = notice ? withdrawalEffect(notice, clauses) : null;
  if (withdrawn !== null && (gone === null || withdrawn < gone)) {
    return { until: withdrawn, ended: 'withdrawal', notice };
  }
  return {
    until: gone,
    ended: gone === null ? null : 'end-of-the-actor',
    notice: null,
  };
}

/** All consents of a history, in order of receipt. */
export function consentsOf(history: History, facts: Facts): Consent[] {
  const clauses = history.adoption.finalClauses;
  const notices = Map.groupBy(standingNotices(history), (event) => facts.personOf(event.actor));
  const gone = new Map<string, PlainDateText | null>();
  return history.events
    .filter((event) => expressesConsent(event, clauses))
    .map((event) => {
      const person = facts.personOf(event.actor);
      if (!gone.has(event.actor)) gone.set(event.actor, goneFrom(event.actor, facts));
      const end = gone.get(event.actor) ?? null;
      const ended = ending(event, notices.get(person) ?? [], clauses, end);
      return { event, actor: event.actor, person, on: event.on, ...ended };
    });
}

/** Whether a consent stands on a day, counted from its receipt. */
export function stands(consent: Consent, day: PlainDateText): boolean {
  return consent.on <= day && (consent.until === null || day < consent.until);
}

/**
 * Whether an instrument counts towards entry into force on a day. It stays deposited though the
 * State that made it is no more (VCST Art. 18): only a withdrawal takes it away.
 */
export function isDeposited(consent: Consent, day: PlainDateText): boolean {
  const withdrawn =
    consent.ended === 'withdrawal' && consent.until !== null && consent.until <= day;
  return consent.on <= day && !withdrawn;
}
