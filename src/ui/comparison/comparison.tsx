import type { Content, Markup } from '../markup.ts';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** One of the two days, and the whole page of it. */
export interface ComparedDay {
  label: string;
  href: string;
}

/** A part of what changed; where it has a column, that of the table which it stands in. */
export interface ChangedPart {
  column?: string;
  before: Content;
  after: Content;
}

export interface ChangedThing {
  /** What it is called, where it has a name that stayed. */
  name?: Content;
  parts: readonly ChangedPart[];
}

/** Rows of one table that came or went. */
export interface ListedRows {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly Content[])[];
}

export interface Listed {
  tables: readonly ListedRows[];
  items: readonly Content[];
  count: number;
}

export interface PictureOfDay {
  before: Content | null;
  after: Content | null;
}

export interface ComparedSection {
  title: string;
  changed: readonly ChangedThing[];
  came: Listed;
  went: Listed;
  pictures: readonly PictureOfDay[];
}

export interface ComparisonProps {
  text: Text;
  days: { before: ComparedDay; after: ComparedDay };
  sections: readonly ComparedSection[];
}

/** What a page says on two days, where it does not say the same: by section, with its pictures. */
export function Comparison({ text, days, sections }: ComparisonProps): Markup {
  return (
    <div class="comparison">
      {sections.map((section, at) => (
        <section aria-labelledby={`compared-${at + 1}`}>
          <h2 id={`compared-${at + 1}`}>{section.title}</h2>
          <Pictures days={days} pictures={section.pictures} />
          <Changed text={text} days={days} section={section} at={at + 1} />
          <ListOf text={text} kind="came" section={section} at={at + 1} />
          <ListOf text={text} kind="went" section={section} at={at + 1} />
        </section>
      ))}
    </div>
  );
}

function Pictures({
  days,
  pictures,
}: Pick<ComparisonProps, 'days'> & Pick<ComparedSection, 'pictures'>) {
  return pictures.map((pair) => (
    <div class="comparison-pictures">
      {(
        [
          [days.before, pair.before],
          [days.after, pair.after],
        ] as const
      ).map(([day, picture]) => (
        <div>
          <h3>
            <a href={day.href}>{day.label}</a>
          </h3>
          {picture ?? <p class="comparison-none">–</p>}
        </div>
      ))}
    </div>
  ));
}

interface PartProps {
  text: Text;
  section: ComparedSection;
  at: number;
}

function Title({ text, kind, count }: { text: Text; kind: string; count: number }): Markup {
  return (
    <h3 class={`comparison-title comparison-${kind}`}>
      <span aria-hidden="true" class="comparison-sign">
        {SIGNS.get(kind)}
      </span>{' '}
      {text(`ui.comparison.${kind}`)} <span class="number">{formatNumber(text.locale, count)}</span>
    </h3>
  );
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['came', '+'],
  ['went', '−'],
  ['changed', '→'],
]);

function Changed({ text, days, section, at }: PartProps & Pick<ComparisonProps, 'days'>) {
  const { changed, title } = section;
  if (changed.length === 0) return null;
  const named = changed.some(({ name }) => name !== undefined);
  const columned = changed.some(({ parts }) => parts.some(({ column }) => column));
  const columns = [
    ...(named ? [text('ui.comparison.name')] : []),
    ...(columned ? [text('ui.comparison.column')] : []),
    days.before.label,
    days.after.label,
  ];
  const rows = changed.flatMap(({ name, parts }) =>
    parts.map(({ column = '', before, after }, part) => ({
      ...(named && part === 0 ? { name: name ?? '', spans: parts.length } : {}),
      cells: [...(columned ? [column] : []), before, after],
    })),
  );
  const caption = `${title}: ${text('ui.comparison.changed')}`;
  return (
    <>
      <Title text={text} kind="changed" count={changed.length} />
      <Rows id={`changed-${at}`} caption={caption} columns={columns} rows={rows} />
    </>
  );
}

function ListOf({ text, kind, section, at }: PartProps & { kind: 'came' | 'went' }) {
  const { tables, items, count } = section[kind];
  if (count === 0) return null;
  return (
    <>
      <Title text={text} kind={kind} count={count} />
      {items.length === 0 ? null : (
        <ul class={`comparison-items comparison-${kind}`}>
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
      {tables.map((table, index) => (
        <Rows
          id={`${kind}-${at}-${index + 1}`}
          columns={table.columns}
          rows={table.rows.map(([name, ...cells]) => ({ name, spans: 1, cells }))}
          caption={`${table.caption || section.title}: ${text(`ui.comparison.${kind}`)}`}
        />
      ))}
    </>
  );
}

interface RowShown {
  /** The first of the rows that tell of one thing names it. */
  name?: Content;
  spans?: number;
  cells: readonly Content[];
}

interface RowsProps {
  id: string;
  caption: string;
  columns: readonly string[];
  rows: readonly RowShown[];
}

/** Set as every table is; roles are spelled out for the same reason. */
function Rows({ id, caption, columns, rows }: RowsProps): Markup {
  const captionId = `${id}-caption`;
  return (
    <div class="data-table">
      <div class="table-scroll" role="region" aria-labelledby={captionId} tabindex={0}>
        <table role="table">
          <caption id={captionId} class="hidden-visually">
            {caption}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <th role="columnheader" scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <BodyRow row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function BodyRow({ row, columns }: { row: RowShown; columns: readonly string[] }): Markup {
  const { name, spans = 1, cells } = row;
  const labels = columns.slice(columns.length - cells.length);
  return (
    <tr role="row">
      {name === undefined ? null : (
        <th role="rowheader" scope="row" rowspan={spans > 1 ? spans : undefined}>
          {name}
        </th>
      )}
      {cells.map((cell, at) => (
        <td role="cell" data-label={labels[at]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
