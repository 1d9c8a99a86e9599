/** In which state a reservation is towards one other party on a day. VCLT Arts. 20-23. */
import { type PlainDateText, laterOf } from '../../../../kernel/dates.ts';
import type { Consent } from '../consents.ts';
import { stands } from '../consents.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import { type Answer, type ReservationLife, reservationsClause } from './reservation-life.ts';
import type { TermState } from './reservation-effects.ts';
import { type ConsentsByPerson, type Voice, consentAround, consentsByPerson } from './spells.ts';

/** A party on a day, with the line of persons whose statements are its own. */
export interface PartyOn {
  readonly actor: string;
  readonly person: string;
  readonly consent: Consent | null;
  /** The day of its consent, or of its predecessor's in whose place it came. */
  readonly joinedOn: PlainDateText | null;
  /** The day after: its silence may count from then. */
  readonly silentFrom: PlainDateText | null;
  readonly voices: readonly Voice[];
}

export interface Verdict {
  readonly state: TermState;
  /** The first day of this state, where one act or the end of a period begins it. */
  readonly since: PlainDateText | null;
  /** The last day of the period that runs. */
  readonly deadline: PlainDateText | null;
  /** The acts of others that decide it. */
  readonly by: readonly AgreementEvent[];
}

/** What verdicts on all reservations under an agreement rest on. */
export interface Bench {
  readonly chronicle: Chronicle;
  readonly consents: ConsentsByPerson;
  readonly acceptance: 'each' | 'all' | 'organ';
}

/** What verdicts rest on, made once for an agreement. */
export function benchOf(chronicle: Chronicle): Bench {
  const { acceptance } = reservationsClause(chronicle);
  return { chronicle, consents: consentsByPerson(chronicle), acceptance };
}

/** Whether a reservation is there to be considered on a day: made, and not withdrawn. */
export function isMade(life: ReservationLife, day: PlainDateText): boolean {
  if (life.event.on > day || (life.endedOn !== null && life.endedOn <= day)) return false;
  return life.unconfirmed || (life.madeOn !== null && life.madeOn <= day);
}

const verdict = (state: TermState, more: Partial<Verdict> = {}): Verdict => ({
  state,
  since: null,
  deadline: null,
  by: [],
  ...more,
});

const isObjecting = ({ kind, event, withdrawnOn }: Answer, day: PlainDateText): boolean =>
  kind === 'objection' && event.on <= day && (withdrawnOn === null || day < withdrawnOn);

/** Objections that stand on a day, raised in time by those that had consented by then. */
function contractingObjections(life: ReservationLife, day: PlainDateText, bench: Bench) {
  return [...life.answers.values()]
    .flat()
    .filter((one) => isObjecting(one, day) && one.event.on <= life.silenceEndsOn)
    .filter(({ person, event }) => {
      const own = bench.consents.get(person) ?? [];
      return person !== life.holder && own.some((consent) => stands(consent, event.on));
    });
}

/** ILC Guide 2.3.1: late, it takes effect only if nobody opposed it within the period. */
function lateVerdict(life: ReservationLife, day: PlainDateText, bench: Bench): Verdict {
  const opposed = contractingObjections(life, day, bench);
  const [first] = opposed;
  if (first) {
    return verdict('opposed', { since: first.event.on, by: opposed.map(({ event }) => event) });
  }
  return day <= life.silenceEndsOn
    ? verdict('not-settled', { since: life.circulatedOn, deadline: life.silenceEndsOn })
    : verdict('accepted-by-silence', { since: life.silentFrom });
}

/** What its maker was asked and answered, where the text does not allow it or it came late. */
function hurdleVerdict(life: ReservationLife, day: PlainDateText, bench: Bench): Verdict | null {
  const answered = life.clarified !== null && life.clarified.on <= day ? life.clarified : null;
  if (answered !== null && life.meant === 'interpretative-declaration') {
    return verdict('interpretative', { since: answered.on, by: [answered] });
  }
  if (life.hurdle === null) return null;
  if (answered === null) {
    const by = life.asked !== null && life.asked.on <= day ? [life.asked] : [];
    return verdict('awaiting-clarification', { since: life.event.on, by });
  }
  return life.hurdle === 'late'
    ? lateVerdict(life, day, bench)
    : verdict('disputed', { since: answered.on, by: [answered] });
}

/** Those whose acceptance it takes: all others that had consented when it was circulated. */
function electorate(life: ReservationLife, bench: Bench): string[] {
  return [...bench.consents]
    .filter(([person]) => person !== life.holder)
    .filter(([, own]) => own.some((consent) => stands(consent, life.circulatedOn)))
    .map(([person]) => person);
}

/** VCLT Art. 20(2), (5): accepted by all, expressly or by silence, or not at all. */
function verdictOfAll(life: ReservationLife, day: PlainDateText, bench: Bench): Verdict {
  const needed = electorate(life, bench);
  const own = needed.flatMap((person) => life.answers.get(person) ?? []);
  const against = own.filter((one) => isObjecting(one, day) && one.event.on <= life.silenceEndsOn);
  const [first] = against;
  if (first) {
    return verdict('refused', { since: first.event.on, by: against.map(({ event }) => event) });
  }
  const accepting = own.filter(({ kind, event }) => kind === 'acceptance' && event.on <= day);
  const accepted = new Set(accepting.map(({ person }) => person));
  const by = accepting.map(({ event }) => event);
  if (needed.every((person) => accepted.has(person))) {
    return verdict('accepted', { since: by.at(-1)?.on ?? life.circulatedOn, by });
  }
  return day <= life.silenceEndsOn
    ? verdict('awaiting-all', { since: life.circulatedOn, deadline: life.silenceEndsOn, by })
    : verdict('accepted-by-silence', { since: life.silentFrom, by });
}

const OF_STATES = new Set(['state', 'historical-state', 'territory']);

/** Whether an acceptance is the organ's: of the organisation, not of one of its members. */
export function isOfTheOrgan({ event, kind }: Answer, { scene }: Chronicle): boolean {
  const actor = scene.facts.actor(event.actor)?.kind ?? 'state';
  return kind === 'acceptance' && !OF_STATES.has(actor);
}

/** VCLT Art. 20(3): accepted by the organ, whatever single members say. */
function verdictOfOrgan(life: ReservationLife, day: PlainDateText, bench: Bench): Verdict {
  const answers = [...life.answers.values()].flat();
  const found = answers.find((one) => one.event.on <= day && isOfTheOrgan(one, bench.chronicle));
  return found
    ? verdict('accepted', { since: found.event.on, by: [found.event] })
    : verdict('awaiting-organ', { since: life.circulatedOn });
}

/** The verdict where it is the same towards everyone; null where it depends on the other. */
export function verdictForAll(
  life: ReservationLife,
  day: PlainDateText,
  bench: Bench,
): Verdict | null {
  if (life.unconfirmed && life.madeOn === null) return verdict('not-confirmed');
  const hurdle = hurdleVerdict(life, day, bench);
  if (hurdle) return hurdle;
  if (life.authorized) return verdict('authorized', { since: life.madeOn });
  if (bench.acceptance === 'all') return verdictOfAll(life, day, bench);
  return bench.acceptance === 'organ' ? verdictOfOrgan(life, day, bench) : null;
}

/** Answers of a party, and of those in whose place it came, under the consent that binds it. */
export function answersOf(
  party: PartyOn,
  life: ReservationLife,
  consents: ConsentsByPerson,
): readonly Answer[] {
  return party.voices.flatMap(({ person, consent, before }) =>
    (life.answers.get(person) ?? []).filter(
      ({ event }) =>
        (before === null || event.on < before) &&
        (consent === null || consentAround(person, event.on, consents) === consent),
    ),
  );
}

/** The last day on which a party may object with effect. VCLT Art. 20(5): whichever is later. */
export function deadlineFor(party: PartyOn, life: ReservationLife): PlainDateText {
  return party.joinedOn === null ? life.silenceEndsOn : laterOf(life.silenceEndsOn, party.joinedOn);
}

/** Whether any of those whose statements are the party's own answered at all. */
function hasAnswered({ voices }: PartyOn, { answers }: ReservationLife): boolean {
  return answers.size > 0 && voices.some(({ person }) => answers.has(person));
}

/** Silence: open until its period is over, then acceptance. VCLT Art. 20(5). */
function verdictOfSilence(party: PartyOn, life: ReservationLife, day: PlainDateText): Verdict {
  const deadline = deadlineFor(party, life);
  return day <= deadline
    ? verdict('not-settled', { since: life.circulatedOn, deadline })
    : verdict('accepted-by-silence', {
        since: laterOf(life.silentFrom, party.silentFrom ?? life.silentFrom),
      });
}

/** The verdict of one other party: it accepted, objected, or has been silent. */
export function verdictOf(
  party: PartyOn,
  life: ReservationLife,
  day: PlainDateText,
  bench: Bench,
): Verdict {
  // Most say nothing to most: it is the silence of many that has to be read fast.
  if (!hasAnswered(party, life)) return verdictOfSilence(party, life, day);
  const answers = answersOf(party, life, bench.consents).filter(({ event }) => event.on <= day);
  const acceptance = answers.find(({ kind }) => kind === 'acceptance');
  if (acceptance) {
    return verdict('accepted', { since: acceptance.event.on, by: [acceptance.event] });
  }
  const deadline = deadlineFor(party, life);
  const inTime = answers.filter(({ event }) => event.on <= deadline);
  const standing = inTime.findLast((one) => isObjecting(one, day));
  if (standing) {
    const state = standing.definite ? 'precluded' : 'objected';
    return verdict(state, { since: standing.event.on, by: [standing.event] });
  }
  const withdrawn = inTime.at(-1);
  if (withdrawn?.withdrawnBy) {
    const by = [withdrawn.event, withdrawn.withdrawnBy];
    return verdict('accepted', { since: withdrawn.withdrawnOn, by });
  }
  return verdictOfSilence(party, life, day);
}
