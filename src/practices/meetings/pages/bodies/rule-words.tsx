/** What a rule of decision asks, in the reader's language, as short lines. */
import type { Markup } from '../../../../ui/markup.ts';
import { formatList } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { Condition } from '../../payloads/decision-rule.ts';
import { conditionWords } from '../decisions/condition-words.ts';
import type { BodyProps } from './answers.ts';

type Rule = BodyProps['body']['rules'][number];

/** A condition with those that it is made of. */
function wholeWords(text: Text, condition: Condition): string {
  if (condition.kind !== 'all' && condition.kind !== 'any') return conditionWords(text, condition);
  const parts = condition.of.map((part) => wholeWords(text, part));
  return `${conditionWords(text, condition)}: ${formatList(text.locale, parts)}`;
}

function linesOf(text: Text, { adoptedIf, blockedIf, preliminary, fallback }: Rule): string[] {
  const conditions = formatList(
    text.locale,
    blockedIf.map((one) => wholeWords(text, one)),
  );
  return [
    ...(adoptedIf === null ? [] : [wholeWords(text, adoptedIf)]),
    ...(blockedIf.length === 0 ? [] : [text('meetings.rule.prevented', { conditions })]),
    ...(preliminary === null ? [] : [text('meetings.rule.first', { rule: preliminary })]),
    ...(fallback === null ? [] : [text('meetings.rule.falls-back', { rule: fallback })]),
  ];
}

/** What adopts, what prevents, what is asked beforehand, and what follows. */
export function RuleAsks({ text, rule }: { text: Text; rule: Rule }): Markup {
  return (
    <>
      {linesOf(text, rule).map((line, at) => (
        <>
          {at === 0 ? null : <br />}
          {line}
        </>
      ))}
    </>
  );
}
