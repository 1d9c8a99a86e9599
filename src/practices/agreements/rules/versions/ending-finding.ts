/** Findings on what ends an agreement, or suspends its operation. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { type Finding, finding } from '../../../../kernel/finding.ts';
import { rule } from '../../../../kernel/law.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import { ENDING_RULES, type Ending, endedBy } from './ending.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { entryIntoForceFinding, namedIn, refOf } from '../findings.ts';
import { type Suspension, isSuspended } from './suspensions.ts';

const SUSPENDED = rule(
  'agreements.suspended',
  'VCLT Arts. 57, 58, 60, 72',
  'While the operation is suspended its parties need not perform it between them; they stay bound.',
);

function lawOf({ by }: Ending, { history }: Chronicle) {
  const { term } = history.adoption.finalClauses;
  const own = by === 'expiry' || by === 'too-few-parties' ? term?.citation : undefined;
  const law = ENDING_RULES[by];
  return own === undefined ? law : { ...law, citation: `${own}; ${law.citation}` };
}

/** What ended the agreement by a day. */
export function endingFinding(ending: Ending, chronicle: Chronicle): Finding {
  return finding({
    question: said('Since when is it no longer in force, and why?'),
    value: ending.on,
    text: said('ended on {$on}', { on: ending.on }),
    rule: lawOf(ending, chronicle),
    counted: ending.event === null ? [] : [refOf(ending.event, chronicle)],
  });
}

function suspensionText(one: Suspension, chronicle: Chronicle): Sentence {
  const { from, until, ground } = one;
  const whom = one.between?.map((actor) => namedIn(actor, chronicle)) ?? said('all parties');
  const since =
    until === null
      ? said('since {$from}, between {$whom}', { from, whom })
      : said('since {$from} until {$until}, between {$whom}', { from, until, whom });
  return one.provisions === null
    ? said('{$since}: {$ground}', { since, ground })
    : said('{$since}, of {$what}: {$ground}', { since, what: [...one.provisions], ground });
}

/** One suspension that lasts. */
export function suspensionFinding(one: Suspension, chronicle: Chronicle): Finding {
  return finding({
    question: said('Is its operation suspended?'),
    value: true,
    text: suspensionText(one, chronicle),
    rule: SUSPENDED,
    counted: [refOf(one.event, chronicle)],
  });
}

/** Why an agreement is in force on a day or not, with what ended or suspended it. */
export function agreementFinding(chronicle: Chronicle, day: PlainDateText): Finding {
  const entry = entryIntoForceFinding(chronicle, day);
  const ending = endedBy(chronicle, day);
  if (ending !== null) {
    const end = endingFinding(ending, chronicle);
    return { ...end, parts: [entry] };
  }
  const lasting = chronicle.suspensions.filter((one) => isSuspended(one, day));
  const parts = lasting.map((one) => suspensionFinding(one, chronicle));
  return parts.length === 0 ? entry : { ...entry, parts: [...entry.parts, ...parts] };
}
