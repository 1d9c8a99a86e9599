/** The finding on where one actor stands towards an agreement. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { type Excluded, type Finding, finding } from '../../../kernel/finding.ts';
import { type Rule, rule } from '../../../kernel/law.ts';
import { describeDelay } from './delays.ts';
import { endingFinding, suspensionFinding } from './versions/ending-finding.ts';
import type { Consent } from './consents.ts';
import type { Chronicle } from './entry-into-force.ts';
import { clauseRule, entryIntoForceFinding, nameOf, refOf } from './findings.ts';
import { voidedIn } from './mirrored/voided.ts';
import type { Standing, Status } from './status.ts';
import { LATER_PARTY } from './versions/later-party.ts';
import { isSuspended } from './versions/suspensions.ts';

/** The rule behind each standing. */
export const STANDING_RULES: Readonly<Record<Standing, Rule>> = {
  party: rule(
    'agreements.party',
    'VCLT Arts. 2(1)(g), 26',
    'A party consented to be bound, and the agreement is in force for it.',
  ),
  contracting: rule(
    'agreements.contracting',
    'VCLT Arts. 2(1)(f), 18(b)',
    'It consented to be bound, and the agreement is not yet in force for it.',
  ),
  provisional: rule(
    'agreements.provisional',
    'VCLT Art. 25',
    'It applies the agreement provisionally, pending entry into force for it.',
  ),
  signatory: rule(
    'agreements.signatory',
    'VCLT Arts. 14, 18(a)',
    'It signed, subject to an instrument that has not been deposited.',
  ),
  declined: rule(
    'agreements.declined',
    'VCLT Art. 40(4)',
    'It refused what silence would accept, and has not withdrawn the refusal.',
  ),
  withdrawn: rule(
    'agreements.withdrawn',
    'VCLT Arts. 54, 56, 70',
    'Its withdrawal took effect; it is no longer bound.',
  ),
  ended: rule(
    'agreements.ended',
    'VCST Arts. 31-35',
    'The actor is no more; its consent ended, or went on in a successor.',
  ),
  terminated: rule(
    'agreements.released',
    'VCLT Art. 70(1)',
    'The agreement ended, which releases its parties from performing it further.',
  ),
  none: rule(
    'agreements.none',
    'VCLT Art. 34',
    'It did nothing that binds it: no act is on record.',
  ),
};

const VIA_MEMBERSHIP = rule(
  'agreements.bound-as-member',
  'the clause on entry into force',
  'Entry into force binds all of a class, those that did not consent included.',
);

const EFFECT_TEXTS = {
  'with-the-agreement': 'with the agreement itself',
  'later-joiner': 'its instrument came later',
  jointly: 'together with others, when the last of them had consented',
  'awaiting-others': 'it joins together with others, of which one has not consented',
  succession: 'from the date of succession',
  stated: 'as the record states',
  'not-in-force': 'the agreement is not in force',
} as const;

function effectFinding(status: Status, chronicle: Chronicle): Finding[] {
  const { consent, effect } = status;
  if (!consent || !effect) return [];
  const clause = chronicle.history.adoption.finalClauses.entryIntoForce;
  const differs = effect.computedOn !== null && effect.computedOn !== effect.on;
  const delay = describeDelay(clause.laterJoiners ?? clause.delay);
  const own = effect.by === 'later-joiner' ? `: ${delay} after ${consent.on}` : '';
  const other = differs ? `; by the clause it would be ${effect.computedOn}` : '';
  return [
    finding({
      question: 'From which day for it?',
      value: effect.on,
      text: `${EFFECT_TEXTS[effect.by]}${own}${other}`,
      rule: clauseRule(chronicle),
      counted: [refOf(consent.event, chronicle)],
    }),
  ];
}

const WAITS = rule(
  'agreements.notice-waits',
  'VCLT Art. 54(a)',
  'Notice takes effect as the agreement says: where it waits for an event, not before that.',
);

/** A notice of withdrawal that has no day yet, since something has to happen, or to end, before. */
function waitingFinding(status: Status, chronicle: Chronicle, day: PlainDateText): Finding[] {
  const { consent } = status;
  const clause = chronicle.history.adoption.finalClauses.withdrawal;
  if (!consent?.notice || consent.until !== null || consent.notice.on > day) return [];
  const citation = clause === undefined ? WAITS.citation : `${clause.citation}; ${WAITS.citation}`;
  const { runsFrom, whileLasting } = clause ?? {};
  const events = [runsFrom, whileLasting?.ends].filter((key) => key !== undefined);
  return [
    finding({
      question: 'When does its withdrawal take effect?',
      value: null,
      text: `notice was given on ${consent.notice.on}, and waits`,
      rule: { ...WAITS, citation },
      counted: [refOf(consent.notice, chronicle)],
      missing: events.map((key) => `the event “${key}”, recorded of it`),
    }),
  ];
}

/** Suspensions that last on the day and concern the actor. VCLT Arts. 57, 58, 60. */
function suspendedFindings(status: Status, chronicle: Chronicle, day: PlainDateText): Finding[] {
  if (status.standing !== 'party') return [];
  const { facts } = chronicle.scene;
  const person = facts.personOf(status.actor);
  return chronicle.suspensions
    .filter((one) => isSuspended(one, day))
    .filter(({ between }) => between?.some((actor) => facts.personOf(actor) === person) ?? true)
    .map((one) => suspensionFinding(one, chronicle));
}

/** What ended the agreement, where that is why it stands so. */
function endFindings(status: Status, chronicle: Chronicle): Finding[] {
  const { ending } = chronicle;
  const isEnd = status.standing === 'terminated' && ending !== null;
  return isEnd ? [endingFinding(ending, chronicle)] : [];
}

/** The consent that binds it: its own, or that to what was amended, which it joined later. */
export function consentBehind({ consent, through }: Status): Consent | null {
  return through === null ? consent : consentBehind(through);
}

/** Where one that joined later stands towards what was amended. VCLT Art. 40(5). */
function throughFindings({ actor, through }: Status, chronicle: Chronicle): Finding[] {
  if (through === null) return [];
  const consent = consentBehind(through);
  const { parent } = chronicle.history.adoption;
  return [
    finding({
      question: `Where does ${nameOf(actor, chronicle)} stand towards ${parent}?`,
      value: through.standing,
      ...(through.since === null ? {} : { text: `since ${through.since}` }),
      rule: through.through === null ? STANDING_RULES[through.standing] : LATER_PARTY,
      counted: consent === null ? [] : [refOf(consent.event, chronicle)],
      parts: throughFindings(through, chronicle),
    }),
  ];
}

function actsBehind(status: Status) {
  const { consent, refusal, signature, provisional } = status;
  const notice = status.standing === 'withdrawn' ? (consent?.notice ?? null) : null;
  const declined = status.standing === 'declined' ? refusal : null;
  return [signature, provisional, consent?.event ?? null, notice, declined].flatMap((one) =>
    one === null ? [] : [one],
  );
}

/** Its consents to terms that were edited since: they stay on record and do not count. */
function voidedOf({ actor }: Status, chronicle: Chronicle, day: PlainDateText): Excluded[] {
  const { facts } = chronicle.scene;
  return voidedIn(chronicle.history)
    .filter(({ event }) => event.on <= day && facts.personOf(event.actor) === facts.personOf(actor))
    .map(({ event, ...why }) => ({ ref: refOf(event, chronicle), ...why }));
}

function lawBehind(status: Status, chronicle: Chronicle): Rule {
  const { citation } = chronicle.history.adoption.finalClauses.entryIntoForce;
  if (status.boundAsMember) return { ...VIA_MEMBERSHIP, citation };
  const isLater = status.standing === 'party' && status.through !== null;
  return isLater ? LATER_PARTY : STANDING_RULES[status.standing];
}

/** Where an actor stands on a day, and why. */
export function statusFinding(status: Status, chronicle: Chronicle, day: PlainDateText): Finding {
  const law = lawBehind(status, chronicle);
  return finding({
    question: `Where does ${nameOf(status.actor, chronicle)} stand on ${day}?`,
    value: status.standing,
    ...(status.since === null ? {} : { text: `since ${status.since}` }),
    rule: law,
    counted: actsBehind(status).map((event) => refOf(event, chronicle)),
    excluded: voidedOf(status, chronicle, day),
    parts: [
      ...endFindings(status, chronicle),
      ...throughFindings(status, chronicle),
      ...effectFinding(status, chronicle),
      ...waitingFinding(status, chronicle, day),
      ...suspendedFindings(status, chronicle, day),
      entryIntoForceFinding(chronicle, day),
    ],
  });
}
