import type { Markup } from '../markup.ts';
import { percentOf } from '../quantity.ts';
import { formatNumber, formatPercent } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** One year of the chart, and where it leads. */
export interface ChartYear {
  year: number;
  href: string;
  /** In the order of the series: a count, or thousandths; null where there is nothing to show. */
  values: readonly (number | null)[];
}

export interface YearChartProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  label: string;
  /** Bars from zero, or lines between nothing and all. */
  kind: 'bars' | 'shares';
  /** Up to three lines; bars show the first. */
  series: readonly string[];
  years: readonly ChartYear[];
}

const WHOLE = 1000;
const HEIGHT = 220;
const HEAD = 12;
const FOOT = 28;
const TICK_YEARS = [1, 2, 5, 10, 20, 50];
const TICKS_MAX = 9;

interface Drawing extends YearChartProps {
  first: number;
  span: number;
  top: number;
}

/** A round number at or above the greatest value. */
function roundTop(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))));
  return Math.max(1, Math.ceil(value / step) * step);
}

function drawingOf(props: YearChartProps): Drawing {
  const { years, kind } = props;
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? first;
  const most = Math.max(0, ...years.map(({ values }) => values[0] ?? 0));
  return { ...props, first, span: last - first + 1, top: kind === 'bars' ? roundTop(most) : WHOLE };
}

/** The middle of a year, of all. */
const along = ({ first, span }: Drawing, year: number): number => (year - first + 0.5) / span;
const yOf = ({ top }: Drawing, value: number): number =>
  Math.round((HEAD + HEIGHT * (1 - value / top)) * 10) / 10;

function said({ text, kind }: Drawing, value: number): string {
  const share = (Math.round(value) / 10).toFixed(1).replace(/\.0$/, '');
  return kind === 'bars' ? formatNumber(text.locale, value) : formatPercent(text.locale, share);
}

function Values({ drawing }: { drawing: Drawing }): Markup {
  const ticks = [0, 0.5, 1].map((share) => share * drawing.top).filter(Number.isInteger);
  return (
    <g class="year-values">
      {ticks.map((tick) => (
        <>
          <line x1="0" x2="100%" y1={yOf(drawing, tick)} y2={yOf(drawing, tick)} />
          <text x="0" dx="-8" y={yOf(drawing, tick)} dy="4" text-anchor="end">
            {said(drawing, tick)}
          </text>
        </>
      ))}
    </g>
  );
}

function Years({ drawing }: { drawing: Drawing }): Markup {
  const { first, span } = drawing;
  const every = TICK_YEARS.find((step) => span / step <= TICKS_MAX) ?? 100;
  const start = Math.ceil(first / every) * every;
  const ticks = Array.from(
    { length: Math.max(0, Math.ceil((first + span - start) / every)) },
    (_, at) => start + at * every,
  );
  return (
    <g class="year-times">
      {ticks.map((year, at) => (
        <text
          class={at % 2 === 0 ? undefined : 'year-wide'}
          x={percentOf(along(drawing, year), 1)}
          y={HEAD + HEIGHT + 20}
          text-anchor="middle"
        >
          {year}
        </text>
      ))}
    </g>
  );
}

/** A line in a box of a thousand units; it breaks off where a year has no value. */
function pathOf(drawing: Drawing, at: number): string {
  let before: number | null = null;
  const steps = drawing.years.flatMap(({ year, values }) => {
    const value = values[at] ?? null;
    const goesOn = before !== null && year === before + 1;
    before = value === null ? null : year;
    if (value === null) return [];
    const x = Math.round(along(drawing, year) * WHOLE);
    return [`${goesOn ? 'L' : 'M'}${x},${Math.round(WHOLE * (1 - value / drawing.top))}`];
  });
  return steps.join('');
}

function Lines({ drawing }: { drawing: Drawing }): Markup {
  return (
    <svg y={HEAD} width="100%" height={HEIGHT} viewBox="0 0 1000 1000" preserveAspectRatio="none">
      {drawing.series.map((_, at) => (
        <path
          class={`year-line-${at + 1}`}
          vector-effect="non-scaling-stroke"
          d={pathOf(drawing, at)}
        />
      ))}
    </svg>
  );
}

/** The year as a link: its bar, or the points of its lines. */
function Year({ drawing, one }: { drawing: Drawing; one: ChartYear }): Markup {
  const { kind, series } = drawing;
  const told = one.values
    .map((value, at) => (value === null ? '' : `${series[at] ?? ''}: ${said(drawing, value)}`))
    .filter((words) => words !== '')
    .join(' · ');
  const x = percentOf(along(drawing, one.year), 1);
  const width = Math.round((10_000 / drawing.span) * 0.8) / 100;
  return (
    <a href={one.href} tabindex={-1}>
      <title>{`${one.year} – ${told}`}</title>
      {one.values.map((value, at) => {
        if (value === null) return null;
        const y = yOf(drawing, value);
        return kind === 'bars' ? (
          <rect
            class="year-bar"
            x={percentOf(along(drawing, one.year) - width / 200, 1)}
            y={y}
            width={`${width}%`}
            height={Math.max(0, HEAD + HEIGHT - y)}
          />
        ) : (
          <circle class={`year-point-${at + 1}`} cx={x} cy={y} r="4" />
        );
      })}
    </a>
  );
}

function Legend({ series }: { series: readonly string[] }): Markup {
  return (
    <ul class="plain-list year-legend">
      {series.map((label, at) => (
        <li>
          <svg width="34" height="12" aria-hidden="true">
            <path class={`year-line-${at + 1}`} d="M1,6H33" />
            <circle class={`year-point-${at + 1}`} cx="17" cy="6" r="4" />
          </svg>{' '}
          {label}
        </li>
      ))}
    </ul>
  );
}

/**
 * A count or shares over years. Each year is a link for the pointer; ears and keys have the table
 * beside the chart, which leads to the same places.
 */
export function YearChart(props: YearChartProps): Markup | null {
  if (props.years.length === 0) return null;
  const drawing = drawingOf(props);
  return (
    <figure class="year-chart" id={props.id}>
      <svg height={HEAD + HEIGHT + FOOT} aria-hidden="true" focusable="false">
        <Values drawing={drawing} />
        <Years drawing={drawing} />
        {props.kind === 'bars' ? null : <Lines drawing={drawing} />}
        {props.years.map((one) => (
          <Year drawing={drawing} one={one} />
        ))}
      </svg>
      <figcaption>
        {props.label}
        {props.kind === 'bars' ? null : <Legend series={props.series} />}
      </figcaption>
    </figure>
  );
}
