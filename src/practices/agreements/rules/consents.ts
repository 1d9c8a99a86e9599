/**
 * Consents to be bound: who gave one, when it was received, and when it ended. VCLT Arts. 2(1)(b),
 * 11-16, 54 and 56; VCST Art. 34 for what becomes of the consent of a State that is no more.
 */
import { type PlainDateText, addDays } from '../../../kernel/dates.ts';
import type { FinalClauses } from '../clauses.ts';
import { voidedBy } from './mirrored/edits.ts';
import type { Facts } from './facts.ts';
import type { AgreementEvent, History } from './history.ts';
import { type Leaving, withdrawalEffect } from './versions/leaving.ts';

export interface Consent {
  readonly event: AgreementEvent;
  readonly actor: string;
  readonly person: string;
  /** The day of receipt by the depositary. */
  readonly on: PlainDateText;
  /** The first day on which it no longer stands. */
  readonly until: PlainDateText | null;
  readonly ended: 'withdrawal' | 'end-of-the-actor' | null;
  /** The notice of withdrawal; where there is one and no day, it waits for something to happen. */
  readonly notice: AgreementEvent | null;
}

/** Whether an event expresses consent to be bound under the clauses. VCLT Art. 11. */
export function expressesConsent(event: AgreementEvent, clauses: FinalClauses): boolean {
  if (event.kind === 'deposit') return true;
  const definitive = clauses.entryIntoForce.definitiveSignature;
  return definitive && event.kind === 'sign' && event.form === 'definitive';
}

/** Notices of withdrawal that were not revoked before they took effect. VCLT Art. 68. */
function standingNotices(leaving: Leaving): AgreementEvent[] {
  const { events } = leaving.history;
  const revoked = new Map<string, PlainDateText>();
  for (const event of events) {
    const target = event.kind === 'revoke-withdrawal' ? event.detail['withdrawal'] : undefined;
    if (typeof target === 'string') revoked.set(target, event.on);
  }
  return events.filter((event) => {
    if (event.kind !== 'withdraw') return false;
    const on = revoked.get(event.act);
    return on === undefined || on >= (withdrawalEffect(event, leaving) ?? '9999-12-31');
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
  leaving: Leaving,
  gone: PlainDateText | null,
): Pick<Consent, 'until' | 'ended' | 'notice'> {
  const notice = notices.find((one) => one.on >= event.on) ?? null;
  const withdrawn = notice ? withdrawalEffect(notice, leaving) : null;
  if (withdrawn !== null && (gone === null || withdrawn < gone)) {
    return { until: withdrawn, ended: 'withdrawal', notice };
  }
  return {
    until: gone,
    ended: gone === null ? null : 'end-of-the-actor',
    notice: withdrawn === null ? notice : null,
  };
}

/**
 * All consents of a history, in order of receipt. `inForceOn` is the day from which the agreement
 * binds, where that is known already: periods of withdrawal run from it.
 */
export function consentsOf(
  history: History,
  facts: Facts,
  inForceOn: PlainDateText | null = null,
): Consent[] {
  const clauses = history.adoption.finalClauses;
  const leaving = { history, facts, inForceOn };
  const notices = Map.groupBy(standingNotices(leaving), (event) => facts.personOf(event.actor));
  const gone = new Map<string, PlainDateText | null>();
  return history.events
    .filter((event) => expressesConsent(event, clauses) && voidedBy(event, history) === null)
    .map((event) => {
      const person = facts.personOf(event.actor);
      if (!gone.has(event.actor)) gone.set(event.actor, goneFrom(event.actor, facts));
      const end = gone.get(event.actor) ?? null;
      const ended = ending(event, notices.get(person) ?? [], leaving, end);
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

/** Refusals of what silence would accept, as consents withheld until they are withdrawn. */
export function refusalsOf(events: readonly AgreementEvent[], facts: Facts): Consent[] {
  const withdrawn = new Map<unknown, PlainDateText>();
  for (const event of events) {
    if (event.kind === 'withdraw-refusal') withdrawn.set(event.detail['refusal'], event.on);
  }
  return events
    .filter((event) => event.kind === 'refuse-amendment')
    .map((event) => ({
      event,
      actor: event.actor,
      person: facts.personOf(event.actor),
      on: event.on,
      until: withdrawn.get(event.act) ?? null,
      ended: null,
      notice: null,
    }));
}
