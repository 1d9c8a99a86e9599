/** The finding on what it would take, with its method and the limits of it. */
import type { Smallest } from '../../../../kernel/covering/smallest.ts';
import { type Finding, type Ref, finding } from '../../../../kernel/finding.ts';
import { rule } from '../../../../kernel/law.ts';
import { isOwn } from '../../../../kernel/own.ts';
import type { ActorClass, Condition } from '../../clauses.ts';
import { describeClass, wordsOf } from '../classes.ts';
import { progressOf, singlesOf } from '../conditions.ts';
import { type Chronicle, dayOfForce } from '../entry-into-force.ts';
import { amountsOf, clauseRule, describeSingle, nameOf, refOf } from '../findings.ts';
import type { Candidate, NoCandidate } from './candidates.ts';
import { COVERED_PERCENT, type Forecast, WINDOW_YEARS, YEARS_AHEAD_MAX } from './forecast.ts';
import type { Part, Takes } from './takes.ts';

const SMALLEST = rule(
  'agreements.smallest-sets',
  'Concord agreements, "What it takes"; Land and Doig 1960; Glover 1968',
  [
    'A set is a smallest one if its consents meet the condition and no fewer do.',
    'The search goes through all sets; it leaves out where those that give most would fall short.',
    'Amounts are exact.',
  ].join(' '),
);

const RATE = rule(
  'agreements.recent-rate',
  'Nelson 1970; Krishnamoorthy and Peng 2011',
  [
    `Consents of the last ${WINDOW_YEARS} years, or since the opening, are taken for a Poisson`,
    'process that goes on as it did. The interval is the exact one for predicting a Poisson count',
    `from another: it holds the day in ${COVERED_PERCENT} % of cases or more, if the rate stays.`,
    'It knows of no announcements, campaigns or elections.',
  ].join(' '),
);

const FIXED = rule(
  'agreements.held-fixed',
  'Concord agreements, "What it takes"',
  'What others decide, or consents do not change, is taken as it stands on the day.',
);

/** Why the consent of an actor would not count, in words. */
export const REASONS: Readonly<Record<NoCandidate, string>> = {
  unknown: 'it is not in the registry of actors',
  counted: 'its consent is counted already',
  'not-there': 'it does not exist on the day, or has no capacity to conclude treaties',
  'not-open': 'the agreement is not open to it',
  'not-counted': 'an instrument of a regional organisation is not counted',
};

const refTo = (actor: string, chronicle: Chronicle): Ref => {
  return { label: nameOf(actor, chronicle), actor, href: `/actors/${actor}` };
};

/** The smallest sets that are told: by consents alone, or if what is awaited had come. */
export function toldOf(takes: Takes): {
  readonly smallest: Smallest<Candidate>;
  readonly ifCome: boolean;
} {
  const { byConsents, ifCome } = takes;
  return byConsents.number === null && ifCome !== null
    ? { smallest: ifCome, ifCome: true }
    : { smallest: byConsents, ifCome: false };
}

function countedSets({ count }: Pick<Smallest<Candidate>, 'count'>): string {
  const sets = `${count.number} smallest set${count.number === 1n ? '' : 's'}`;
  return count.exact ? sets : `at least ${sets}; they were not all counted`;
}

function smallestFinding(
  smallest: Smallest<Candidate>,
  always: readonly Candidate[],
  chronicle: Chronicle,
) {
  const { number, proven, fewestPossible } = smallest;
  const open = `not shown that ${fewestPossible} would not do`;
  return finding({
    question: 'Which are the smallest sets?',
    value: number,
    text: [countedSets(smallest), ...(proven ? [] : [open])].join('; '),
    rule: SMALLEST,
    parts: [
      finding({
        question: 'Without whom is there none?',
        value: smallest.always === null ? null : always.length,
        text:
          smallest.always === null
            ? 'not told: it takes too long'
            : always.map(({ actor }) => nameOf(actor, chronicle)).join(', ') || 'nobody',
        rule: SMALLEST,
        counted: always.map(({ actor }) => refTo(actor, chronicle)),
      }),
    ],
  });
}

function aloneText(part: Part): string {
  if (part.outside) return part.enough ? 'it has come' : 'awaited: no consent brings it about';
  if (part.alone === null) return 'all candidates together are too few';
  if (part.enough) return 'enough';
  const binds =
    part.binds === null ? '' : part.binds ? '; it binds' : '; others ask for as many or more';
  return `${part.alone} further consents for it alone${binds}`;
}

function partFinding(part: Part, takes: Takes, chronicle: Chronicle): Finding {
  const amounts = amountsOf(progressOf(part.single, takes.ballot, chronicle.scene));
  const unit = amounts.unit === 'percent' ? ' %' : '';
  return finding({
    question: `What does it take for: ${describeSingle(part.single)}?`,
    value: part.alone,
    text: `${amounts.have}${unit} of ${amounts.need}${unit}; ${aloneText(part)}`,
    rule: clauseRule(chronicle),
  });
}

/** Why no day is told, or null where one is. */
function noDay(forecast: Forecast): string | null {
  if (forecast.seen === 0) return 'nobody consented in that time, so that there is no rate';
  if (forecast.expectedOn !== null) return null;
  return `at that rate it takes more than ${YEARS_AHEAD_MAX} years`;
}

/** The part whose forecast is told: the one that takes longest. */
export function slowestOf(parts: readonly Part[]): (Part & { forecast: Forecast }) | null {
  let slowest: (Part & { forecast: Forecast }) | null = null;
  for (const part of parts) {
    const { forecast } = part;
    if (forecast === null) continue;
    const later = (forecast.expectedOn ?? '9999') > (slowest?.forecast.expectedOn ?? '9999');
    if (slowest === null || later) slowest = { ...part, forecast };
  }
  return slowest;
}

/** Whether the forecast of a part is that of the whole condition. */
export function isWhole(part: Part, chronicle: Chronicle): boolean {
  return chronicle.history.adoption.finalClauses.entryIntoForce.when === part.single;
}

function untold(takes: Takes): string {
  const open = takes.parts.filter((part) => !part.enough);
  if (open.some((part) => 'named' in part.single)) {
    return 'those named decide: a rate says nothing of any one of them';
  }
  return open.some((part) => 'weight' in part.single)
    ? 'weights decide: a rate says nothing of who comes next'
    : 'no number is lacking that a rate could be told of';
}

function forecastFinding(takes: Takes, chronicle: Chronicle): Finding {
  const question = 'When, at the recent rate?';
  const told = slowestOf(takes.parts);
  if (told === null) return finding({ question, value: null, text: untold(takes), rule: RATE });
  const { forecast, single } = told;
  const { seen, from, to, needed, earliestOn, latestOn, expectedOn } = forecast;
  const rest = isWhole(told, chronicle)
    ? ''
    : ` This is of “${describeSingle(single)}” only; the rest of the condition is not foreseen.`;
  const clause = chronicle.history.adoption.finalClauses.entryIntoForce;
  const day = (on: string | null): string =>
    on === null ? 'open' : (dayOfForce(clause, on, chronicle.scene).on ?? on);
  const interval = `${COVERED_PERCENT} %: from ${day(earliestOn)} to ${day(latestOn)}`;
  const none = noDay(forecast);
  return finding({
    question,
    value: expectedOn === null ? null : day(expectedOn),
    text: `${seen} from ${from} to ${to}, ${needed} more needed; ${none ?? interval}.${rest}`,
    rule: RATE,
  });
}

function fixedIn(of: ActorClass): string[] {
  if ('both' in of) return of.both.flatMap(fixedIn);
  if ('either' in of) return of.either.flatMap(fixedIn);
  if ('except' in of) return fixedIn(of.except);
  const isMoving = ['memberOf', 'partyTo', 'signatoryBy', 'having', 'declined'].some((key) =>
    isOwn(of, key),
  );
  return isMoving ? [`who belongs to: ${describeClass(of)}`] : [];
}

/** What of the condition is read as it stands on the day. */
export function heldFixed(when: Condition): string[] {
  const fixed = singlesOf(when).flatMap((single) => [
    ...('of' in single ? fixedIn(single.of) : []),
    ...('attribute' in single ? [`the figures of ${wordsOf(single.attribute)}`] : []),
  ]);
  return [...new Set(fixed)];
}

function fixedFinding(chronicle: Chronicle): Finding[] {
  const fixed = heldFixed(chronicle.history.adoption.finalClauses.entryIntoForce.when);
  if (fixed.length === 0) return [];
  const question = 'What is held fixed?';
  return [finding({ question, value: fixed.length, text: fixed.join('; '), rule: FIXED })];
}

function answerText(takes: Takes): string {
  const { smallest, ifCome } = toldOf(takes);
  const { number } = smallest;
  if (takes.fulfilledOn !== null) return `met on ${takes.fulfilledOn}`;
  if (number === null) return 'no set of further consents would do';
  const more = `${number} further consent${number === 1 ? '' : 's'}`;
  return ifCome ? `${more}, and what is awaited besides` : more;
}

function missingOf(takes: Takes): string[] {
  if (takes.fulfilledOn !== null) return [];
  return takes.parts
    .filter((part) => !part.enough)
    .map((part) => `${describeSingle(part.single)}: ${aloneText(part)}`);
}

/** What it would take, why, and how that was found. */
export function takesFinding(takes: Takes, chronicle: Chronicle): Finding {
  const { smallest } = toldOf(takes);
  const isOpen = takes.fulfilledOn === null;
  const ignored = takes.ignored.map(({ actor, why }) => ({
    ref: refTo(actor, chronicle),
    reason: REASONS[why],
  }));
  const signed = takes.signatories.flatMap(({ signature, standing }) =>
    typeof standing === 'string'
      ? [{ ref: refOf(signature, chronicle), reason: REASONS[standing] }]
      : [],
  );
  const real = [...takes.ballot.counted.values()].filter(({ event }) => event.act !== '');
  return finding({
    question: 'What would it take to bring the agreement into force?',
    value: isOpen ? smallest.number : 0,
    text: answerText(takes),
    rule: clauseRule(chronicle),
    counted: real.map(({ event }) => refOf(event, chronicle)),
    excluded: [...ignored, ...signed],
    missing: missingOf(takes),
    parts: isOpen
      ? [
          smallestFinding(smallest, smallest.always ?? [], chronicle),
          ...takes.parts.map((part) => partFinding(part, takes, chronicle)),
          forecastFinding(takes, chronicle),
          ...fixedFinding(chronicle),
        ]
      : [],
  });
}
