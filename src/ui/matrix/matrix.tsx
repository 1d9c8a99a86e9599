import type { Content, Markup } from '../markup.ts';

/** How a category looks: told by its sign, its edge and its pattern before its colour. */
export type MatrixLook = 'solid' | 'edged' | 'warm' | 'hatched' | 'cool' | 'quiet' | 'plain';

export interface MatrixCategory {
  key: string;
  label: string;
  /** One character; what is shown in print and to those who see no colours. */
  sign: string;
  look: MatrixLook;
}

export interface MatrixColumn {
  label: string;
  /** Who stands in it, where it stands for several. */
  title?: string;
}

export interface MatrixRow {
  label: Content;
  /** Keys of categories, by column; null where the two are the same. */
  cells: readonly (string | null)[];
}

export interface MatrixProps {
  /** Unique on the page. */
  id: string;
  caption: string;
  /** Hides a caption that only repeats the heading above it. */
  captionHidden?: boolean;
  /** Heads the column of the rows' own names. */
  corner: string;
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRow[];
  /** In the order of the legend; those that nothing falls under are left out of it. */
  categories: readonly MatrixCategory[];
  /** Said of a cell where the two are the same. */
  same: string;
}

/** More columns than these are set closer on paper, where nothing scrolls. */
const NARROW_MAX = 18;

/**
 * Each against each, a sign a cell: server-rendered, a table for ears and for what copies it. Names
 * of columns stand upright; where it is too wide it scrolls within itself, its first column stays.
 */
export function Matrix(props: MatrixProps): Markup {
  const { id, caption, captionHidden = false, corner, columns, rows, categories, same } = props;
  const known = new Map(categories.map((category) => [category.key, category]));
  const used = new Set(rows.flatMap(({ cells }) => cells));
  return (
    <figure class={columns.length > NARROW_MAX ? 'matrix matrix-wide' : 'matrix'} id={id}>
      <div class="matrix-scroll" role="region" aria-labelledby={`${id}-caption`} tabindex={0}>
        <table>
          <caption id={`${id}-caption`} class={captionHidden ? 'hidden-visually' : undefined}>
            {caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map(({ label, title }) => (
                <th scope="col" class="matrix-column" title={title}>
                  <span>{label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells }) => (
              <tr>
                <th scope="row">{label}</th>
                {cells.map((key) => (
                  <Cell category={key === null ? undefined : known.get(key)} same={same} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption>
        <ul class="plain-list matrix-legend">
          {categories
            .filter(({ key }) => used.has(key))
            .map(({ label, sign, look }) => (
              <li>
                <span class={`matrix-swatch matrix-${look}`} aria-hidden="true">
                  {sign}
                </span>{' '}
                {label}
              </li>
            ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function Cell({ category, same }: { category: MatrixCategory | undefined; same: string }): Markup {
  if (category === undefined) {
    return (
      <td class="matrix-same">
        <span class="hidden-visually">{same}</span>
      </td>
    );
  }
  const { label, sign, look } = category;
  return (
    <td class={`matrix-${look}`} title={label}>
      <span aria-hidden="true">{sign}</span>
      <span class="hidden-visually">{label}</span>
    </td>
  );
}
