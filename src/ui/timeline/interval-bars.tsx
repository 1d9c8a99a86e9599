import type { Content, Markup } from '../markup.ts';
import { percentOf } from '../quantity.ts';
import { along, timeScale, timeTicks } from '../scales.ts';
import { formatDate } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** A status from its first day until the day on which it is no more; null where it still holds. */
export interface Interval {
  from: string;
  to: string | null;
  label: string;
  tone: 'good' | 'waiting' | 'bad' | 'quiet';
}

export interface IntervalRow {
  label: Content;
  intervals: readonly Interval[];
}

export interface IntervalBarsProps {
  text: Text;
  from: string;
  to: string;
  rows: readonly IntervalRow[];
}

/**
 * Statuses over time, a row for each actor or agreement, in words below each bar. Time runs from
 * left to right in every language, as on the axes of a graph.
 */
export function IntervalBars({ text, from, to, rows }: IntervalBarsProps): Markup {
  const scale = timeScale(from, to);
  const ticks = timeTicks(scale).map((tick) => {
    const share = along(scale, tick.on);
    return { ...tick, share, x: percentOf(share, 1) };
  });
  return (
    <div class="intervals">
      {rows.map((row) => (
        <div class="interval-row">
          <p class="interval-label">{row.label}</p>
          <svg width="100%" height="16" aria-hidden="true" focusable="false">
            <rect class="interval-track" width="100%" height="16" />
            {ticks.map(({ x }) => (
              <line x1={x} x2={x} y1="0" y2="16" />
            ))}
            {row.intervals.map((interval) => {
              const start = along(scale, interval.from);
              const end = interval.to === null ? 1 : along(scale, interval.to);
              return (
                <rect
                  class={`interval-${interval.tone}`}
                  x={percentOf(start, 1)}
                  y="2"
                  width={percentOf(end - start, 1)}
                  height="12"
                >
                  <title>{`${interval.label}, ${spanInWords(text, interval)}`}</title>
                </rect>
              );
            })}
          </svg>
          <ul class="interval-words plain-list">
            {row.intervals.map((interval) => (
              <li class={`interval-word-${interval.tone}`}>
                {interval.label} <small>{spanInWords(text, interval)}</small>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <svg class="interval-axis" width="100%" height="20" aria-hidden="true" focusable="false">
        {ticks.map(({ x, share, on, style }, index) => (
          <text class={tickClass(share, index)} x={x} y="14">
            {formatDate(text.locale, on, style)}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Nearer to an end than this share of the width, a date would be cut off if it stood centred. */
const TICK_EDGE = 0.08;

function tickClass(share: number, index: number): string | undefined {
  const edge =
    share < TICK_EDGE ? 'interval-tick-start' : share > 1 - TICK_EDGE ? 'interval-tick-end' : '';
  const classes = [edge, index % 2 === 0 ? '' : 'interval-tick-wide'].filter((one) => one !== '');
  return classes.length === 0 ? undefined : classes.join(' ');
}

function spanInWords(text: Text, { from, to }: Interval): string {
  const start = formatDate(text.locale, from, 'short');
  if (to === null) return text('ui.timeline.since', { from: start });
  return text('ui.timeline.between', { from: start, to: formatDate(text.locale, to, 'short') });
}
