/** Findings of this practice: each answer with its rule, its acts and what is missing. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { type Finding, type Ref, finding } from '../../../kernel/finding.ts';
import {
  type Fraction,
  add,
  fraction,
  multiply,
  parseFraction,
  toDecimal,
} from '../../../kernel/fraction.ts';
import { type Rule, rule } from '../../../kernel/law.ts';
import type { Condition, Silence } from '../clauses.ts';
import { describeClass, membersOf, wordsOf } from './classes.ts';
import {
  type Ballot,
  type Progress,
  type Single,
  countedIn,
  isEnough,
  isMet,
  progressOf,
} from './conditions.ts';
import { type Consent, isDeposited } from './consents.ts';
import { describeDelay, isImmediate } from './delays.ts';
import { voidedIn } from './mirrored/voided.ts';
import { type Chronicle, ballotOn } from './entry-into-force.ts';
import type { AgreementEvent } from './history.ts';

const REASONS = {
  'regional-organisation':
    'an instrument of a regional organisation is not counted beside those of its members',
  'same-person': 'an earlier instrument of the same legal person is counted already',
} as const;

/** The name of an actor, in English, or its id where the registry does not know it. */
export function nameOf(actor: string, chronicle: Chronicle): string {
  return chronicle.scene.facts.actor(actor)?.name ?? actor;
}

/** A reference to an event, for findings and lists. */
export function refOf(event: AgreementEvent, chronicle: Chronicle): Ref {
  const what = event.instrument ?? event.kind;
  return {
    label: `${nameOf(event.actor, chronicle)}, ${what}`,
    act: event.act,
    actor: event.actor,
    on: event.on,
    href: `/acts/${event.act}`,
  };
}

/** Decimal text without idle zeros, as precise as shares are published: hundredths of a percent. */
function decimal(amount: Fraction): string {
  return toDecimal(amount, 2).replace(/\.?0+$/, '');
}

/** How much there is and how much is needed, as decimal text; weights in percent of their total. */
export interface Amounts {
  readonly have: string;
  readonly need: string;
  readonly unit: 'count' | 'percent';
}

/** The amounts of a progress, as they are shown. */
export function amountsOf({ have, need, total }: Progress): Amounts {
  if (total === undefined || total.numerator === 0n) {
    return { have: decimal(have), need: decimal(need), unit: 'count' };
  }
  const percent = fraction(total.denominator * 100n, total.numerator);
  const share = (amount: Fraction): string => decimal(multiply(amount, percent));
  return { have: share(have), need: share(need), unit: 'percent' };
}

const withUnit = (amount: string, { unit }: Amounts): string =>
  unit === 'percent' ? `${amount} %` : amount;

/** A compound condition in words. */
function describeCondition(condition: Condition): string {
  if ('all' in condition) return condition.all.map(describeCondition).join(', and ');
  if ('any' in condition) return condition.any.map(describeCondition).join(', or ');
  return describeSingle(condition);
}

function describeNamed({ atLeast, named }: Extract<Condition, { named: string[] }>): string {
  const number = atLeast ?? named.length;
  return number === named.length
    ? `all ${number} named`
    : `at least ${number} of ${named.length} named`;
}

function describeSilence({ lasts, from = 'adoption', until, unless }: Silence): string {
  const start = from === 'adoption' ? 'adoption' : `the event “${from.event}”`;
  const time = lasts === undefined ? `until ${until}` : `of ${describeDelay(lasts)} from ${start}`;
  const stopped = unless === undefined ? '' : `, unless ${describeCondition(unless)} refuse`;
  return `silence ${time}${stopped}`;
}

/** A single condition in words. */
export function describeSingle(condition: Single): string {
  if ('count' in condition) return `at least ${condition.count} ${describeClass(condition.of)}`;
  const atLeast = 'more' in condition && condition.more === true ? 'more than' : 'at least';
  if ('share' in condition)
    return `${atLeast} ${condition.share} of ${describeClass(condition.of)}`;
  if ('weight' in condition) {
    const percent = decimal(multiply(parseFraction(condition.weight), fraction(100n)));
    return `${atLeast} ${percent} % of ${wordsOf(condition.attribute)}`;
  }
  if ('named' in condition) return describeNamed(condition);
  if ('silence' in condition) return describeSilence(condition.silence);
  return 'event' in condition ? `the event “${condition.event}”` : `the day ${condition.on}`;
}

function countedRefs(condition: Single, ballot: Ballot, chronicle: Chronicle): Ref[] {
  if ('named' in condition) {
    const persons = condition.named.map((actor) => chronicle.scene.facts.personOf(actor));
    const consents = persons.map((person) => ballot.counted.get(person));
    return consents.flatMap((one) => (one ? [refOf(one.event, chronicle)] : []));
  }
  if (!('of' in condition)) return [];
  const counted = countedIn(condition.of, ballot, chronicle.scene);
  return counted.map((consent) => refOf(consent.event, chronicle));
}

const NAMES_SHOWN_MAX = 60;

function missingActors(condition: Single, ballot: Ballot, chronicle: Chronicle): readonly string[] {
  const { facts } = chronicle.scene;
  const wanted =
    'named' in condition
      ? condition.named
      : 'of' in condition && ('listed' in condition.of || 'memberOf' in condition.of)
        ? membersOf(condition.of, ballot.day, chronicle.scene)
        : [];
  return wanted.filter((actor) => !ballot.counted.has(facts.personOf(actor)));
}

function missingOf(
  condition: Single,
  progress: Progress,
  ballot: Ballot,
  chronicle: Chronicle,
): string[] {
  if (isEnough(progress)) return [];
  if ('silence' in condition) return [describeSingle(condition)];
  const gap = add(progress.need, multiply(progress.have, fraction(-1n)));
  const lacking = amountsOf({ ...progress, have: gap });
  const names = missingActors(condition, ballot, chronicle);
  const listed = names.slice(0, NAMES_SHOWN_MAX).map((actor) => nameOf(actor, chronicle));
  const further = names.length > listed.length ? ' and others' : '';
  const who = listed.length === 0 ? '' : ` – ${listed.join(', ')}${further}`;
  const more = progress.more ? 'more than ' : '';
  const amount = withUnit(lacking.have, lacking);
  return [`${more}${amount} more, to have ${describeSingle(condition)}${who}`];
}

function excludedFrom(condition: Single, ballot: Ballot, chronicle: Chronicle) {
  if (!('of' in condition) || 'any' in condition.of) return [];
  const inside = new Set(countedIn(condition.of, ballot, chronicle.scene));
  return [...ballot.counted.values()]
    .filter((consent) => !inside.has(consent))
    .map((consent) => ({
      ref: refOf(consent.event, chronicle),
      reason: `not of the class: ${describeClass(condition.of)}`,
    }));
}

/** The finding on one condition on a ballot, compound ones with their parts. */
export function conditionFinding(
  condition: Condition,
  ballot: Ballot,
  chronicle: Chronicle,
  law: Rule,
): Finding {
  if ('all' in condition || 'any' in condition) {
    const met = isMet(condition, ballot, chronicle.scene);
    const parts = ('all' in condition ? condition.all : condition.any).map((one) =>
      conditionFinding(one, ballot, chronicle, law),
    );
    const missing = met ? [] : parts.flatMap((part) => part.missing);
    const question = 'all' in condition ? 'Are all of these met?' : 'Is any of these met?';
    return finding({ question, value: met, rule: law, parts, missing });
  }
  const progress = progressOf(condition, ballot, chronicle.scene);
  const amounts = amountsOf(progress);
  return finding({
    question: `Is it met: ${describeSingle(condition)}?`,
    value: isEnough(progress),
    text: `${withUnit(amounts.have, amounts)} of ${withUnit(amounts.need, amounts)}`,
    rule: law,
    counted: countedRefs(condition, ballot, chronicle),
    excluded: excludedFrom(condition, ballot, chronicle),
    missing: missingOf(condition, progress, ballot, chronicle),
  });
}

const WITHDRAWN = rule(
  'agreements.consent-withdrawn',
  'VCLT Arts. 54, 68',
  'An instrument that was withdrawn does not count from then on.',
);

function lapsed(chronicle: Chronicle, day: PlainDateText): { ref: Ref; reason: string }[] {
  const ended = (consent: Consent): boolean => consent.on <= day && !isDeposited(consent, day);
  return chronicle.consents.filter(ended).map((consent) => ({
    ref: refOf(consent.event, chronicle),
    reason: `withdrawn from ${consent.until ?? day}`,
    citation: WITHDRAWN.citation,
  }));
}

function struckOut(chronicle: Chronicle): { ref: Ref; reason: string }[] {
  return chronicle.history.struck.map(({ event, reason }) => ({
    ref: refOf(event, chronicle),
    reason: `struck out by a correction: ${reason}`,
  }));
}

/** Consents to terms that are no more: on record, and counted for nothing. */
function voided(chronicle: Chronicle): Finding['excluded'] {
  const { history } = chronicle;
  return voidedIn(history).map(({ event, ...why }) => ({ ref: refOf(event, chronicle), ...why }));
}

const DELAY_TEXTS = {
  'definite-date': 'the definite day that the clause names',
  'not-before': 'no earlier than the day that the clause names',
} as const;

function dayFinding(chronicle: Chronicle, law: Rule): Finding[] {
  const { decision, history } = chronicle;
  const clause = history.adoption.finalClauses.entryIntoForce;
  if (decision.on === null || decision.by === null) return [];
  const text =
    decision.by === 'delay'
      ? isImmediate(clause.delay)
        ? 'at once'
        : `${describeDelay(clause.delay)} after ${decision.fulfilledOn}, that day not counted`
      : DELAY_TEXTS[decision.by];
  return [
    finding({
      question: 'From which day?',
      value: decision.on,
      text,
      rule: law,
    }),
  ];
}

/** The rule of an agreement's own clause on entry into force. */
export function clauseRule(chronicle: Chronicle): Rule {
  const { citation, when, delay } = chronicle.history.adoption.finalClauses.entryIntoForce;
  const period = isImmediate(delay) ? 'at once' : `after ${describeDelay(delay)}`;
  return rule(
    'agreements.entry-into-force',
    `${citation}; VCLT Art. 24(1)`,
    `${describeCondition(when)}; ${period}`,
  );
}

/** Why an agreement is in force on a day, or why not, and what is missing. */
export function entryIntoForceFinding(chronicle: Chronicle, day: PlainDateText): Finding {
  const { decision, history } = chronicle;
  const known = decision.fulfilledOn !== null && decision.fulfilledOn <= day;
  const ballot = ballotOn(
    known && decision.fulfilledOn !== null ? decision.fulfilledOn : day,
    chronicle,
  );
  const law = clauseRule(chronicle);
  const clause = history.adoption.finalClauses.entryIntoForce;
  const condition = conditionFinding(clause.when, ballot, chronicle, law);
  const notCounted = ballot.notCounted.map(({ consent, why }) => ({
    ref: refOf(consent.event, chronicle),
    reason: REASONS[why],
    citation: clause.citation,
  }));
  return finding({
    question: 'When does the agreement enter into force?',
    value: known ? decision.on : null,
    text: known ? `met on ${decision.fulfilledOn}` : 'not met',
    rule: law,
    counted: [...ballot.counted.values()].map((one) => refOf(one.event, chronicle)),
    excluded: [
      ...notCounted,
      ...lapsed(chronicle, ballot.day),
      ...voided(chronicle),
      ...struckOut(chronicle),
    ],
    missing: condition.missing,
    parts: [condition, ...(known ? dayFinding(chronicle, law) : [])],
  });
}
