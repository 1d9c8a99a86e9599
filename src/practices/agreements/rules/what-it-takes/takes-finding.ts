/** The finding on what it would take, with its method and the limits of it. */
import type { Smallest } from '../../../../kernel/covering/smallest.ts';
import { type Finding, type Ref, excludedFor, finding } from '../../../../kernel/finding.ts';
import { rule } from '../../../../kernel/law.ts';
import { isOwn } from '../../../../kernel/own.ts';
import { type Sentence, inEnglish, said } from '../../../../kernel/said.ts';
import type { ActorClass, Condition } from '../../clauses.ts';
import { describeClass, wordsOf } from '../classes.ts';
import { progressOf, singlesOf } from '../conditions.ts';
import { type Chronicle, dayOfForce } from '../entry-into-force.ts';
import { amountsOf, describeSingle, haveOf } from '../condition-words.ts';
import { clauseRule, nameOf, namedIn, refOf } from '../findings.ts';
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
export const REASONS: Readonly<Record<NoCandidate, Sentence>> = {
  unknown: said('it is not in the registry of actors'),
  counted: said('its consent is counted already'),
  'not-there': said('it does not exist on the day, or has no capacity to conclude treaties'),
  'not-open': said('the agreement is not open to it'),
  'not-counted': said('an instrument of a regional organisation is not counted'),
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

function countedSets({ count }: Pick<Smallest<Candidate>, 'count'>): Sentence {
  const number = `${count.number}`;
  const sets =
    count.number === 1n ? said('1 smallest set') : said('{$number} smallest sets', { number });
  return count.exact ? sets : said('at least {$sets}; they were not all counted', { sets });
}

function withoutWhom(always: Smallest<Candidate>['always'], chronicle: Chronicle): Sentence {
  if (always === null) return said('not told: it takes too long');
  const names = always.map(({ actor }) => namedIn(actor, chronicle));
  return names.length === 0 ? said('nobody') : { template: '{$names}', values: { names } };
}

function smallestFinding(
  smallest: Smallest<Candidate>,
  always: readonly Candidate[],
  chronicle: Chronicle,
) {
  const { number, proven, fewestPossible } = smallest;
  const sets = countedSets(smallest);
  const fewest = `${fewestPossible}`;
  return finding({
    question: said('Which are the smallest sets?'),
    value: number,
    text: proven ? sets : said('{$sets}; not shown that {$fewest} would not do', { sets, fewest }),
    rule: SMALLEST,
    parts: [
      finding({
        question: said('Without whom is there none?'),
        value: smallest.always === null ? null : always.length,
        text: withoutWhom(smallest.always, chronicle),
        rule: SMALLEST,
        counted: always.map(({ actor }) => refTo(actor, chronicle)),
      }),
    ],
  });
}

function aloneText(part: Part): Sentence {
  if (part.outside) {
    return part.enough ? said('it has come') : said('awaited: no consent brings it about');
  }
  if (part.alone === null) return said('all candidates together are too few');
  if (part.enough) return said('enough');
  const alone = said('{$number} further consents for it alone', { number: part.alone });
  if (part.binds === null) return alone;
  return part.binds
    ? said('{$alone}; it binds', { alone })
    : said('{$alone}; others ask for as many or more', { alone });
}

function partFinding(part: Part, takes: Takes, chronicle: Chronicle): Finding {
  const amounts = amountsOf(progressOf(part.single, takes.ballot, chronicle.scene));
  return finding({
    question: said('What does it take for: {$condition}?', {
      condition: describeSingle(part.single),
    }),
    value: part.alone,
    text: said('{$have}; {$alone}', { have: haveOf(amounts), alone: aloneText(part) }),
    rule: clauseRule(chronicle),
  });
}

/** Why no day is told, or null where one is. */
function noDay(forecast: Forecast): Sentence | null {
  if (forecast.seen === 0) return said('nobody consented in that time, so that there is no rate');
  if (forecast.expectedOn !== null) return null;
  return said('at that rate it takes more than {$years} years', { years: YEARS_AHEAD_MAX });
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

function untold(takes: Takes): Sentence {
  const open = takes.parts.filter((part) => !part.enough);
  if (open.some((part) => 'named' in part.single)) {
    return said('those named decide: a rate says nothing of any one of them');
  }
  return open.some((part) => 'weight' in part.single)
    ? said('weights decide: a rate says nothing of who comes next')
    : said('no number is lacking that a rate could be told of');
}

function forecastFinding(takes: Takes, chronicle: Chronicle): Finding {
  const question = said('When, at the recent rate?');
  const told = slowestOf(takes.parts);
  if (told === null) return finding({ question, value: null, text: untold(takes), rule: RATE });
  const { forecast, single } = told;
  const { seen, from, to, needed, earliestOn, latestOn, expectedOn } = forecast;
  const clause = chronicle.history.adoption.finalClauses.entryIntoForce;
  const dayOf = (on: string): string => dayOfForce(clause, on, chronicle.scene).on ?? on;
  const day = (on: string | null) => (on === null ? said('open') : dayOf(on));
  const days = { earliest: day(earliestOn), latest: day(latestOn) };
  const when =
    noDay(forecast) ??
    said('{$percent} %: from {$earliest} to {$latest}', { percent: COVERED_PERCENT, ...days });
  const rate = said('{$seen} from {$from} to {$to}, {$needed} more needed; {$when}.', {
    seen,
    from,
    to,
    needed,
    when,
  });
  const of = describeSingle(single);
  return finding({
    question,
    value: expectedOn === null ? null : dayOf(expectedOn),
    text: isWhole(told, chronicle)
      ? rate
      : said('{$rate} This is of “{$of}” only; the rest of the condition is not foreseen.', {
          rate,
          of,
        }),
    rule: RATE,
  });
}

function fixedIn(of: ActorClass): Sentence[] {
  if ('both' in of) return of.both.flatMap(fixedIn);
  if ('either' in of) return of.either.flatMap(fixedIn);
  if ('except' in of) return fixedIn(of.except);
  const isMoving = ['memberOf', 'partyTo', 'signatoryBy', 'having', 'declined'].some((key) =>
    isOwn(of, key),
  );
  return isMoving ? [said('who belongs to: {$of}', { of: describeClass(of) })] : [];
}

/** What of the condition is read as it stands on the day. */
export function heldFixed(when: Condition): Sentence[] {
  const fixed = singlesOf(when).flatMap((single) => [
    ...('of' in single ? fixedIn(single.of) : []),
    ...('attribute' in single
      ? [said('the figures of {$attribute}', { attribute: wordsOf(single.attribute) })]
      : []),
  ]);
  return [...new Map(fixed.map((one) => [inEnglish(one), one])).values()];
}

function fixedFinding(chronicle: Chronicle): Finding[] {
  const fixed = heldFixed(chronicle.history.adoption.finalClauses.entryIntoForce.when);
  if (fixed.length === 0) return [];
  const [first = said('nobody'), ...rest] = fixed;
  const text = rest.reduce((one, other) => said('{$one}; {$other}', { one, other }), first);
  const question = said('What is held fixed?');
  return [finding({ question, value: fixed.length, text, rule: FIXED })];
}

function answerText(takes: Takes): Sentence {
  const { smallest, ifCome } = toldOf(takes);
  const { number } = smallest;
  if (takes.fulfilledOn !== null) return said('met on {$on}', { on: takes.fulfilledOn });
  if (number === null) return said('no set of further consents would do');
  const more =
    number === 1 ? said('1 further consent') : said('{$count} further consents', { count: number });
  return ifCome ? said('{$more}, and what is awaited besides', { more }) : more;
}

function missingOf(takes: Takes): Sentence[] {
  if (takes.fulfilledOn !== null) return [];
  return takes.parts
    .filter((part) => !part.enough)
    .map((part) =>
      said('{$condition}: {$alone}', {
        condition: describeSingle(part.single),
        alone: aloneText(part),
      }),
    );
}

/** What it would take, why, and how that was found. */
export function takesFinding(takes: Takes, chronicle: Chronicle): Finding {
  const { smallest } = toldOf(takes);
  const isOpen = takes.fulfilledOn === null;
  const ignored = takes.ignored.map(({ actor, why }) =>
    excludedFor(refTo(actor, chronicle), REASONS[why]),
  );
  const signed = takes.signatories.flatMap(({ signature, standing }) =>
    typeof standing === 'string'
      ? [excludedFor(refOf(signature, chronicle), REASONS[standing])]
      : [],
  );
  const real = [...takes.ballot.counted.values()].filter(({ event }) => event.act !== '');
  return finding({
    question: said('What would it take to bring the agreement into force?'),
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
