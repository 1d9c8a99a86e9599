/**
 * What it would take to bring an agreement into force: who may still consent, the smallest sets of
 * those whose consents suffice, what is awaited besides, and when a number would be reached.
 * VCLT Art. 24.
 */
import { aloneFor } from '../../../../kernel/covering/formula.ts';
import { type Smallest, smallestSets } from '../../../../kernel/covering/smallest.ts';
import type { PlainDateText } from '../../../../kernel/dates.ts';
import {
  type Ballot,
  type Single,
  countedIn,
  isEnough,
  progressOf,
  singlesOf,
} from '../conditions.ts';
import type { Consent } from '../consents.ts';
import { type Chronicle, ballotOn } from '../entry-into-force.ts';
import type { AgreementEvent } from '../history.ts';
import { openingsOf } from '../openings.ts';
import { type Candidate, type NoCandidate, candidacy, candidatesOn } from './candidates.ts';
import { type Problem, isOutside, problemOf } from './demands.ts';
import { type Forecast, forecastOf } from './forecast.ts';

/** One single condition, with what it takes to meet it. */
export interface Part {
  readonly single: Single;
  readonly enough: boolean;
  /** An event or a day: no consent brings it about. */
  readonly outside: boolean;
  /** The fewest further consents for it alone; null: none suffice, or it is an outside one. */
  readonly alone: number | null;
  /** Whether without it one fewer would do; null where that was not told. */
  readonly binds: boolean | null;
  readonly forecast: Forecast | null;
}

/** One that signed and is not bound. */
export interface Signatory {
  readonly actor: string;
  readonly signature: AgreementEvent;
  /** Whether its consent would count; else why not. */
  readonly standing: Candidate | NoCandidate;
}

export interface Takes {
  readonly day: PlainDateText;
  /** The day on which the condition was met, where it was by the day. */
  readonly fulfilledOn: PlainDateText | null;
  /** What stands on the day, those assumed to consent included. */
  readonly ballot: Ballot;
  readonly candidates: readonly Candidate[];
  readonly parts: readonly Part[];
  /** By further consents alone. */
  readonly byConsents: Smallest<Candidate>;
  /** If all events and days that are awaited had come; null where none is. */
  readonly ifCome: Smallest<Candidate> | null;
  readonly signatories: readonly Signatory[];
  readonly assumed: readonly Candidate[];
  /** Those whose consent was to be assumed and would not count. */
  readonly ignored: readonly { readonly actor: string; readonly why: NoCandidate }[];
}

/** A consent that nobody gave, of one assumed to give it on the day. */
function supposed({ actor, person }: Candidate, day: PlainDateText): Consent {
  const event: AgreementEvent = {
    act: '',
    position: 0,
    ledger: 0,
    recordedAt: '',
    kind: 'deposit',
    actor,
    on: day,
    effectiveOn: null,
    instrument: null,
    form: null,
    source: null,
    detail: {},
  };
  return { event, actor, person, on: day, until: null, ended: null, notice: null };
}

/** The ballot as if these had consented on its day. */
export function withConsentsOf(ballot: Ballot, more: readonly Candidate[]): Ballot {
  const counted = new Map(ballot.counted);
  for (const one of more) counted.set(one.person, supposed(one, ballot.day));
  return { ...ballot, counted };
}

function assumptionsOf(assumed: readonly string[], candidateOf: ReturnType<typeof candidacy>) {
  const found = new Map<string, Candidate>();
  const ignored: { actor: string; why: NoCandidate }[] = [];
  for (const actor of new Set(assumed)) {
    const one = candidateOf(actor);
    if (typeof one === 'string') ignored.push({ actor, why: one });
    else found.set(one.person, one);
  }
  return { assumed: [...found.values()], ignored };
}

/** Those that signed by the day and have no consent that counts, in the order of signing. */
function signatoriesOf(
  chronicle: Chronicle,
  ballot: Ballot,
  candidateOf: ReturnType<typeof candidacy>,
): Signatory[] {
  const { facts } = chronicle.scene;
  const bound = new Set(
    chronicle.consents.filter((one) => one.on <= ballot.day).map((one) => one.person),
  );
  const found = new Map<string, Signatory>();
  for (const event of chronicle.history.events) {
    const person = facts.personOf(event.actor);
    if (event.kind !== 'sign' || event.on > ballot.day) continue;
    if (bound.has(person) || found.has(person)) continue;
    const own = candidateOf(event.actor);
    const standing = own === 'not-there' ? candidateOf(person) : own;
    const actor = typeof standing === 'string' ? event.actor : standing.actor;
    found.set(person, { actor, signature: event, standing });
  }
  return [...found.values()];
}

/** The first day on which anyone could consent. */
function openFrom({ history }: Chronicle): PlainDateText {
  const first = openingsOf(history.adoption, history.events)
    .map(({ from }) => from)
    .sort()[0];
  return first ?? history.adoption.adoptedOn;
}

/** A number can be foreseen; weights and names depend on who they are. */
function partForecast(single: Single, lacks: number | null, ballot: Ballot, chronicle: Chronicle) {
  if (!('count' in single || 'share' in single) || lacks === null || lacks === 0) return null;
  const consents = countedIn(single.of, ballot, chronicle.scene);
  return forecastOf(lacks, consents, openFrom(chronicle), ballot.day);
}

function partsOf(
  problem: Problem,
  smallest: Smallest<Candidate>,
  ballot: Ballot,
  actual: Ballot,
  chronicle: Chronicle,
): Part[] {
  const { when } = chronicle.history.adoption.finalClauses.entryIntoForce;
  return singlesOf(when).map((single) => {
    const enough = isEnough(progressOf(single, ballot, chronicle.scene));
    const outside = isOutside(single);
    const at = problem.demands.findIndex((demand) => demand.single === single);
    const demand = problem.demands[at];
    const alone = demand ? aloneFor(demand) : enough ? 0 : null;
    return {
      single,
      enough,
      outside,
      alone: outside ? null : alone,
      binds: at === -1 ? (enough ? false : null) : (smallest.binds[at] ?? null),
      forecast: partForecast(single, alone, actual, chronicle),
    };
  });
}

/** The ballot of the day; once the condition was met, that of the day on which it was. */
function decidingBallot(chronicle: Chronicle, day: PlainDateText) {
  const { fulfilledOn } = chronicle.decision;
  return fulfilledOn !== null && fulfilledOn <= day
    ? { fulfilledOn, actual: ballotOn(fulfilledOn, chronicle) }
    : { fulfilledOn: null, actual: ballotOn(day, chronicle) };
}

/** The smallest sets by consents alone, and if what is awaited had come; with the parts of it. */
function solved(
  chronicle: Chronicle,
  candidates: readonly Candidate[],
  ballot: Ballot,
  actual: Ballot,
): Pick<Takes, 'byConsents' | 'ifCome' | 'parts'> {
  const { history, scene } = chronicle;
  const { when } = history.adoption.finalClauses.entryIntoForce;
  const plain = problemOf(when, candidates, ballot, scene, false);
  const byConsents = smallestSets(plain);
  const isAwaited = (single: Single): boolean =>
    isOutside(single) && !isEnough(progressOf(single, ballot, scene));
  const byPlain = partsOf(plain, byConsents, ballot, actual, chronicle);
  if (!singlesOf(when).some(isAwaited)) return { byConsents, ifCome: null, parts: byPlain };
  const come = problemOf(when, candidates, ballot, scene, true);
  const ifCome = smallestSets(come);
  const parts =
    byConsents.number === null ? partsOf(come, ifCome, ballot, actual, chronicle) : byPlain;
  return { byConsents, ifCome, parts };
}

/** What it takes on a day, if some actors further consented on it. */
export function whatItTakes(
  chronicle: Chronicle,
  day: PlainDateText,
  assume: readonly string[] = [],
): Takes {
  const { fulfilledOn, actual } = decidingBallot(chronicle, day);
  const own = candidacy(actual.day, chronicle, actual.counted);
  const { assumed, ignored } = assumptionsOf(assume, own);
  const ballot = withConsentsOf(actual, assumed);
  const candidates = candidatesOn(ballot.day, chronicle, ballot.counted);
  return {
    day,
    fulfilledOn,
    ballot,
    candidates,
    ...solved(chronicle, candidates, ballot, actual),
    signatories: fulfilledOn === null ? signatoriesOf(chronicle, actual, own) : [],
    assumed,
    ignored,
  };
}
