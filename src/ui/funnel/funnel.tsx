import type { Markup } from '../markup.ts';
import { percentOf } from '../quantity.ts';
import { formatNumber, formatPercent } from '../text/format.ts';
import type { Text } from '../text/text.ts';

export interface FunnelStage {
  label: string;
  count: number;
}

export interface FunnelProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  /** What is followed through the stages. */
  label: string;
  /** Each holds those of the next; a later one that is larger is drawn no wider than the first. */
  stages: readonly FunnelStage[];
}

const ROW = 68;
const BAR = 24;
const HEAD = 22;
const WHOLE = 1000;

/** A share of one hundred, to a tenth. */
const shareOf = (count: number, whole: number): string =>
  whole === 0 ? '0' : String(Math.round((1000 * count) / whole) / 10);

/** The narrowing from one bar to the next, in a box of a thousand units by one. */
function narrowing(from: number, to: number, whole: number): string {
  const half = (count: number): number =>
    whole === 0 ? 0 : Math.round((WHOLE / 2) * Math.min(1, count / whole));
  const [above, below] = [half(from), half(to)];
  const middle = WHOLE / 2;
  return `M${middle - above},0L${middle + above},0L${middle + below},1L${middle - below},1Z`;
}

interface StageProps {
  text: Text;
  stages: readonly FunnelStage[];
  at: number;
}

function Stage({ text, stages, at }: StageProps): Markup | null {
  const stage = stages[at];
  if (stage === undefined) return null;
  const whole = stages[0]?.count ?? 0;
  const next = stages[at + 1];
  const y = at * ROW;
  const bar = whole === 0 ? 0 : Math.min(1, stage.count / whole);
  const [start, end] = text.direction === 'rtl' ? ['100%', '0'] : ['0', '100%'];
  return (
    <g>
      <title>{`${stage.label}: ${stage.count}`}</title>
      <text class="funnel-label" x={start} y={y + 15}>
        {stage.label}
      </text>
      <text class="funnel-count" x={end} y={y + 15} text-anchor="end">
        <tspan class="funnel-number">{formatNumber(text.locale, stage.count)}</tspan>
        {at === 0 ? '' : ` · ${formatPercent(text.locale, shareOf(stage.count, whole))}`}
      </text>
      <rect class="funnel-track" x="0" y={y + HEAD} width="100%" height={BAR} />
      <rect
        class="funnel-bar"
        x={percentOf((1 - bar) / 2, 1)}
        y={y + HEAD}
        width={percentOf(bar, 1)}
        height={BAR}
      />
      {next === undefined ? null : (
        <svg
          y={y + HEAD + BAR}
          width="100%"
          height={ROW - BAR}
          viewBox={`0 0 ${WHOLE} 1`}
          preserveAspectRatio="none"
        >
          <path class="funnel-fall" d={narrowing(stage.count, next.count, whole)} />
        </svg>
      )}
    </g>
  );
}

/**
 * How many came how far: a bar a stage, each as wide as its share of the first, with its number and
 * share in words. Who stayed behind where stands in the table beside it.
 */
export function Funnel({ text, id, label, stages }: FunnelProps): Markup | null {
  if (stages.length === 0) return null;
  return (
    <figure class="funnel" id={id}>
      <svg
        width="100%"
        height={(stages.length - 1) * ROW + HEAD + BAR + 2}
        role="img"
        aria-label={`${label}: ${stages.map((one) => `${one.label} ${one.count}`).join(', ')}`}
      >
        {stages.map((_, at) => (
          <Stage text={text} stages={stages} at={at} />
        ))}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
