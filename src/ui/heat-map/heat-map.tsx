import type { Markup } from '../markup.ts';

/** A step of the colour, from the most; the last has no lower bound. */
export interface HeatStep {
  /** Thousandths from which it holds. */
  from: number;
  label: string;
}

/** Some that stand beside each other, framed. */
export interface HeatGroup {
  /** Position of the first, and how many. */
  at: number;
  size: number;
  label: string;
  href: string;
}

export interface HeatMapProps {
  /** Unique on the page. */
  id: string;
  label: string;
  /** Thousandths, each with each; null where there is nothing to show. Symmetric. */
  cells: readonly (readonly (number | null)[])[];
  /** The most first; at most five. */
  steps: readonly HeatStep[];
  groups: readonly HeatGroup[];
  /** A short name of each, in the order of the cells; shown where there is room for them. */
  names?: readonly string[];
}

/** With more of them, names would be too small to read. */
const NAMED_MAX = 16;

/**
 * The cells of one step below the diagonal, as level strokes: cells beside each other are one, so
 * that two hundred by two hundred stay small enough for a page.
 */
function strokesOf(cells: HeatMapProps['cells'], isIn: (value: number) => boolean): string {
  const strokes: string[] = [];
  for (const [y, row] of cells.entries()) {
    let from = -1;
    for (let x = 0; x <= y; x += 1) {
      const value = x < y ? (row[x] ?? null) : null;
      const holds = value !== null && isIn(value);
      if (holds && from < 0) from = x;
      if (!holds && from >= 0) {
        strokes.push(`M${from} ${y}h${x - from}`);
        from = -1;
      }
    }
  }
  return strokes.join('');
}

/** Each with each as colour. For the eye; the table beside it says who stands where. */
export function HeatMap({
  id,
  label,
  cells,
  steps,
  groups,
  names = [],
}: HeatMapProps): Markup | null {
  const size = cells.length;
  if (size === 0) return null;
  const stepOf = (value: number): number => steps.findIndex(({ from }) => value >= from);
  return (
    <figure class="heat-map" id={id}>
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
        <g id={`${id}-half`} transform="translate(0 .5)">
          {steps.map((_, at) => (
            <path class={`heat-${at + 1}`} d={strokesOf(cells, (value) => stepOf(value) === at)} />
          ))}
        </g>
        <use href={`#${id}-half`} transform="matrix(0 1 1 0 0 0)" />
        {(size > NAMED_MAX ? [] : names).map((name, at) => (
          <text x={at + 0.5} y={at + 0.5}>
            {name}
          </text>
        ))}
        {groups.map(({ at, size: side, label: name, href }) => (
          <a href={href} tabindex={-1}>
            <title>{name}</title>
            <rect x={at} y={at} width={side} height={side} vector-effect="non-scaling-stroke" />
          </a>
        ))}
      </svg>
      <figcaption>
        {label}
        <ul class="plain-list heat-legend">
          {steps.map(({ label: name }, at) => (
            <li>
              <svg width="22" height="14" aria-hidden="true">
                <path class={`heat-swatch heat-${at + 1}`} d="M0 7h22" />
              </svg>{' '}
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
