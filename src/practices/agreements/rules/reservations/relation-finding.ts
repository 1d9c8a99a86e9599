/** Why a reservation stands as it does towards another, and what holds between two. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Excluded, type Finding, finding } from '../../../../kernel/finding.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import { citationOf } from '../../provision.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { nameOf, refOf } from '../findings.ts';
import type { AgreementEvent } from '../history.ts';
import type { Outcome, Relation, Term } from './relations.ts';
import {
  LATE_ACCEPTED,
  LATE_OPEN,
  TERM_EFFECTS,
  TERM_RULES,
  type TermState,
} from './reservation-effects.ts';
import { type Answer, type ReservationLife, formOn } from './reservation-life.ts';
import { STANDING_RULES, statusFinding } from '../status-finding.ts';
import { type Verdict, deadlineFor, isOfTheOrgan } from './verdicts.ts';

const STATE_TEXTS: Readonly<Record<TermState, string>> = {
  precluded: 'objected to, with the intention that the agreement not be in force between the two',
  'awaiting-all': 'not yet accepted by all; its maker is no party on those terms',
  refused: 'not accepted by all; its maker is no party on those terms',
  'awaiting-organ': 'not yet accepted by the organ; its maker is no party on those terms',
  objected: 'objected to; what it reserves does not apply between the two to that extent',
  'not-settled': 'not settled yet',
  authorized: 'authorized by the text; it modifies both ways',
  accepted: 'accepted; it modifies both ways',
  'accepted-by-silence': 'accepted by silence; it modifies both ways',
  'awaiting-clarification': 'awaiting clarification, without effect',
  disputed: 'maintained though the text does not allow it; its effect is not decided here',
  opposed: 'late and opposed; it does not take effect',
  'not-confirmed': 'not confirmed with the consent; it has no effect',
  interpretative: 'an interpretative declaration, as its maker says; it modifies nothing',
};

/** The rule behind a verdict on a reservation, a late one's own where it came late. */
export function ruleOf({ state }: Pick<Verdict, 'state'>, life: ReservationLife): Rule {
  if (life.hurdle === 'late' && state === 'accepted-by-silence') return LATE_ACCEPTED;
  if (life.hurdle === 'late' && state === 'not-settled') return LATE_OPEN;
  return TERM_RULES[state];
}

/** A verdict in words, with its days. */
export function verdictText({ state, since, deadline }: Verdict): string {
  const from = since === null ? '' : ` since ${since}`;
  const until = deadline === null ? '' : `, the period ends on ${deadline}`;
  return `${STATE_TEXTS[state]}${from}${until}`;
}

/** What is reserved, as it is cited. */
export function reservedIn(life: ReservationLife, day: PlainDateText): string {
  const { provisions } = formOn(life, day);
  return provisions.length === 0
    ? 'the agreement as a whole'
    : provisions.map(citationOf).join(', ');
}

/** What would settle what is open. */
export function missingOf({ state, deadline }: Verdict, maker: string): string[] {
  if (state === 'awaiting-clarification') return [`an answer of ${maker} on what it means`];
  if (state === 'awaiting-organ') return ['the acceptance of the competent organ'];
  if (state === 'awaiting-all') return [`the acceptance of all others, or silence to ${deadline}`];
  if (state === 'not-settled') return [`the end of the period on ${deadline}, or an answer before`];
  return [];
}

const NO_ANSWER_COUNTS: Partial<Record<TermState, string>> = {
  authorized: 'where the text authorizes a reservation, no acceptance is asked for',
  'awaiting-organ': 'it is for the organ to accept, not for single members',
  interpretative: 'its maker reserves nothing',
  'not-confirmed': 'there is nothing yet to answer',
};

/** Why an answer does not decide, where it does not. */
export function whyNotCounted(
  answer: Answer,
  verdict: Verdict,
  deadline: PlainDateText,
  chronicle: Chronicle,
): string {
  const { event, kind, withdrawnOn } = answer;
  const common = NO_ANSWER_COUNTS[verdict.state];
  if (common !== undefined && !isOfTheOrgan(answer, chronicle)) return common;
  if (withdrawnOn !== null) return `withdrawn, with effect from ${withdrawnOn}`;
  if (kind === 'objection' && event.on > deadline) {
    return `raised after the period had ended on ${deadline}`;
  }
  return 'made under a consent that ended, or by one that had not consented';
}

function answersNotCounted(term: Term, chronicle: Chronicle, day: PlainDateText): Excluded[] {
  const { life, towards, verdict } = term;
  const voices = new Set(towards.voices.map(({ person }) => person));
  const deadline = deadlineFor(towards, life);
  return [...life.answers.values()]
    .flat()
    .filter(({ event, person }) => voices.has(person) && event.on <= day)
    .filter(({ event }) => !verdict.by.includes(event))
    .map((answer) => ({
      ref: refOf(answer.event, chronicle),
      reason: whyNotCounted(answer, verdict, deadline, chronicle),
      citation: 'VCLT Art. 20(5)',
    }));
}

/** Acts by which a reservation came to stand as it does, but for what others answered. */
export function actsOfLife(life: ReservationLife, day: PlainDateText): AgreementEvent[] {
  const { event, confirmedBy, circulatedBy, asked, clarified, forms, endedBy } = life;
  const changes = forms.slice(1).map(({ by }) => by);
  const all = [event, confirmedBy, circulatedBy, asked, clarified, ...changes, endedBy];
  return [...new Set(all.flatMap((one) => (one !== null && one.on <= day ? [one] : [])))];
}

/** Whether what is reserved is modified between the two; null while that is open. */
function actsTowards({ state }: Verdict): boolean | null {
  const effect = TERM_EFFECTS[state];
  if (effect === 'open' || effect === 'pending') return null;
  return effect === 'modified';
}

/** Why a reservation of one stands towards the other as it does. */
export function termFinding(term: Term, chronicle: Chronicle, day: PlainDateText): Finding {
  const { life, towards, verdict } = term;
  const maker = nameOf(life.actor, chronicle);
  const other = nameOf(towards.actor, chronicle);
  const of = `the reservation of ${maker} to ${reservedIn(life, day)}`;
  const acts = [...new Set([...actsOfLife(life, day), ...verdict.by])];
  const kept = life.inherited ? `, kept from ${nameOf(life.event.actor, chronicle)}` : '';
  return finding({
    question: `Does ${of}${kept} act towards ${other}?`,
    value: actsTowards(verdict),
    text: verdictText(verdict),
    rule: ruleOf(verdict, life),
    counted: acts.map((event) => refOf(event, chronicle)),
    excluded: answersNotCounted(term, chronicle, day),
    missing: missingOf(verdict, maker),
  });
}

const OUTCOME_RULES: Readonly<Record<Outcome, Rule>> = {
  'not-parties': rule(
    'agreements.between-parties',
    'VCLT Arts. 2(1)(g), 26, 34',
    'An agreement binds two to each other while both are parties.',
  ),
  precluded: TERM_RULES.precluded,
  'no-party': rule(
    'agreements.not-on-those-terms',
    'VCLT Art. 20(2), (3)',
    'Until it is accepted as the text asks, its maker is no party on those terms.',
  ),
  excluded: TERM_RULES.objected,
  open: TERM_RULES['not-settled'],
  modified: rule(
    'agreements.modified-both-ways',
    'VCLT Art. 21(1)',
    'What one reserves is modified for it, and for the other in its relations with it.',
  ),
  pending: TERM_RULES['awaiting-clarification'],
  'in-force': rule('agreements.in-force-between', 'VCLT Art. 26', 'It binds both, as it stands.'),
};

const OUTCOME_TEXTS: Readonly<Record<Outcome, string>> = {
  'not-parties': 'it does not bind them to each other: not both are parties',
  precluded: 'it is not in force between the two',
  'no-party': 'it is not in force between the two on those terms',
  excluded: 'it is in force, without what is reserved and objected to',
  open: 'it is in force; on some reservation the period still runs',
  modified: 'it is in force as modified',
  pending: 'it is in force; a reservation waits, without effect',
  'in-force': 'it is in force without more',
};

/** What holds between two on a day, and why. */
export function relationFinding(
  relation: Relation,
  chronicle: Chronicle,
  day: PlainDateText,
): Finding {
  const { one, other, outcome, terms, statements } = relation;
  const [first, second] = [nameOf(one.actor, chronicle), nameOf(other.actor, chronicle)];
  const standings = [one, other].map((status) => {
    const own = statusFinding(status, chronicle, day);
    return { ...own, rule: STANDING_RULES[status.standing], parts: [] };
  });
  const stated = statements.map(({ event }) => ({
    ref: refOf(event, chronicle),
    reason: 'shown as its maker states it; what follows from it is not decided here',
    citation: 'ILC Guide to Practice on Reservations (2011), 1.5.1',
  }));
  return finding({
    question: `What binds ${first} and ${second} to each other on ${day}?`,
    value: outcome,
    text: OUTCOME_TEXTS[outcome],
    rule: OUTCOME_RULES[outcome],
    excluded: stated,
    missing: terms.flatMap((term) => missingOf(term.verdict, nameOf(term.by.actor, chronicle))),
    parts: [...standings, ...terms.map((term) => termFinding(term, chronicle, day))],
  });
}
