import type { Markup } from '../markup.ts';
import { PlainDate } from '../plain-date/plain-date.tsx';
import { percentOf } from '../quantity.ts';
import { along, timeScale, valueScale } from '../scales.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { intoRows } from './arrange.ts';
import { amount, type CurveSeries, type Drawing, plotHeight } from './drawing.ts';
import { EndLabels, Lines, TimeAxis, ValueAxis, Waiting } from './plot.tsx';

export interface CurveEvent {
  on: string;
  label: string;
  /** The one that matters most, as entry into force. */
  strong?: boolean;
}

export interface RatificationCurveProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  /** What the picture shows, for those who cannot see it; the table beside it holds the numbers. */
  label: string;
  /** First and last day of the picture. */
  from: string;
  to: string;
  /** One or two: the count, and the share where weight matters as well. */
  series: readonly CurveSeries[];
  /** The days between a threshold met and its effect. */
  waiting?: { from: string; to: string };
  events: readonly CurveEvent[];
}

const rowHeight = 22;
/** As a share of the width: what two marks need between them on a phone. */
const markGap = 0.085;

/**
 * Consents over time against what is needed. Text stands at shares of the width and in its own
 * size, so it can be read on a phone; events are numbered and named below, so they never collide.
 * Time runs from left to right in every language, as on the axes of a graph.
 */
export function RatificationCurve(props: RatificationCurveProps): Markup {
  const { text, id, events } = props;
  const scale = timeScale(props.from, props.to);
  const numbered = events.map((event, index) => ({
    ...event,
    number: index + 1,
    at: along(scale, event.on),
  }));
  const marks = intoRows(numbered, markGap);
  const rows = Math.max(0, ...marks.map((mark) => mark.row + 1));
  const series = props.series.map((one) => {
    const points = one.points.filter((point) => point.on <= props.to);
    const values = points.map((point) => point.value);
    const all = one.threshold === undefined ? values : [...values, one.threshold];
    return { ...one, points, ...valueScale(all, one.unit === 'percent') };
  });
  const drawing = { text, scale, series, head: rows * rowHeight + 6 };
  return (
    <figure class="curve" id={id}>
      <Legend text={text} series={props.series} />
      <svg
        class="curve-chart"
        width="100%"
        height={drawing.head + plotHeight + 26}
        role="img"
        aria-label={props.label}
      >
        <Waiting drawing={drawing} waiting={props.waiting} />
        <ValueAxis drawing={drawing} />
        <TimeAxis drawing={drawing} />
        <Lines drawing={drawing} />
        <EndLabels drawing={drawing} />
        {marks.map((mark) => (
          <Mark drawing={drawing} mark={mark} />
        ))}
      </svg>
      <EventList text={text} events={events} />
    </figure>
  );
}

function Legend({ text, series }: { text: Text; series: readonly CurveSeries[] }): Markup {
  return (
    <ul class="curve-legend plain-list">
      {series.map((one, index) => (
        <li>
          <svg viewBox="0 0 28 8" aria-hidden="true">
            <path class={`curve-line-${index + 1}`} d="M0,4H28" />
          </svg>
          {one.label}
          {one.threshold === undefined ? null : (
            <small>{text('ui.curve.need', { value: amount(text, one.unit, one.threshold) })}</small>
          )}
        </li>
      ))}
    </ul>
  );
}

interface MarkProps {
  drawing: Drawing;
  mark: CurveEvent & { number: number; at: number; row: number };
}

function Mark({ drawing, mark }: MarkProps): Markup {
  const x = percentOf(mark.at, 1);
  const y = mark.row * rowHeight + 10;
  return (
    <g class={mark.strong ? 'curve-mark curve-mark-strong' : 'curve-mark'}>
      <line x1={x} x2={x} y1={y} y2={drawing.head + plotHeight} />
      <circle cx={x} cy={y} r="9.5" />
      <text x={x} y={y} dy="4" text-anchor="middle">
        {formatNumber(drawing.text.locale, mark.number)}
      </text>
    </g>
  );
}

function EventList({ text, events }: { text: Text; events: readonly CurveEvent[] }): Markup | null {
  if (events.length === 0) return null;
  return (
    <ol class="curve-events plain-list" aria-label={text('ui.curve.events')}>
      {events.map((event, index) => (
        <li class={event.strong ? 'curve-event-strong' : undefined}>
          <span class="curve-number">{formatNumber(text.locale, index + 1)}</span>
          <span>
            <b>
              <PlainDate text={text} on={event.on} />
            </b>{' '}
            {event.label}
          </span>
        </li>
      ))}
    </ol>
  );
}
