import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';
import { type Placed, WIDTH, layOut } from './layout.ts';

/** How a node is drawn: each tone has a form of its own, so that colour is never alone. */
export type NetworkTone = 'full' | 'open' | 'square';

export interface NetworkNode {
  id: string;
  label: string;
  /** What stands beside the label under the pointer. */
  detail: string;
  href: string;
  tone: NetworkTone;
  /** How much it weighs beside the others; zero is drawn smallest. */
  weight: number;
}

export interface NetworkLink {
  one: string;
  other: string;
  /** Key of its kind. */
  kind: string;
  label: string;
}

export interface NetworkProps {
  text: Text;
  /** Unique on the page. */
  id: string;
  label: string;
  nodes: readonly NetworkNode[];
  links: readonly NetworkLink[];
  /** At most four, each with a line of its own. */
  kinds: readonly { key: string; label: string }[];
  /** What each form of a node means. */
  tones: readonly { tone: NetworkTone; label: string }[];
}

const SMALLEST = 5;
const GROWTH = 7;
const LABEL_CHARACTERS_MAX = 26;

function cut(label: string): string {
  const letters = Array.from(label);
  return letters.length <= LABEL_CHARACTERS_MAX
    ? label
    : `${letters
        .slice(0, LABEL_CHARACTERS_MAX - 1)
        .join('')
        .trimEnd()}…`;
}

function pointsOf({ nodes, links }: NetworkProps) {
  const joined = new Set(links.flatMap(({ one, other }) => [one, other]));
  const most = Math.max(1, ...nodes.map(({ weight }) => weight));
  return nodes
    .filter(({ id }) => joined.has(id))
    .map(({ id, label, weight }) => {
      const radius = Math.round(SMALLEST + GROWTH * Math.sqrt(Math.max(0, weight) / most));
      return { id, label: cut(label), radius };
    });
}

function Shape({ tone, x, y, radius }: Omit<Placed, 'id' | 'label' | 'words'> & Tone): Markup {
  if (tone === 'square') {
    return (
      <rect
        class="network-square"
        x={x - radius}
        y={y - radius}
        width={2 * radius}
        height={2 * radius}
      />
    );
  }
  return <circle class={`network-${tone}`} cx={x} cy={y} r={radius} />;
}

const spot = (point: Placed | undefined): string => `${point?.x ?? 0},${point?.y ?? 0}`;

interface Tone {
  tone: NetworkTone;
}

function Legend({ kinds, tones, links }: Pick<NetworkProps, 'kinds' | 'tones' | 'links'>): Markup {
  return (
    <ul class="network-legend plain-list">
      {tones.map(({ tone, label }) => (
        <li>
          <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true">
            <Shape tone={tone} x={10} y={8} radius={6} />
          </svg>
          {label}
        </li>
      ))}
      {kinds.map(({ key, label }, at) =>
        links.some(({ kind }) => kind === key) ? (
          <li>
            <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
              <path class={`network-line network-line-${at + 1}`} d="M1,8H33" />
            </svg>
            {label}
          </li>
        ) : null,
      )}
    </ul>
  );
}

/**
 * What is joined to what, laid out by forces on the server: the same picture for the same answer.
 * For the eye and the pointer; ears and keys have the table beside it with the same links. What is
 * joined to nothing is not drawn. On a narrow screen the picture scrolls within itself.
 */
export function Network(props: NetworkProps): Markup | null {
  const { id, label, nodes, links, kinds } = props;
  const points = pointsOf(props);
  if (points.length === 0) return null;
  const known = new Set(points.map((point) => point.id));
  const drawn = links.filter(({ one, other }) => known.has(one) && known.has(other));
  const { points: placed, height } = layOut(points, drawn);
  const at = new Map(placed.map((point) => [point.id, point]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return (
    <figure class="network" id={id}>
      <div class="network-scroll" role="region" aria-label={label} tabindex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
          {drawn.map(({ one, other, kind, label: words }) => (
            <path
              class={`network-line network-line-${kinds.findIndex(({ key }) => key === kind) + 1}`}
              d={`M${spot(at.get(one))}L${spot(at.get(other))}`}
            >
              <title>{words}</title>
            </path>
          ))}
          {placed.map(({ words, ...point }) => {
            const node = byId.get(point.id);
            return (
              <a href={node?.href} tabindex={-1}>
                <title>{`${node?.label ?? ''}: ${node?.detail ?? ''}`}</title>
                <Shape tone={node?.tone ?? 'full'} x={point.x} y={point.y} radius={point.radius} />
                {words === null ? null : (
                  <text x={words.x} y={words.y} text-anchor={words.anchor}>
                    {point.label}
                  </text>
                )}
              </a>
            );
          })}
        </svg>
      </div>
      <figcaption>
        {label}
        <Legend kinds={kinds} tones={props.tones} links={drawn} />
      </figcaption>
    </figure>
  );
}
