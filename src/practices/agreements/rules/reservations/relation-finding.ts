/** Why a reservation stands as it does towards another, and what holds between two. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Excluded, type Finding, excludedFor, finding } from '../../../../kernel/finding.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import { type Named, type Sentence, said } from '../../../../kernel/said.ts';
import { citationOf } from '../../provision.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { namedIn, refOf } from '../findings.ts';
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

const STATE_TEXTS: Readonly<Record<TermState, Sentence>> = {
  precluded: said(
    'objected to, with the intention that the agreement not be in force between the two',
  ),
  'awaiting-all': said('not yet accepted by all; its maker is no party on those terms'),
  refused: said('not accepted by all; its maker is no party on those terms'),
  'awaiting-organ': said('not yet accepted by the organ; its maker is no party on those terms'),
  objected: said('objected to; what it reserves does not apply between the two to that extent'),
  'not-settled': said('not settled yet'),
  authorized: said('authorized by the text; it modifies both ways'),
  accepted: said('accepted; it modifies both ways'),
  'accepted-by-silence': said('accepted by silence; it modifies both ways'),
  'awaiting-clarification': said('awaiting clarification, without effect'),
  disputed: said('maintained though the text does not allow it; its effect is not decided here'),
  opposed: said('late and opposed; it does not take effect'),
  'not-confirmed': said('not confirmed with the consent; it has no effect'),
  interpretative: said('an interpretative declaration, as its maker says; it modifies nothing'),
};

/** The rule behind a verdict on a reservation, a late one's own where it came late. */
export function ruleOf({ state }: Pick<Verdict, 'state'>, life: ReservationLife): Rule {
  if (life.hurdle === 'late' && state === 'accepted-by-silence') return LATE_ACCEPTED;
  if (life.hurdle === 'late' && state === 'not-settled') return LATE_OPEN;
  return TERM_RULES[state];
}

/** A verdict in words, with its days. */
export function verdictText({ state, since, deadline }: Verdict): Sentence {
  const what = STATE_TEXTS[state];
  const from = since === null ? what : said('{$what} since {$on}', { what, on: since });
  return deadline === null
    ? from
    : said('{$what}, the period ends on {$on}', { what: from, on: deadline });
}

/** What is reserved, as it is cited. */
export function reservedIn(life: ReservationLife, day: PlainDateText): Sentence {
  const provisions = formOn(life, day).provisions.map(citationOf);
  return provisions.length === 0
    ? said('the agreement as a whole')
    : { template: '{$provisions}', values: { provisions } };
}

/** What would settle what is open. */
export function missingOf({ state, deadline }: Verdict, maker: Named): Sentence[] {
  const on = deadline ?? '';
  switch (state) {
    case 'awaiting-clarification':
      return [said('an answer of {$maker} on what it means', { maker })];
    case 'awaiting-organ':
      return [said('the acceptance of the competent organ')];
    case 'awaiting-all':
      return [said('the acceptance of all others, or silence to {$on}', { on })];
    case 'not-settled':
      return [said('the end of the period on {$on}, or an answer before', { on })];
    default:
      return [];
  }
}

const NO_ANSWER_COUNTS: Partial<Record<TermState, Sentence>> = {
  authorized: said('where the text authorizes a reservation, no acceptance is asked for'),
  'awaiting-organ': said('it is for the organ to accept, not for single members'),
  interpretative: said('its maker reserves nothing'),
  'not-confirmed': said('there is nothing yet to answer'),
};

/** Why an answer does not decide, where it does not. */
export function whyNotCounted(
  answer: Answer,
  verdict: Verdict,
  deadline: PlainDateText,
  chronicle: Chronicle,
): Sentence {
  const { event, kind, withdrawnOn } = answer;
  const common = NO_ANSWER_COUNTS[verdict.state];
  if (common !== undefined && !isOfTheOrgan(answer, chronicle)) return common;
  if (withdrawnOn !== null) return said('withdrawn, with effect from {$on}', { on: withdrawnOn });
  if (kind === 'objection' && event.on > deadline) {
    return said('raised after the period had ended on {$on}', { on: deadline });
  }
  return said('made under a consent that ended, or by one that had not consented');
}

function answersNotCounted(term: Term, chronicle: Chronicle, day: PlainDateText): Excluded[] {
  const { life, towards, verdict } = term;
  const voices = new Set(towards.voices.map(({ person }) => person));
  const deadline = deadlineFor(towards, life);
  return [...life.answers.values()]
    .flat()
    .filter(({ event, person }) => voices.has(person) && event.on <= day)
    .filter(({ event }) => !verdict.by.includes(event))
    .map((answer) => {
      const why = whyNotCounted(answer, verdict, deadline, chronicle);
      return excludedFor(refOf(answer.event, chronicle), why, 'VCLT Art. 20(5)');
    });
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
  const maker = namedIn(life.actor, chronicle);
  const about = {
    maker,
    other: namedIn(towards.actor, chronicle),
    what: reservedIn(life, day),
  };
  const acts = [...new Set([...actsOfLife(life, day), ...verdict.by])];
  return finding({
    question: life.inherited
      ? said(
          'Does the reservation of {$maker} to {$what}, kept from {$from}, act towards {$other}?',
          {
            ...about,
            from: namedIn(life.event.actor, chronicle),
          },
        )
      : said('Does the reservation of {$maker} to {$what} act towards {$other}?', about),
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

const OUTCOME_TEXTS: Readonly<Record<Outcome, Sentence>> = {
  'not-parties': said('it does not bind them to each other: not both are parties'),
  precluded: said('it is not in force between the two'),
  'no-party': said('it is not in force between the two on those terms'),
  excluded: said('it is in force, without what is reserved and objected to'),
  open: said('it is in force; on some reservation the period still runs'),
  modified: said('it is in force as modified'),
  pending: said('it is in force; a reservation waits, without effect'),
  'in-force': said('it is in force without more'),
};

/** What holds between two on a day, and why. */
export function relationFinding(
  relation: Relation,
  chronicle: Chronicle,
  day: PlainDateText,
): Finding {
  const { one, other, outcome, terms, statements } = relation;
  const standings = [one, other].map((status) => {
    const own = statusFinding(status, chronicle, day);
    return { ...own, rule: STANDING_RULES[status.standing], parts: [] };
  });
  const stated = statements.map(({ event }) =>
    excludedFor(
      refOf(event, chronicle),
      said('shown as its maker states it; what follows from it is not decided here'),
      'ILC Guide to Practice on Reservations (2011), 1.5.1',
    ),
  );
  return finding({
    question: said('What binds {$one} and {$other} to each other on {$on}?', {
      one: namedIn(one.actor, chronicle),
      other: namedIn(other.actor, chronicle),
      on: day,
    }),
    value: outcome,
    text: OUTCOME_TEXTS[outcome],
    rule: OUTCOME_RULES[outcome],
    excluded: stated,
    missing: terms.flatMap((term) => missingOf(term.verdict, namedIn(term.by.actor, chronicle))),
    parts: [...standings, ...terms.map((term) => termFinding(term, chronicle, day))],
  });
}
