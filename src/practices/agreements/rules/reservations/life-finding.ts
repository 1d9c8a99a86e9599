/** Where a reservation stands on a day towards all, and why. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Excluded, type Finding, excludedFor, finding } from '../../../../kernel/finding.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import { stands } from '../consents.ts';
import { namedIn, refOf } from '../findings.ts';
import {
  actsOfLife,
  missingOf,
  reservedIn,
  ruleOf,
  verdictText,
  whyNotCounted,
} from './relation-finding.ts';
import { TERM_STATES } from './reservation-effects.ts';
import type { Answer, ReservationLife } from './reservation-life.ts';
import { type Bench, type Verdict, isMade, verdictForAll } from './verdicts.ts';

/** Towards one other it may be in one of the states of a term; of itself it may further be: */
export const LIFE_STATES = [
  ...TERM_STATES,
  'formulated',
  'withdrawn',
  'lapsed',
  'in-effect',
] as const;
export type LifeState = (typeof LIFE_STATES)[number];

const OWN_RULES: Readonly<Partial<Record<LifeState, Rule>>> = {
  formulated: rule(
    'agreements.reservation-formulated',
    'VCLT Arts. 19, 23(2)',
    'It is formulated, and has no effect before its maker consents, and confirms it where it must.',
  ),
  withdrawn: rule(
    'agreements.reservation-ended',
    'VCLT Art. 22(1), (3)(a)',
    'Its withdrawal operates from when notice of it was received.',
  ),
  lapsed: rule(
    'agreements.reservation-lapsed',
    'VCLT Arts. 2(1)(d), 70(1)(a)',
    'It went with the consent that it was made with.',
  ),
  'in-effect': rule(
    'agreements.reservation-in-effect',
    'VCLT Arts. 20(4)-(5), 21',
    'The period for objections is over: it stands towards each as that one answered.',
  ),
};

/** The state of a reservation, with the verdict where it is the same towards everyone. */
export interface LifeOn {
  readonly state: LifeState;
  readonly since: PlainDateText | null;
  readonly verdict: Verdict | null;
}

function beforeOrAfter(life: ReservationLife, day: PlainDateText): LifeOn | null {
  const { endedOn, consent } = life;
  if (endedOn !== null && endedOn <= day) {
    return { state: 'withdrawn', since: endedOn, verdict: null };
  }
  if (consent?.until && !stands(consent, day) && consent.until <= day) {
    return { state: 'lapsed', since: consent.until, verdict: null };
  }
  const awaitsConsent = consent === null || consent.on > day;
  if (!isMade(life, day) || awaitsConsent) {
    return { state: 'formulated', since: life.event.on, verdict: null };
  }
  return null;
}

/** Where a reservation stands on a day. */
export function lifeOn(life: ReservationLife, day: PlainDateText, bench: Bench): LifeOn {
  const ended = beforeOrAfter(life, day);
  if (ended) return ended;
  const verdict = verdictForAll(life, day, bench);
  if (verdict) return { state: verdict.state, since: verdict.since, verdict };
  return day <= life.silenceEndsOn
    ? { state: 'not-settled', since: life.circulatedOn, verdict: null }
    : { state: 'in-effect', since: life.silenceEndsOn, verdict: null };
}

/** The acts of others that have an effect on a day: on which a reservation rests. */
export function effectiveAnswers(
  life: ReservationLife,
  day: PlainDateText,
  { verdict }: LifeOn,
  bench: Bench,
): ReadonlySet<Answer> {
  const answers = [...life.answers.values()].flat().filter(({ event }) => event.on <= day);
  if (verdict) return new Set(answers.filter(({ event }) => verdict.by.includes(event)));
  const counts = ({ kind, event, person, withdrawnOn }: Answer): boolean => {
    const own = bench.consents.get(person) ?? [];
    const [first] = own.filter((consent) => stands(consent, day));
    const ends = first && first.on > life.silenceEndsOn ? first.on : life.silenceEndsOn;
    const standing = withdrawnOn === null || withdrawnOn > day;
    return first !== undefined && (kind === 'acceptance' || (standing && event.on <= ends));
  };
  return new Set(answers.filter(counts));
}

/** The verdict in whose terms a state that depends on each other is told. */
const towardsEach = ({ state, since }: LifeOn, life: ReservationLife): Verdict => ({
  state: state === 'not-settled' ? 'not-settled' : 'accepted-by-silence',
  since,
  deadline: state === 'not-settled' ? life.silenceEndsOn : null,
  by: [],
});

const OWN_TEXTS: Readonly<Partial<Record<LifeState, Sentence>>> = {
  formulated: said('formulated, without effect yet'),
  withdrawn: said('withdrawn'),
  lapsed: said('it went with its maker’s consent'),
  'in-effect': said('towards each other party as that one answered'),
};

function textOf(found: LifeOn, life: ReservationLife): Sentence {
  const { state, since, verdict } = found;
  if (verdict) return verdictText(verdict);
  if (state === 'not-settled') return verdictText(towardsEach(found, life));
  const what = OWN_TEXTS[state] ?? { template: state, values: {} };
  return since === null || state === 'in-effect'
    ? what
    : said('{$what} since {$on}', { what, on: since });
}

/** Why a reservation stands as it does, with what others answered and what of it counts. */
export function lifeFinding(life: ReservationLife, day: PlainDateText, bench: Bench): Finding {
  const { chronicle } = bench;
  const found = lifeOn(life, day, bench);
  const verdict = found.verdict ?? towardsEach(found, life);
  const counting = effectiveAnswers(life, day, found, bench);
  const others = [...life.answers.values()].flat().filter(({ event }) => event.on <= day);
  const excluded = others
    .filter((answer) => !counting.has(answer))
    .map((answer): Excluded => {
      const reason = whyNotCounted(answer, verdict, life.silenceEndsOn, chronicle);
      return excludedFor(refOf(answer.event, chronicle), reason);
    });
  const own = OWN_RULES[found.state];
  const maker = namedIn(life.actor, chronicle);
  const counted = [...actsOfLife(life, day), ...[...counting].map(({ event }) => event)];
  return finding({
    question: said('Where does the reservation of {$maker} to {$what} stand on {$on}?', {
      maker,
      what: reservedIn(life, day),
      on: day,
    }),
    value: found.state,
    text: textOf(found, life),
    rule: own ?? ruleOf(verdict, life),
    counted: counted.map((event) => refOf(event, chronicle)),
    excluded,
    missing: own ? [] : missingOf(verdict, maker),
  });
}
