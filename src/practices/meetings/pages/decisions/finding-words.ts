/**
 * Why a decision came out as it did, in the reader's language. What was reckoned is kept as
 * conditions and numbers; its words are made when it is shown.
 */
import type { Excluded, Finding, Ref } from '../../../../kernel/finding.ts';
import { own } from '../../../../kernel/own.ts';
import { formatList, formatNumber } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { Shown, TestedShape } from './answers.ts';
import { conditionWords } from './condition-words.ts';

const namesIn = (text: Text, all: readonly { readonly name: string }[]): string =>
  formatList(
    text.locale,
    all.map(({ name }) => name),
  );

/** `in favour: at least 2/3 of those present and voting: 79 of 117, 78 needed` */
function sumOf(text: Text, tested: TestedShape): string {
  const { condition, isDeemedMet, needed, shown } = tested;
  const number = (one: string): string => formatNumber(text.locale, one);
  const isMore = needed === null && condition.kind === 'share' && condition.more;
  const key = shown.base === null ? 'alone' : isMore ? 'over-more' : 'over';
  const sum = text(`meetings.sum.${key}`, {
    condition: conditionWords(text, condition),
    counted: number(shown.counted),
    base: number(shown.base ?? '0'),
    needed: number(needed ?? shown.required),
  });
  return isDeemedMet ? text('meetings.sum.deemed', { sum }) : sum;
}

const sumsOf = (text: Text, all: readonly TestedShape[]): string =>
  formatList(
    text.locale,
    all.map((one) => sumOf(text, one)),
  );

const met = (all: readonly TestedShape[]): readonly TestedShape[] =>
  all.filter(({ isMet }) => isMet);

function blockedWords(text: Text, { against, blockedBy }: Shown): string {
  const why = sumsOf(text, met(against));
  return blockedBy.length === 0
    ? text('meetings.said.blocked-by-votes', { why })
    : text('meetings.said.blocked', { names: namesIn(text, blockedBy), why });
}

/** What came out, or would now, in one sentence. */
function saidWords(text: Text, outcome: Shown['result'], shown: Shown): string {
  const { tests, against, quorum, method, objectors } = shown;
  switch (outcome) {
    case null:
    case 'blocked':
      return blockedWords(text, shown);
    case 'no-quorum':
      return text('meetings.said.no-quorum', { why: sumsOf(text, quorum ? [quorum] : []) });
    case 'postponed': {
      const why = sumsOf(text, [...met(against), ...tests]);
      return text('meetings.said.postponed', { why });
    }
    default: {
      if (method === 'vote') return text(`meetings.said.${outcome}`, { why: sumsOf(text, tests) });
      return objectors.length === 0
        ? text('meetings.said.agreed')
        : text('meetings.said.agreed-noted', { names: namesIn(text, objectors) });
    }
  }
}

function shortages(text: Text, tested: TestedShape): string[] {
  if (tested.isMet) return [];
  if (tested.parts.length > 0) return tested.parts.flatMap((part) => shortages(text, part));
  const { condition, lacking, shown } = tested;
  const words = conditionWords(text, condition);
  if (lacking !== null) {
    const count = formatNumber(text.locale, lacking);
    return [text('meetings.missing.more', { count, condition: words })];
  }
  const counted = formatNumber(text.locale, shown.counted);
  const required = formatNumber(text.locale, shown.required);
  return [text('meetings.missing.instead', { counted, required, condition: words })];
}

function missingWords(text: Text, outcome: Shown['result'], shown: Shown): string[] {
  const { tests, quorum } = shown;
  if (outcome === 'no-quorum' && quorum !== null) return shortages(text, quorum);
  if (outcome === 'rejected') return tests.flatMap((one) => shortages(text, one));
  if (outcome !== 'postponed') return [];
  const isTied = shown.tie === 'casting-vote' && tests.some(({ isMet }) => !isMet);
  return [text(`meetings.missing.${isTied ? 'presiding' : 'later'}`)];
}

function partOf(text: Text, key: string, tested: TestedShape, rule: Finding['rule']): Finding {
  return {
    question: text(`meetings.ask.${key}`),
    value: tested.isMet,
    text: sumOf(text, tested),
    rule,
    counted: [],
    excluded: [],
    missing: [],
    parts: tested.parts.map((part) => partOf(text, 'part', part, rule)),
  };
}

/** Words of the record for what somebody did, as `outcome-finding.ts` puts them behind a name. */
const SAID: Readonly<Record<string, string>> = {
  yes: 'meetings.choice.yes',
  no: 'meetings.choice.no',
  abstain: 'meetings.choice.abstain',
  reservation: 'meetings.position.reservation',
  dissociation: 'meetings.position.dissociation',
  interpretation: 'meetings.position.interpretation',
  'objections overruled': 'meetings.said-of.overruled',
  'deciding vote, yes': 'meetings.said-of.deciding-yes',
  'deciding vote, no': 'meetings.said-of.deciding-no',
};

type Row = Shown['rows'][number];

function refWords(text: Text, ref: Ref, row: Row | undefined): Ref {
  const { actor = '', label } = ref;
  const code = label.startsWith(`${actor}: `) ? label.slice(actor.length + 2) : '';
  const key = own(SAID, code);
  const name = row?.name ?? actor;
  if (key !== undefined) return { ...ref, label: `${name}: ${text(key)}` };
  return label === actor ? { ...ref, label: name } : ref;
}

function excludedWords(text: Text, one: Excluded, row: Row | undefined): Excluded {
  const ref = refWords(text, one.ref, row);
  if (row === undefined) return { ...one, ref };
  if (row.hinderedFor !== null) {
    return { ...one, ref, reason: text(`meetings.hindered.${row.hinderedFor}`) };
  }
  const isAbsent = row.standing === 'absent';
  return { ...one, ref, reason: isAbsent ? text('meetings.choice.absent') : one.reason };
}

/** The finding of an outcome in the reader's language, from what was reckoned. */
export function findingWords(text: Text, shown: Shown): Finding | null {
  const { finding, ruleTitle, outcome } = shown;
  if (finding === null) return null;
  const rows = new Map(shown.rows.map((row) => [row.actor, row]));
  const rule = { ...finding.rule, text: ruleTitle };
  return {
    question: text(`meetings.decision.${shown.result === null ? 'why-now' : 'why'}`),
    value: finding.value,
    text: saidWords(text, outcome, shown),
    rule,
    counted: finding.counted.map((ref) => refWords(text, ref, rows.get(ref.actor ?? ''))),
    excluded: finding.excluded.map((one) =>
      excludedWords(text, one, rows.get(one.ref.actor ?? '')),
    ),
    missing: missingWords(text, outcome, shown),
    parts: [
      ...(shown.quorum === null ? [] : [partOf(text, 'quorum', shown.quorum, rule)]),
      ...shown.tests.map((one) => partOf(text, 'majority', one, rule)),
      ...shown.against.map((one) => partOf(text, 'prevents', one, rule)),
    ],
  };
}
