/** The reasons of an outcome in the reader's language: rules write English. */
import type { Finding, Ref } from '../../../../kernel/finding.ts';
import { formatList, formatNumber } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { Shown, TestedShape } from './answers.ts';
import { resultWords } from './chips.tsx';
import { conditionWords } from './condition-words.ts';

/** `in favour: at least 2/3 of those present and voting: 3 / 4, needed: 2.67` */
function arithmeticWords(text: Text, { condition, shown }: TestedShape): string {
  const number = (value: string): string => formatNumber(text.locale, value);
  const isMore = condition.kind === 'share' && condition.more;
  const required = number(shown.required);
  const needed = isMore ? text('ui.meter.more-than', { value: required }) : required;
  const counted = number(shown.counted);
  const over = shown.base === null ? counted : `${counted} / ${number(shown.base)}`;
  const words = conditionWords(text, condition);
  return `${words}: ${over}, ${text('ui.meter.needed', { value: needed })}`;
}

function partWords(text: Text, key: string, tested: TestedShape, part: Finding): Finding {
  return {
    ...part,
    question: text(`meetings.decision.part.${key}`),
    text: arithmeticWords(text, tested),
    parts: part.parts.map((below, at) => {
      const own = tested.parts[at];
      return own === undefined ? below : partWords(text, 'each', own, below);
    }),
  };
}

const RESULTS = ['adopted', 'rejected', 'blocked', 'postponed', 'no-quorum'] as const;

/** What came out, or would if it ended now, which the finding's value says. */
function answerWords(text: Text, shown: Shown, { value }: Finding): string {
  const result = shown.result ?? RESULTS.find((one) => one === value) ?? null;
  const outcome = resultWords(text, { method: shown.method, phase: 'closed', result });
  if (shown.blockedBy.length === 0) return outcome;
  const names = formatList(
    text.locale,
    shown.blockedBy.map(({ name }) => name),
  );
  return `${outcome} – ${text('meetings.decision.blocked-by', { names })}`;
}

/** An act or a member by its name, where rules know its code alone. */
function namer({ rows }: Shown): (ref: Ref) => Ref {
  const names = new Map(rows.map(({ actor, name }) => [actor, name]));
  return (ref) => {
    const { actor = ref.label, label } = ref;
    const name = names.get(actor);
    return name === undefined ? ref : { ...ref, label: label.replace(actor, name) };
  };
}

/** The finding of a decision, as its page shows it. */
export function findingWords(text: Text, shown: Shown, finding: Finding): Finding {
  const question = text(`meetings.decision.${shown.result === null ? 'why-now' : 'why'}`);
  const tested: readonly (readonly [string, TestedShape])[] = [
    ...(shown.quorum === null ? [] : [['quorum', shown.quorum] as const]),
    ...shown.tests.map((one) => ['majority', one] as const),
    ...shown.against.map((one) => ['prevents', one] as const),
  ];
  const parts = finding.parts.map((part, at) => {
    const [key, own] = tested[at] ?? [];
    return key === undefined || own === undefined ? part : partWords(text, key, own, part);
  });
  const named = namer(shown);
  return {
    ...finding,
    question,
    text: answerWords(text, shown, finding),
    counted: finding.counted.map(named),
    excluded: finding.excluded.map(({ ref, ...why }) => ({ ...why, ref: named(ref) })),
    parts,
  };
}
