import type { Markup } from '../markup.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { type Flow, type Place, type Ribbon, arrange } from './arrange.ts';

export interface SankeyNode {
  key: string;
  label: string;
  /** Which colour of maps it has, 1 to 6, or 0 for nothing in particular; absent: by its place. */
  tone?: number;
}

export interface SankeyProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  /** What flows, for whoever reads by ear. */
  label: string;
  /** What stands above each side: two days. */
  sides: readonly [string, string];
  /** From top to bottom on both sides; those through which nothing flows are left out. */
  nodes: readonly SankeyNode[];
  flows: readonly Flow[];
}

/** Colours are as many as on maps; the words at both ends tell nodes apart without them. */
const TONES = 6;
const HEAD = 26;
const LINE = 15;
/** Words of a node are broken so that those of both sides fit beside each other on a phone. */
const LINE_CHARACTERS_MAX = 18;
const LINES_MAX = 3;
const ROOM = { height: 300, labelHeight: LINE * (LINES_MAX + 1), gap: 10 };
const WHOLE = 1000;
const BAR = '1.2%';

/** A label in lines; what is longer than they are together is cut. */
export function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = `${last ?? ''} ${word}`;
    if (last !== undefined && joined.length <= LINE_CHARACTERS_MAX) {
      lines[lines.length - 1] = joined.trim();
    } else lines.push(word);
  }
  const kept = lines.slice(0, LINES_MAX);
  return lines.length > LINES_MAX ? [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`] : kept;
}

const toneOf = (nodes: readonly SankeyNode[], at: number): number =>
  nodes[at]?.tone ?? (at % TONES) + 1;

const round = (value: number): number => Math.round(value * 10) / 10;

/** A ribbon between the two sides; mirrored where the page runs from right to left. */
function pathOf({ leaves, enters, thickness }: Ribbon, mirrored: boolean): string {
  const x = (value: number): number => (mirrored ? WHOLE - value : value);
  const [from, to, middle] = [x(12), x(WHOLE - 12), x(WHOLE / 2)];
  const [a, b, t] = [round(leaves), round(enters), round(thickness)];
  return (
    `M${from},${a}C${middle},${a} ${middle},${b} ${to},${b}` +
    `L${to},${round(b + t)}C${middle},${round(b + t)} ${middle},${round(a + t)} ` +
    `${from},${round(a + t)}Z`
  );
}

interface SideProps {
  text: Text;
  places: readonly Place[];
  nodes: readonly SankeyNode[];
  atStart: boolean;
}

function Side({ text, places, nodes, atStart }: SideProps): Markup {
  const isLeft = atStart === (text.direction === 'ltr');
  const words = { x: isLeft ? '2.4%' : '97.6%', 'text-anchor': atStart ? 'start' : 'end' } as const;
  return (
    <g>
      {places.map(({ key, count, y, height }) => {
        const at = nodes.findIndex((node) => node.key === key);
        const lines = linesOf(nodes[at]?.label ?? key);
        return (
          <>
            <rect
              class={`sankey-${toneOf(nodes, at)}`}
              x={isLeft ? '0' : '98.8%'}
              y={round(HEAD + y)}
              width={BAR}
              height={round(Math.max(1.5, height))}
            />
            <text class="sankey-count" {...words} y={round(HEAD + y + 13)}>
              {formatNumber(text.locale, count)}
            </text>
            {lines.map((line, row) => (
              <text {...words} y={round(HEAD + y + 13 + LINE * (row + 1))}>
                {line}
              </text>
            ))}
          </>
        );
      })}
    </g>
  );
}

/**
 * How many went from where to where, as ribbons as thick as their number. The order of nodes is the
 * reader's own way: from the start of the line to its end.
 */
export function Sankey({ text, id, label, sides, nodes, flows }: SankeyProps): Markup | null {
  const order = nodes.map(({ key }) => key);
  const { left, right, ribbons, height } = arrange(flows, order, ROOM);
  if (ribbons.length === 0) return null;
  const mirrored = text.direction === 'rtl';
  const arrow = mirrored ? ' ← ' : ' → ';
  const named = new Map(nodes.map((node) => [node.key, node.label]));
  const [start, end] = mirrored ? ['100%', '0'] : ['0', '100%'];
  return (
    <figure class="sankey" id={id}>
      <svg width="100%" height={Math.ceil(HEAD + height + 4)} role="img" aria-label={label}>
        <text class="sankey-side" x={start} y="14">
          {sides[0]}
        </text>
        <text class="sankey-side" x={end} y="14" text-anchor="end">
          {sides[1]}
        </text>
        <svg
          y={HEAD}
          width="100%"
          height={Math.ceil(height)}
          viewBox={`0 0 ${WHOLE} ${Math.ceil(height)}`}
          preserveAspectRatio="none"
        >
          {ribbons.map((ribbon) => (
            <path
              class={`sankey-flow sankey-${toneOf(nodes, order.indexOf(ribbon.from))}`}
              d={pathOf(ribbon, mirrored)}
            >
              <title>
                {[named.get(ribbon.from), named.get(ribbon.to)].join(arrow)}:{' '}
                {formatNumber(text.locale, ribbon.count)}
              </title>
            </path>
          ))}
        </svg>
        <Side text={text} places={left} nodes={nodes} atStart />
        <Side text={text} places={right} nodes={nodes} atStart={false} />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
