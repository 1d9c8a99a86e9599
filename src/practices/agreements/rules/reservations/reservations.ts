/**
 * The life of each reservation, folded from the events of a history: when it was made, whether it
 * was confirmed, when it was circulated, what became of it and what others answered. VCLT Arts.
 * 19-23; VCST Art. 20; ILC Guide to Practice on Reservations to Treaties (2011).
 */
import { type PlainDateText, addDays, laterOf } from '../../../../kernel/dates.ts';
import type { ReservationsClause } from '../../clauses.ts';
import type { Consent } from '../consents.ts';
import { after } from '../delays.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import {
  type Answer,
  type Form,
  type ReservationLife,
  formOn,
  isProhibited,
  reservationsClause,
} from './reservation-life.ts';
import {
  type Notices,
  type Scope,
  noticeOf,
  noticesIn,
  operativeOn,
  overlap,
  saidIn,
  targetOf,
  withoutProvisions,
} from './reservation-said.ts';
import {
  type ConsentsByPerson,
  type Voice,
  ancestorsOf,
  consentAround,
  consentsByPerson,
  voicesOf,
} from './spells.ts';

/** What the fold of one history rests on. */
interface Ground {
  readonly chronicle: Chronicle;
  readonly clause: ReservationsClause;
  readonly consents: ConsentsByPerson;
  readonly notices: Notices;
  readonly about: ReadonlyMap<string | null, readonly AgreementEvent[]>;
}

function groundOf(chronicle: Chronicle): Ground {
  return {
    chronicle,
    clause: reservationsClause(chronicle),
    consents: consentsByPerson(chronicle),
    notices: noticesIn(chronicle.history),
    about: Map.groupBy(chronicle.history.events, targetOf),
  };
}

function answersTo(act: string, ground: Ground): ReadonlyMap<string, readonly Answer[]> {
  const { facts } = ground.chronicle.scene;
  const events = ground.about.get(act) ?? [];
  const answers = events.flatMap((event): Answer[] => {
    const person = facts.personOf(event.actor);
    const base = { event, person, definite: false, withdrawnBy: null, withdrawnOn: null };
    if (event.kind === 'accept-reservation') return [{ ...base, kind: 'acceptance' }];
    if (event.kind !== 'object') return [];
    const withdrawals = ground.about.get(event.act) ?? [];
    const by = withdrawals.find((one) => facts.personOf(one.actor) === person) ?? null;
    const withdrawnOn = by === null ? null : operativeOn(by, ground.notices);
    const { definite } = saidIn('object', event);
    return [{ ...base, kind: 'objection', definite, withdrawnBy: by, withdrawnOn }];
  });
  return Map.groupBy(answers, ({ person }) => person);
}

/** Acts of the maker, or of those whose place the holder took, on the reservation. */
function ownActs(event: AgreementEvent, voices: readonly Voice[], ground: Ground) {
  const { facts } = ground.chronicle.scene;
  return (ground.about.get(event.act) ?? []).filter((one) => {
    const person = facts.personOf(one.actor);
    return voices.some(
      (voice) => voice.person === person && (voice.before === null || one.on < voice.before),
    );
  });
}

/** What an act of its maker leaves of a reservation; null where that is nothing. */
function leftBy(one: AgreementEvent, { provisions, effect }: Scope): Scope | null {
  if (one.kind === 'modify-reservation') return saidIn('modify-reservation', one);
  const { provisions: withdrawn } = saidIn('withdraw-reservation', one);
  const left = withdrawn === undefined ? [] : withoutProvisions(provisions, withdrawn);
  return left.length === 0 ? null : { provisions: left, effect };
}

const CHANGES = new Set(['modify-reservation', 'withdraw-reservation']);

/** The forms that a reservation took, and when it was withdrawn as a whole. */
function formsOf(event: AgreementEvent, own: readonly AgreementEvent[], { notices }: Ground) {
  const { provisions, effect } = saidIn('reserve', event);
  const forms: [Form, ...Form[]] = [{ provisions, effect, from: event.on, by: event }];
  for (const by of own.filter(({ kind }) => CHANGES.has(kind))) {
    const left = leftBy(by, forms.at(-1) ?? forms[0]);
    const from = operativeOn(by, notices);
    if (left === null) return { forms, endedOn: from, endedBy: by };
    forms.push({ provisions: left.provisions, effect: left.effect, from, by });
  }
  return { forms, endedOn: null, endedBy: null };
}

interface Making {
  readonly madeOn: PlainDateText | null;
  readonly confirmedBy: AgreementEvent | null;
  readonly unconfirmed: boolean;
  readonly late: boolean;
}

/** VCLT Art. 23(2): one made at signature counts as made when it is confirmed with the consent. */
function confirmedMaking(
  consent: Consent | null,
  event: AgreementEvent,
  own: readonly AgreementEvent[],
): Making {
  const isBinding = consent?.event.kind === 'sign' && consent.on === event.on;
  if (isBinding) return { madeOn: event.on, confirmedBy: null, unconfirmed: false, late: false };
  const confirmations = own.filter((one) => one.kind === 'confirm-reservation');
  const inTime = confirmations.find((one) => consent !== null && one.on <= consent.on);
  const confirmedBy = inTime ?? confirmations[0] ?? null;
  if (consent === null || confirmedBy === null) {
    return { madeOn: null, confirmedBy, unconfirmed: consent !== null, late: false };
  }
  const madeOn = laterOf(consent.on, confirmedBy.on);
  return { madeOn, confirmedBy, unconfirmed: false, late: inTime === undefined };
}

/** When a reservation counts as made. VCLT Arts. 19, 23(2); ILC Guide 2.2.1-2.2.2, 2.3. */
function makingOf(
  consent: Consent | null,
  event: AgreementEvent,
  own: readonly AgreementEvent[],
): Making {
  const { moment } = saidIn('reserve', event);
  const isBound = consent !== null && consent.on <= event.on;
  if (moment === 'signature' && !(isBound && consent.on < event.on)) {
    return confirmedMaking(consent, event, own);
  }
  const madeOn = consent === null ? null : laterOf(consent.on, event.on);
  const late = isBound && (consent.on < event.on || moment === 'later');
  return { madeOn, confirmedBy: null, unconfirmed: false, late };
}

/** What the desk asked and its maker answered. VCLT Art. 77(1)(d). */
function clarificationOf(event: AgreementEvent, own: readonly AgreementEvent[], ground: Ground) {
  const about = ground.about.get(event.act) ?? [];
  const asked = about.find((one) => one.kind === 'ask-clarification') ?? null;
  const clarified = own.find((one) => one.kind === 'clarify') ?? null;
  const meant = clarified === null ? null : saidIn('clarify', clarified).meant;
  return { asked, clarified, meant };
}

/** VCLT Arts. 20(5), 23(1): the period runs from when the others learn of what stands as made. */
function circulationOf(
  event: AgreementEvent,
  { madeOn, confirmedBy }: Making,
  clarified: AgreementEvent | null,
  { clause, notices }: Ground,
) {
  const from = laterOf(madeOn ?? event.on, clarified?.on ?? event.on);
  const acts = [event, confirmedBy, clarified].flatMap((one) => one?.act ?? []);
  const circulatedBy = noticeOf(acts, from, notices);
  const circulatedOn = circulatedBy?.on ?? from;
  const silenceEndsOn = after(circulatedOn, clause.silence);
  return { circulatedOn, circulatedBy, silenceEndsOn, silentFrom: addDays(silenceEndsOn, 1) };
}

/** Who holds a reservation: its maker, under whatever name it consented, or a successor. */
function holderOf(event: AgreementEvent, consent: Consent | null, { chronicle }: Ground) {
  return consent === null
    ? { holder: chronicle.scene.facts.personOf(event.actor), actor: event.actor }
    : { holder: consent.person, actor: consent.actor };
}

function lifeOf(
  event: AgreementEvent,
  given: { consent: Consent | null; voices: readonly Voice[]; making?: Making },
  ground: Ground,
): ReservationLife {
  const { clause } = ground;
  const own = ownActs(event, given.voices, ground);
  const { late, ...making } = given.making ?? makingOf(given.consent, event, own);
  const { forms, endedOn, endedBy } = formsOf(event, own, ground);
  const prohibited = isProhibited(forms[0], clause);
  const clarification = clarificationOf(event, own, ground);
  return {
    event,
    ...holderOf(event, given.consent, ground),
    consent: given.consent,
    inherited: given.making !== undefined,
    ...making,
    hurdle: prohibited ? 'prohibited' : late ? 'late' : null,
    authorized: clause.policy === 'only' && !prohibited && forms[0].effect === 'excludes',
    ...circulationOf(event, { late, ...making }, clarification.clarified, ground),
    forms,
    endedOn,
    endedBy,
    ...clarification,
    answers: answersTo(event.act, ground),
  };
}

/** Whether a reservation stood in its holder's relations on the eve of a succession. */
function stoodBefore(life: ReservationLife, on: PlainDateText): boolean {
  const made = life.madeOn !== null && life.madeOn < on;
  return made && (life.endedOn === null || life.endedOn > on);
}

/**
 * A successor keeps the reservations of its predecessor, but for those on whose matter it makes one
 * of its own when it notifies the succession; one that it does not want it withdraws. VCST Art.
 * 20(1); ILC Guide 5.1.1, 5.1.2.
 */
function keptBy(heir: Consent, lives: readonly ReservationLife[], ground: Ground) {
  const { facts } = ground.chronicle.scene;
  const own = lives.filter((life) => life.consent === heir && !life.inherited);
  return ancestorsOf(heir, facts, ground.consents).flatMap(({ consent, on }) =>
    lives
      .filter((life) => life.consent === consent && stoodBefore(life, on))
      .filter(
        (life) => !own.some((one) => overlap(one.forms[0].provisions, formOn(life, on).provisions)),
      )
      .map((life) => {
        const { madeOn, confirmedBy, unconfirmed } = life;
        const making = { madeOn, confirmedBy, unconfirmed, late: life.hurdle === 'late' };
        const voices = voicesOf(heir, facts, ground.consents);
        return lifeOf(life.event, { consent: heir, voices, making }, ground);
      }),
  );
}

/** The lives of all reservations under an agreement, those that successors keep included. */
export function reservationsOf(chronicle: Chronicle): readonly ReservationLife[] {
  const ground = groundOf(chronicle);
  const { facts } = chronicle.scene;
  const lives = chronicle.history.events
    .filter((event) => event.kind === 'reserve')
    .map((event) => {
      const person = facts.personOf(event.actor);
      const consent = consentAround(person, event.on, ground.consents);
      return lifeOf(event, { consent, voices: [{ person, consent, before: null }] }, ground);
    });
  // By beginning, since a successor of a successor keeps what that one kept.
  const heirs = chronicle.consents
    .filter((consent) => consent.event.instrument === 'succession')
    .toSorted((one, other) => (beginOf(one, facts) < beginOf(other, facts) ? -1 : 1));
  for (const heir of heirs) lives.push(...keptBy(heir, lives, ground));
  return lives;
}

function beginOf(consent: Consent, facts: Chronicle['scene']['facts']): PlainDateText {
  return facts.actor(consent.actor)?.from ?? consent.on;
}
