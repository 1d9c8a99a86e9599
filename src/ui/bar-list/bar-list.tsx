import type { Content, Markup } from '../markup.ts';
import { type Quantity, drawnAt, percentOf } from '../quantity.ts';
import { formatPercent } from '../text/format.ts';
import type { Text } from '../text/text.ts';

export interface BarRow {
  label: Content;
  /** Percentages, one for each series in their order; null where there is none. */
  values: readonly (Quantity | null)[];
}

export interface BarListProps {
  text: Text;
  /** What is measured. */
  label: string;
  /** What each bar of a row is. */
  series: readonly string[];
  rows: readonly BarRow[];
}

/** Percentages of several things beside each other, each with its number. */
export function BarList({ text, label, series, rows }: BarListProps): Markup {
  const all = rows.flatMap(({ values }) => values.map((one) => (one === null ? 0 : drawnAt(one))));
  const whole = Math.max(...all, 0);
  return (
    <figure class="bar-list">
      <figcaption>
        <b>{label}</b>
        <ul class="plain-list bar-key">
          {series.map((name, at) => (
            <li>
              <svg width="22" height="12" aria-hidden="true" focusable="false">
                <rect class={`bar-${at + 1}`} y="1" width="22" height="10" />
              </svg>{' '}
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
      <ol class="plain-list">
        {rows.map((row) => (
          <li>
            <span class="bar-label">{row.label}</span>
            <Bars text={text} series={series} values={row.values} whole={whole} />
          </li>
        ))}
      </ol>
    </figure>
  );
}

interface BarsProps extends Pick<BarListProps, 'text' | 'series'> {
  values: BarRow['values'];
  whole: number;
}

function Bars({ text, series, values, whole }: BarsProps): Markup {
  return (
    <span class="bars">
      {values.map((value, at) =>
        value === null ? null : (
          <span class="bar">
            <svg width="100%" height="10" aria-hidden="true" focusable="false">
              <rect class={`bar-${at + 1}`} width={percentOf(drawnAt(value), whole)} height="10" />
            </svg>
            <span class="hidden-visually">{series[at]}</span>
            <small>{formatPercent(text.locale, value)}</small>
          </span>
        ),
      )}
    </span>
  );
}
