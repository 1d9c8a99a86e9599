/** The finding on where one actor stands towards an agreement. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import { type Excluded, type Finding, excludedFor, finding } from '../../../kernel/finding.ts';
import { type Rule, rule } from '../../../kernel/law.ts';
import { type Sentence, said } from '../../../kernel/said.ts';
import { describeDelay } from './delays.ts';
import { endingFinding, suspensionFinding } from './versions/ending-finding.ts';
import type { Consent } from './consents.ts';
import type { Chronicle } from './entry-into-force.ts';
import { clauseRule, entryIntoForceFinding, namedIn, refOf } from './findings.ts';
import { voidedIn } from './mirrored/voided.ts';
import type { Standing, Status } from './status.ts';
type Effect = NonNullable<Status['effect']>;
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
  'with-the-agreement': said('with the agreement itself'),
  'later-joiner': said('its instrument came later'),
  jointly: said('together with others, when the last of them had consented'),
  'awaiting-others': said('it joins together with others, of which one has not consented'),
  succession: said('from the date of succession'),
  stated: said('as the record states'),
  'not-in-force': said('the agreement is not in force'),
} as const;

function effectText({ by }: Effect, on: PlainDateText, delay: Sentence): Sentence {
  return by === 'later-joiner'
    ? said('its instrument came later: {$delay} after {$on}', { delay, on })
    : EFFECT_TEXTS[by];
}

function effectFinding(status: Status, chronicle: Chronicle): Finding[] {
  const { consent, effect } = status;
  if (!consent || !effect) return [];
  const clause = chronicle.history.adoption.finalClauses.entryIntoForce;
  const { computedOn } = effect;
  const why = effectText(effect, consent.on, describeDelay(clause.laterJoiners ?? clause.delay));
  const text =
    computedOn === null || computedOn === effect.on
      ? why
      : said('{$why}; by the clause it would be {$on}', { why, on: computedOn });
  return [
    finding({
      question: said('From which day for it?'),
      value: effect.on,
      text,
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
      question: said('When does its withdrawal take effect?'),
      value: null,
      text: said('notice was given on {$on}, and waits', { on: consent.notice.on }),
      rule: { ...WAITS, citation },
      counted: [refOf(consent.notice, chronicle)],
      missing: events.map((event) => said('the event “{$event}”, recorded of it', { event })),
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
  const { parent = '' } = chronicle.history.adoption;
  const agreement = { id: `agreements/${parent}`, name: parent };
  const about = { actor: namedIn(actor, chronicle), agreement };
  return [
    finding({
      question: said('Where does {$actor} stand towards {$agreement}?', about),
      value: through.standing,
      ...(through.since === null ? {} : { text: said('since {$on}', { on: through.since }) }),
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
    .map(({ event, reason, citation }) => excludedFor(refOf(event, chronicle), reason, citation));
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
    question: said('Where does {$actor} stand on {$on}?', {
      actor: namedIn(status.actor, chronicle),
      on: day,
    }),
    value: status.standing,
    ...(status.since === null ? {} : { text: said('since {$on}', { on: status.since }) }),
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
