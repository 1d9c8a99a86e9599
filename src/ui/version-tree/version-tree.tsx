import type { Markup } from '../markup.ts';
import { percentOf } from '../quantity.ts';
import { type TimeScale, along, timeScale, timeTicks } from '../scales.ts';
import { formatDate, formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** One version of a text, as a line from its adoption on. */
export interface VersionLane {
  /** Short; its whole name, and the way to it, stand in the table beside the picture. */
  label: string;
  /** The lane from which it branches off; null for the first. */
  above: number | null;
  adoptedOn: string;
  /** From when it is in force; null where it is not. */
  inForceOn: string | null;
  endedOn: string | null;
  /** How many are on it, which the thickness of its line tells too. */
  count: number;
}

export interface VersionTreeProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  /** What the picture shows, for those who cannot see it; the table beside it holds the numbers. */
  label: string;
  to: string;
  /** Each after the one from which it branches off. */
  lanes: readonly VersionLane[];
}

const laneHeight = 46;
const lineAt = 32;
const axisHeight = 28;
/** A label longer than this would leave a phone's screen. */
const labelLengthMax = 34;
const thicknessMin = 2.5;
const thicknessMax = 11;

interface Drawing {
  text: Text;
  scale: TimeScale;
  to: string;
  lanes: readonly VersionLane[];
  most: number;
}

const yOf = (at: number): number => at * laneHeight + lineAt;

function shortened(label: string): string {
  if (label.length <= labelLengthMax) return label;
  return `${label.slice(0, labelLengthMax - 1).trimEnd()}…`;
}

/**
 * A text and what amends it, over time: each version branches off at its adoption, is dashed until
 * it enters into force, and the thicker the more are on it. Time runs from left to right in every
 * language, as on the axes of a graph.
 */
export function VersionTree({ text, id, label, to, lanes }: VersionTreeProps): Markup {
  const from = lanes.map((lane) => lane.adoptedOn).sort()[0] ?? to;
  const most = Math.max(1, ...lanes.map((lane) => lane.count));
  const drawing = { text, scale: timeScale(from, to), to, lanes, most };
  const foot = lanes.length * laneHeight + 4;
  return (
    <figure class="version-tree" id={id}>
      <svg width="100%" height={foot + axisHeight} role="img" aria-label={label}>
        <Axis drawing={drawing} foot={foot} />
        {lanes.map((lane, at) => (
          <Lane drawing={drawing} lane={lane} at={at} />
        ))}
      </svg>
    </figure>
  );
}

function Axis({ drawing, foot }: { drawing: Drawing; foot: number }): Markup {
  return (
    <g class="version-times">
      {timeTicks(drawing.scale).map((tick, index) => {
        const x = percentOf(along(drawing.scale, tick.on), 1);
        return (
          <g class={index % 2 === 0 ? undefined : 'version-tick-wide'}>
            <line x1={x} x2={x} y1="0" y2={foot + 4} />
            <text x={x} y={foot + 20} text-anchor="middle">
              {formatDate(drawing.text.locale, tick.on, tick.style)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Where a label begins: at its line, but far enough from the right edge to be read. */
function labelX(share: number): { x: string; dx: string; anchor: 'start' | 'end' } {
  return share > 0.5
    ? { x: percentOf(1, 1), dx: '0', anchor: 'end' }
    : { x: percentOf(share, 1), dx: '6', anchor: 'start' };
}

/** Where a lane begins, from where it is in force, and where it stops, as shares of the width. */
function placesOf({ scale, to }: Drawing, lane: VersionLane) {
  const force = lane.inForceOn === null || lane.inForceOn > to ? null : lane.inForceOn;
  const share = along(scale, lane.adoptedOn);
  return {
    share,
    begin: percentOf(share, 1),
    forced: force === null ? null : percentOf(along(scale, force), 1),
    end: percentOf(along(scale, lane.endedOn ?? to), 1),
  };
}

interface LaneProps {
  drawing: Drawing;
  lane: VersionLane;
  at: number;
}

function Lane({ drawing, lane, at }: LaneProps): Markup {
  const y = yOf(at);
  const { share, begin, forced, end } = placesOf(drawing, lane);
  const name = labelX(share);
  const stands = lane.endedOn === null && forced !== null;
  return (
    <g class={stands ? 'version-lane' : 'version-lane version-lane-quiet'}>
      {lane.above === null ? null : (
        <line class="version-branch" x1={begin} x2={begin} y1={yOf(lane.above)} y2={y} />
      )}
      <line class="version-waiting" x1={begin} x2={forced ?? end} y1={y} y2={y} />
      {forced === null ? null : (
        <InForce y={y} from={forced} to={end} width={thickness(lane.count, drawing.most)} />
      )}
      <circle cx={begin} cy={y} r="4" />
      <text class="version-name" x={name.x} dx={name.dx} y={y - 13} text-anchor={name.anchor}>
        {shortened(lane.label)}
      </text>
      <text class="version-count" x="100%" dx="10" y={y} dy="4">
        {formatNumber(drawing.text.locale, lane.count)}
      </text>
    </g>
  );
}

interface InForceProps {
  y: number;
  from: string;
  to: string;
  width: string;
}

function InForce({ y, from, to, width }: InForceProps): Markup {
  return (
    <>
      <line class="version-force" x1={from} x2={to} y1={y} y2={y} stroke-width={width} />
      <circle class="version-entry" cx={from} cy={y} r="4" />
    </>
  );
}

function thickness(count: number, most: number): string {
  return (thicknessMin + (thicknessMax - thicknessMin) * (count / most)).toFixed(1);
}
