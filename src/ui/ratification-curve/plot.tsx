import type { Markup } from '../markup.ts';
import { drawnAt, percentOf } from '../quantity.ts';
import { along, timeTicks } from '../scales.ts';
import { formatDate } from '../text/format.ts';
import { spread } from './arrange.ts';
import { amount, type Drawing, plotHeight, yOf } from './drawing.ts';

const labelGap = 16;

interface WaitingProps {
  drawing: Drawing;
  waiting: { from: string; to: string } | undefined;
}

/** The days between a threshold met and its effect, as a band. */
export function Waiting({ drawing, waiting }: WaitingProps): Markup | null {
  if (waiting === undefined) return null;
  const from = along(drawing.scale, waiting.from);
  const width = percentOf(along(drawing.scale, waiting.to) - from, 1);
  return (
    <rect
      class="curve-waiting"
      x={percentOf(from, 1)}
      y={drawing.head}
      width={width}
      height={plotHeight}
    />
  );
}

/** Values of the first line, at the left; the one that is needed is written with its threshold. */
export function ValueAxis({ drawing }: { drawing: Drawing }): Markup | null {
  const first = drawing.series[0];
  if (first === undefined) return null;
  const threshold = first.threshold === undefined ? Number.NaN : drawnAt(first.threshold);
  const roomy = (tick: number) => !(Math.abs(tick - threshold) < first.top * 0.07);
  return (
    <g class="curve-values">
      {first.ticks.map((tick) => {
        const y = yOf(drawing, tick, first.top);
        return (
          <>
            <line x1="0" x2="100%" y1={y} y2={y} />
            {roomy(tick) ? (
              <text x="0" dx="-8" y={y} dy="4" text-anchor="end">
                {amount(drawing.text, first.unit, tick)}
              </text>
            ) : null}
          </>
        );
      })}
    </g>
  );
}

/** Dates below the plot. */
export function TimeAxis({ drawing }: { drawing: Drawing }): Markup {
  const foot = drawing.head + plotHeight;
  return (
    <g class="curve-times">
      {timeTicks(drawing.scale).map((tick, index) => {
        const x = percentOf(along(drawing.scale, tick.on), 1);
        return (
          <g class={index % 2 === 0 ? undefined : 'curve-tick-wide'}>
            <line x1={x} x2={x} y1={foot} y2={foot + 5} />
            <text x={x} y={foot + 20} text-anchor="middle">
              {formatDate(drawing.text.locale, tick.on, tick.style)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Steps in a box of a thousand units, which the browser stretches without thickening the line. */
function stepPath(drawing: Drawing, series: Drawing['series'][number]): string {
  let x = 0;
  let y = 1000;
  const steps = ['M0,1000'];
  for (const point of series.points) {
    const nextX = Math.round(along(drawing.scale, point.on) * 1000);
    const nextY = Math.round(1000 * (1 - drawnAt(point.value) / series.top));
    if (nextX !== x) steps.push(`H${nextX}`);
    if (nextY !== y) steps.push(`V${nextY}`);
    [x, y] = [nextX, nextY];
  }
  return `${steps.join('')}H1000`;
}

/** Thresholds, and the lines themselves. */
export function Lines({ drawing }: { drawing: Drawing }): Markup {
  return (
    <>
      {drawing.series.map((one, index) => {
        const need = one.threshold === undefined ? null : yOf(drawing, one.threshold, one.top);
        return need === null ? null : (
          <line class={`curve-need-${index + 1}`} x1="0" x2="100%" y1={need} y2={need} />
        );
      })}
      <svg
        y={drawing.head}
        width="100%"
        height={plotHeight}
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
      >
        {drawing.series.map((one, index) => (
          <path
            class={`curve-line-${index + 1}`}
            vector-effect="non-scaling-stroke"
            d={stepPath(drawing, one)}
          />
        ))}
      </svg>
    </>
  );
}

/** What each line has reached, and what the second needed, moved apart beside the right edge. */
export function EndLabels({ drawing }: { drawing: Drawing }): Markup {
  const { text, head } = drawing;
  const ends = drawing.series.flatMap((one, index) => {
    const last = one.points.at(-1);
    const words = last === undefined ? null : amount(text, one.unit, last.value);
    const reached = { at: yOf(drawing, last?.value ?? 0, one.top), words, index, strong: true };
    if (one.threshold === undefined || index === 0) return [reached];
    const need = amount(text, one.unit, one.threshold);
    return [
      reached,
      { at: yOf(drawing, one.threshold, one.top), words: need, index, strong: false },
    ];
  });
  const first = drawing.series[0];
  return (
    <>
      {spread(ends, labelGap, [head + 4, head + plotHeight]).map((label) => (
        <text
          class={`curve-text-${label.index + 1}${label.strong ? ' curve-strong' : ''}`}
          x="100%"
          dx="8"
          y={label.at}
          dy="4"
        >
          {label.words}
        </text>
      ))}
      {first?.threshold === undefined ? null : (
        <text
          class="curve-text-1"
          x="0"
          dx="-8"
          y={yOf(drawing, first.threshold, first.top)}
          dy="4"
          text-anchor="end"
        >
          {amount(text, first.unit, first.threshold)}
        </text>
      )}
    </>
  );
}
