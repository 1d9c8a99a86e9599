/** The conditions of the rule against what was counted, as bars with their numbers. */
import type { Markup } from '../../../../ui/markup.ts';
import { type MeterProps, Meters } from '../../../../ui/meter/meter.tsx';
import { StatusChip } from '../../../../ui/status-chip/status-chip.tsx';
import { formatList, formatNumber, formatPercent } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { Props, TestedShape } from './answers.ts';
import { conditionWords } from './condition-words.ts';

/** Conditions that others are made of show as those. */
const leavesOf = (tested: TestedShape): readonly TestedShape[] =>
  tested.parts.length === 0 ? [tested] : tested.parts.flatMap(leavesOf);

function meterOf(text: Text, tested: TestedShape): MeterProps {
  const { condition, shown, isMet, isDeemedMet } = tested;
  const percent = shown.percent === null ? '' : ` – ${formatPercent(text.locale, shown.percent)}`;
  const deemed = isDeemedMet ? ` (${text('meetings.condition.deemed')})` : '';
  return {
    text,
    label: `${conditionWords(text, condition)}${percent}${deemed}`,
    value: shown.counted,
    threshold: shown.required,
    more: condition.kind === 'share' && condition.more,
    ...(shown.base === null ? {} : { max: shown.base }),
    met: isMet,
  };
}

function Against({ text, tested }: { text: Text; tested: readonly TestedShape[] }): Markup | null {
  if (tested.length === 0) return null;
  return (
    <>
      <h3>{text('meetings.decision.against')}</h3>
      <ul class="plain-list spaced">
        {tested.map(({ condition, shown, isMet }) => (
          <li>
            <StatusChip
              text={text}
              status={isMet ? 'withdrawn' : 'none'}
              label={text(`meetings.decision.${isMet ? 'prevents' : 'prevents-not'}`)}
            />{' '}
            <bdi>{conditionWords(text, condition)}</bdi> ·{' '}
            <b>{formatNumber(text.locale, shown.counted)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was needed, what there was, and what stood against it. */
export function Arithmetic({ request, shown }: Props): Markup | null {
  const { text } = request;
  const tested = [...(shown.quorum === null ? [] : [shown.quorum]), ...shown.tests];
  if (tested.length === 0 && shown.against.length === 0) return null;
  const { blockedBy } = shown;
  return (
    <section id="arithmetic">
      <h2>{text('meetings.decision.arithmetic')}</h2>
      <Meters meters={tested.flatMap(leavesOf).map((one) => meterOf(text, one))} />
      <Against text={text} tested={shown.against} />
      {blockedBy.length === 0 ? null : (
        <p>
          {text('meetings.decision.blocked-by', {
            names: formatList(
              text.locale,
              blockedBy.map(({ name }) => name),
            ),
          })}
        </p>
      )}
    </section>
  );
}
