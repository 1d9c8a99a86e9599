/** Findings of this practice: each answer with its rule, its acts and what is missing. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import {
  type Excluded,
  type Finding,
  type Ref,
  excludedFor,
  finding,
} from '../../../kernel/finding.ts';
import { add, fraction, multiply } from '../../../kernel/fraction.ts';
import { type Rule, rule } from '../../../kernel/law.ts';
import { type Named, type Sentence, inEnglish, said } from '../../../kernel/said.ts';
import type { Condition, EntryIntoForce } from '../clauses.ts';
import { describeClass, membersOf } from './classes.ts';
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
import {
  amountsOf,
  describeCondition,
  describeSingle,
  haveOf,
  withUnit,
} from './condition-words.ts';
import { describeDelay, isImmediate } from './delays.ts';
import { voidedIn } from './mirrored/voided.ts';
import { type Chronicle, ballotOn } from './entry-into-force.ts';
import type { AgreementEvent } from './history.ts';

const REASONS = {
  'regional-organisation': said(
    'an instrument of a regional organisation is not counted beside those of its members',
  ),
  'same-person': said('an earlier instrument of the same legal person is counted already'),
} as const;

/** The name of an actor, in English, or its id where the registry does not know it. */
export function nameOf(actor: string, chronicle: Chronicle): string {
  return chronicle.scene.facts.actor(actor)?.name ?? actor;
}

/** An actor as a value of a sentence, which has its name in each language. */
export function namedIn(actor: string, chronicle: Chronicle): Named {
  return { id: actor, name: nameOf(actor, chronicle) };
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
    kind: what,
  };
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
): Sentence[] {
  if (isEnough(progress)) return [];
  if ('silence' in condition) return [describeSingle(condition)];
  const gap = add(progress.need, multiply(progress.have, fraction(-1n)));
  const lacking = amountsOf({ ...progress, have: gap });
  const names = missingActors(condition, ballot, chronicle);
  const listed = names.slice(0, NAMES_SHOWN_MAX).map((actor) => namedIn(actor, chronicle));
  const amount = withUnit(lacking.have, lacking);
  const wanted = describeSingle(condition);
  const short = progress.more
    ? said('more than {$amount} more, to have {$condition}', { amount, condition: wanted })
    : said('{$amount} more, to have {$condition}', { amount, condition: wanted });
  if (listed.length === 0) return [short];
  return names.length > listed.length
    ? [said('{$short} – {$names} and others', { short, names: listed })]
    : [said('{$short} – {$names}', { short, names: listed })];
}

function excludedFrom(condition: Single, ballot: Ballot, chronicle: Chronicle) {
  if (!('of' in condition) || 'any' in condition.of) return [];
  const inside = new Set(countedIn(condition.of, ballot, chronicle.scene));
  return [...ballot.counted.values()]
    .filter((consent) => !inside.has(consent))
    .map((consent) =>
      excludedFor(
        refOf(consent.event, chronicle),
        said('not of the class: {$of}', { of: describeClass(condition.of) }),
      ),
    );
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
    const question =
      'all' in condition ? said('Are all of these met?') : said('Is any of these met?');
    const lacking = met ? [] : parts.flatMap((part) => part.said?.missing ?? []);
    const found = finding({ question, value: met, rule: law, parts, missing });
    return lacking.length === 0 ? found : { ...found, said: { ...found.said, missing: lacking } };
  }
  const progress = progressOf(condition, ballot, chronicle.scene);
  const amounts = amountsOf(progress);
  return finding({
    question: said('Is it met: {$condition}?', { condition: describeSingle(condition) }),
    value: isEnough(progress),
    text: haveOf(amounts),
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

function lapsed(chronicle: Chronicle, day: PlainDateText): Excluded[] {
  const ended = (consent: Consent): boolean => consent.on <= day && !isDeposited(consent, day);
  return chronicle.consents.filter(ended).map((consent) => {
    const reason = said('withdrawn from {$on}', { on: consent.until ?? day });
    return excludedFor(refOf(consent.event, chronicle), reason, WITHDRAWN.citation);
  });
}

function struckOut(chronicle: Chronicle): Excluded[] {
  return chronicle.history.struck.map(({ event, reason }) => {
    const why = said('struck out by a correction: {$reason}', { reason });
    return excludedFor(refOf(event, chronicle), why);
  });
}

/** Consents to terms that are no more: on record, and counted for nothing. */
function voided(chronicle: Chronicle): Finding['excluded'] {
  const { history } = chronicle;
  return voidedIn(history).map(({ event, reason, citation }) =>
    excludedFor(refOf(event, chronicle), reason, citation),
  );
}

const DELAY_TEXTS = {
  'definite-date': said('the definite day that the clause names'),
  'not-before': said('no earlier than the day that the clause names'),
} as const;

function delayText({ delay }: EntryIntoForce, on: PlainDateText): Sentence {
  return isImmediate(delay)
    ? said('at once')
    : said('{$delay} after {$on}, that day not counted', { delay: describeDelay(delay), on });
}

function dayFinding(chronicle: Chronicle, law: Rule): Finding[] {
  const { decision, history } = chronicle;
  const clause = history.adoption.finalClauses.entryIntoForce;
  if (decision.on === null || decision.by === null) return [];
  const text =
    decision.by === 'delay'
      ? delayText(clause, decision.fulfilledOn ?? decision.on)
      : DELAY_TEXTS[decision.by];
  return [
    finding({
      question: said('From which day?'),
      value: decision.on,
      text,
      rule: law,
    }),
  ];
}

/** The rule of an agreement's own clause on entry into force. */
export function clauseRule(chronicle: Chronicle): Rule {
  const { citation, when, delay } = chronicle.history.adoption.finalClauses.entryIntoForce;
  const condition = describeCondition(when);
  const words = isImmediate(delay)
    ? said('{$condition}; at once', { condition })
    : said('{$condition}; after {$delay}', { condition, delay: describeDelay(delay) });
  const cited = `${citation}; VCLT Art. 24(1)`;
  return { ...rule('agreements.entry-into-force', cited, inEnglish(words)), said: words };
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
  const notCounted = ballot.notCounted.map(({ consent, why }) =>
    excludedFor(refOf(consent.event, chronicle), REASONS[why], clause.citation),
  );
  const found = finding({
    question: said('When does the agreement enter into force?'),
    value: known ? decision.on : null,
    text:
      known && decision.fulfilledOn !== null
        ? said('met on {$on}', { on: decision.fulfilledOn })
        : said('not met'),
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
  const { missing } = condition.said ?? {};
  return missing === undefined ? found : { ...found, said: { ...found.said, missing } };
}
