/**
 * Entry into force, of an agreement and for each that consents. VCLT Art. 24: in such manner and
 * upon such date as the treaty provides; for one that consents later, on that date unless the
 * treaty provides otherwise.
 */
import { type PlainDateText, laterOf } from '../../../kernel/dates.ts';
import type { EntryIntoForce } from '../clauses.ts';
import { Ballots, isLeftOut } from './ballots.ts';
import { type Scene, asksForSignature, changesIn } from './classes.ts';
import { type Ballot, type Single, isMet, silenceEnds, singlesOf, startOf } from './conditions.ts';
import { type Consent, consentsOf, isDeposited, refusalsOf } from './consents.ts';
import { after } from './delays.ts';
import { type Ending, endingOf } from './versions/ending.ts';
import type { Facts } from './facts.ts';
import { type AgreementEvent, type History, ofAll } from './history.ts';
import { type Suspension, suspensionsOf } from './versions/suspensions.ts';

/** When the condition was met, and when the agreement entered into force by it. */
export interface Decision {
  readonly fulfilledOn: PlainDateText | null;
  readonly on: PlainDateText | null;
  /** What fixed the day. */
  readonly by: 'delay' | 'not-before' | 'definite-date' | null;
}

/** Everything computed once from an agreement's acts; status on any day is read off it. */
export interface Chronicle {
  readonly history: History;
  readonly scene: Scene;
  readonly consents: readonly Consent[];
  readonly decision: Decision;
  /** What ends the agreement itself; null where nothing does. */
  readonly ending: Ending | null;
  readonly suspensions: readonly Suspension[];
}

/** Why a consent that stands is not counted. */
export type NotCounted = 'regional-organisation' | 'same-person';

/** Sorts the instruments deposited on a day into those that count and those that do not. */
export function ballotOn(
  day: PlainDateText,
  given: Pick<Chronicle, 'history' | 'scene' | 'consents'>,
): Ballot & {
  readonly notCounted: readonly { consent: Consent; why: NotCounted }[];
} {
  const counted = new Map<string, Consent>();
  const notCounted: { consent: Consent; why: NotCounted }[] = [];
  for (const consent of given.consents) {
    if (!isDeposited(consent, day)) continue;
    if (isLeftOut(consent, given)) {
      notCounted.push({ consent, why: 'regional-organisation' });
    } else if (counted.has(consent.person)) {
      notCounted.push({ consent, why: 'same-person' });
    } else {
      counted.set(consent.person, consent);
    }
  }
  const happened = given.history.events.filter((event) => ofAll(event) && event.on <= day);
  const events = new Set(happened.map((event) => String(event.detail['event'])));
  return { day, counted, events, notCounted };
}

/** Days on which one condition may come to be met though nobody acts. */
function decisiveFor(single: Single, scene: Scene): PlainDateText[] {
  const { facts } = scene;
  if ('on' in single) return [single.on];
  if ('silence' in single) return [silenceEnds(single.silence, scene) ?? ''];
  const weighed = 'attribute' in single ? facts.attributeChangesOf(single.attribute) : [];
  const composed = 'of' in single ? changesIn(single.of, facts, !('count' in single)) : [];
  return [...weighed, ...composed];
}

/** Days on which a condition may come to be met, in order. */
function decisiveDays(
  clause: EntryIntoForce,
  history: History,
  consents: readonly Consent[],
  scene: Scene,
): PlainDateText[] {
  // One that leaves never brings about what others have to do; so no day of leaving is among them.
  const days = consents.map((one) => one.on);
  const singles = singlesOf(clause.when);
  const awaitsSignatures = singles.some((one) => 'of' in one && asksForSignature(one.of));
  for (const { kind, on } of history.events) {
    if (kind === 'record-event' || (kind === 'sign' && awaitsSignatures)) days.push(on);
  }
  for (const single of singles) days.push(...decisiveFor(single, scene));
  const from = history.adoption.adoptedOn;
  return [...new Set(days.filter((day) => day >= from))].sort();
}

/** The day on which an agreement enters into force whose condition was met on a day. */
export function dayOfForce(
  clause: EntryIntoForce,
  fulfilledOn: PlainDateText,
  scene: Scene,
): Decision {
  const { definiteDate, delayFrom, notBefore } = clause;
  if (definiteDate !== undefined && fulfilledOn <= definiteDate) {
    return { fulfilledOn, on: definiteDate, by: 'definite-date' };
  }
  const from = delayFrom === undefined ? fulfilledOn : startOf(delayFrom, scene);
  const on = laterOf(after(from ?? fulfilledOn, clause.delay), fulfilledOn);
  return notBefore !== undefined && notBefore > on
    ? { fulfilledOn, on: notBefore, by: 'not-before' }
    : { fulfilledOn, on, by: 'delay' };
}

function firstSignatures(events: readonly AgreementEvent[], facts: Facts) {
  const signedOn = new Map<string, PlainDateText>();
  for (const event of events) {
    const person = facts.personOf(event.actor);
    if (event.kind === 'sign' && !signedOn.has(person)) signedOn.set(person, event.on);
  }
  return signedOn;
}

/** The day of an event that is recorded of the agreement as a whole. */
function happeningOf(key: string, events: readonly AgreementEvent[]): PlainDateText | undefined {
  return events.find((event) => ofAll(event) && event.detail['event'] === key)?.on;
}

/**
 * Computes the chronicle of an agreement. Once in force, it stays so though consents fall below the
 * number that was needed (VCLT Art. 55); so the first day on which the condition is met decides.
 */
export function chronicleOf(history: History, facts: Facts): Chronicle {
  const signedOn = firstSignatures(history.events, facts);
  const { adoptedOn, finalClauses } = history.adoption;
  const { entryIntoForce: clause, withdrawal } = finalClauses;
  const scene: Scene = {
    facts,
    adoptedOn,
    signedOn: (person) => signedOn.get(person),
    happenedOn: (event) => happeningOf(event, history.events),
    refusals: refusalsOf(history.events, facts),
  };
  const consents = consentsOf(history, facts);
  const given = { history, scene, consents };
  const ballots = new Ballots(given);
  const fulfilledOn = decisiveDays(clause, history, consents, scene).find((day) =>
    isMet(clause.when, ballots.on(day), scene),
  );
  const decision: Decision =
    fulfilledOn === undefined
      ? { fulfilledOn: null, on: null, by: null }
      : dayOfForce(clause, fulfilledOn, scene);
  // Periods of withdrawal run from entry into force, so what they end is known only after it.
  const told = withdrawal?.periods !== undefined && decision.on !== null;
  const standing = told ? consentsOf(history, facts, decision.on) : consents;
  const decided = { ...given, consents: standing, decision };
  return { ...decided, ending: endingOf(decided), suspensions: suspensionsOf(history.events) };
}

/** When a consent binds its actor, and what that rests on. */
export interface Effect {
  readonly on: PlainDateText | null;
  readonly by:
    | 'not-in-force'
    | 'with-the-agreement'
    | 'later-joiner'
    | 'jointly'
    | 'awaiting-others'
    | 'succession'
    | 'stated';
  /** What the clause gives, where the record states another day. */
  readonly computedOn: PlainDateText | null;
}

/** The day from which a successor is bound. VCST Arts. 23(1), 34: the date of the succession. */
function successionOf(consent: Consent, facts: Facts): PlainDateText | null {
  const begin = facts.actor(consent.actor)?.from ?? null;
  const isSuccession = consent.event.instrument === 'succession';
  return isSuccession && begin !== null && begin <= consent.on ? begin : null;
}

/**
 * The day on which all those that join together have consented, the consent itself included; null
 * while one of them has not, and the day of the consent where it waits for nobody.
 */
function jointDay(consent: Consent, chronicle: Chronicle): PlainDateText | null {
  const { consents, history, scene } = chronicle;
  const { jointly = [] } = history.adoption.finalClauses.entryIntoForce;
  const others = jointly
    .filter((list) => list.some((actor) => scene.facts.personOf(actor) === consent.person))
    .flat();
  let day = consent.on;
  for (const other of new Set(others.map((actor) => scene.facts.personOf(actor)))) {
    if (other === consent.person) continue;
    const own = consents.find((one) => one.person === other);
    if (!own) return null;
    day = laterOf(day, own.on);
  }
  return day;
}

function computedEffect(consent: Consent, chronicle: Chronicle): Omit<Effect, 'computedOn'> {
  const { decision, history, scene } = chronicle;
  if (decision.on === null || decision.fulfilledOn === null) {
    return { on: null, by: 'not-in-force' };
  }
  const clause = history.adoption.finalClauses.entryIntoForce;
  const succession = successionOf(consent, scene.facts);
  if (succession !== null) return { on: laterOf(decision.on, succession), by: 'succession' };
  const bound = clause.laterThan === 'condition' ? decision.fulfilledOn : decision.on;
  const complete = jointDay(consent, chronicle);
  if (complete === null) return { on: null, by: 'awaiting-others' };
  if (complete <= bound) return { on: decision.on, by: 'with-the-agreement' };
  const own = after(complete, clause.laterJoiners ?? clause.delay);
  const by = complete === consent.on ? 'later-joiner' : 'jointly';
  return { on: laterOf(decision.on, own), by };
}

/** The day on which the agreement enters into force for the one that consented. */
export function effectOf(consent: Consent, chronicle: Chronicle): Effect {
  const computed = computedEffect(consent, chronicle);
  const stated = consent.event.effectiveOn;
  const inForceOn = chronicle.decision.on;
  if (stated === null || inForceOn === null) return { ...computed, computedOn: computed.on };
  // Nobody is bound before the agreement is in force, whatever a record states.
  const on = laterOf(stated, inForceOn);
  return on === computed.on
    ? { ...computed, computedOn: computed.on }
    : { on, by: 'stated', computedOn: computed.on };
}
