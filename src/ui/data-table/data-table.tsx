import { own } from '../../kernel/own.ts';
import { Icon } from '../icon/icon.tsx';
import type { Content, Markup } from '../markup.ts';
import { PlainDate } from '../plain-date/plain-date.tsx';
import { formatNumber } from '../text/format.ts';
import type { Text } from '../text/text.ts';

/** Which way a column is sorted now, and where the other way is. */
export interface ColumnSort {
  href: string;
  direction?: 'ascending' | 'descending';
}

export interface Column {
  /** Name of the cell in each row. */
  key: string;
  label: string;
  /** `date`: plain dates as text; `number`: exact decimals as text, or integers. */
  kind?: 'text' | 'date' | 'number';
  sort?: ColumnSort;
}

export interface Row {
  /** Makes the row a target of links. */
  id?: string;
  cells: Readonly<Record<string, Content>>;
}

export interface DataTableProps {
  text: Text;
  /** Makes the table a target of links and ties its caption to it; unique on the page. */
  id: string;
  caption: string;
  /** Hides a caption that only repeats the heading above it; ears still get it. */
  captionHidden?: boolean;
  /** The first names the row. */
  columns: readonly Column[];
  rows: readonly Row[];
  /** The same rows for machines. */
  downloads?: readonly { href: string; label: string }[];
  /**
   * How many rows stand unfolded, so that what comes after a long table can be reached. The others
   * are found by a search in the page, reached by links to their rows, and printed.
   */
  rowsFirst?: number;
  /** Wider than any column of a page: keeps its own scroll bar on wide screens as well. */
  wide?: boolean;
}

/**
 * A table that scrolls within itself where it must, keeps its head in sight, and on a phone sets
 * each row as a short list. Roles are spelled out because that layout would otherwise drop them.
 */
export function DataTable(props: DataTableProps): Markup {
  const { text, id, rows, rowsFirst = rows.length } = props;
  const folded = rows.length - rowsFirst >= FOLDED_MIN;
  const first = folded ? rows.slice(0, rowsFirst) : rows;
  const rest = rows.slice(first.length);
  return (
    <div class="data-table" id={id}>
      <TableOf {...props} rows={first} />
      {rows.length === 0 ? <p class="table-empty">{text('ui.table.empty')}</p> : null}
      {rest.length === 0 ? null : (
        <details class="fold">
          <summary>{text('ui.fold.rest', { count: rest.length })}</summary>
          <TableOf
            {...props}
            id={`${id}-rest`}
            caption={`${props.caption} – ${text('ui.fold.rest', { count: rest.length })}`}
            captionHidden
            rows={rest}
          />
        </details>
      )}
      <TableFoot text={text} rowCount={rows.length} downloads={props.downloads ?? []} />
    </div>
  );
}

/** Fewer are not worth a click. */
const FOLDED_MIN = 6;

function TableOf(props: DataTableProps): Markup {
  const { text, id, columns, rows } = props;
  return (
    <div
      class={props.wide ? 'table-scroll table-wide' : 'table-scroll'}
      role="region"
      aria-labelledby={`${id}-caption`}
      tabindex={0}
    >
      <table role="table">
        <caption id={`${id}-caption`} class={props.captionHidden ? 'hidden-visually' : undefined}>
          {props.caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell text={text} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <BodyRow text={text} columns={columns} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeadCell({ text, column }: { text: Text; column: Column }): Markup {
  const { label, sort, kind } = column;
  const direction = sort?.direction;
  return (
    <th
      role="columnheader"
      scope="col"
      class={kind === 'number' ? 'number' : undefined}
      aria-sort={direction}
    >
      {sort === undefined ? (
        label
      ) : (
        <a href={sort.href} title={text('ui.table.sort', { column: label })}>
          {label}
          {direction === undefined ? null : (
            <span class={`sorted-${direction}`}>
              <Icon name="down" />
            </span>
          )}
        </a>
      )}
    </th>
  );
}

function BodyRow({ text, columns, row }: { text: Text; columns: readonly Column[]; row: Row }) {
  return (
    <tr role="row" id={row.id}>
      {columns.map((column, index) => {
        const content = cellContent(text, column, own(row.cells, column.key));
        if (index === 0) {
          return (
            <th role="rowheader" scope="row">
              {content}
            </th>
          );
        }
        return (
          <td
            role="cell"
            class={column.kind}
            data-label={content === null ? undefined : column.label}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** Dates and numbers in the reader's language; `null` where there is nothing to say. */
function cellContent(text: Text, column: Column, cell: Content | undefined): Content {
  if (cell === undefined || cell === null || cell === '') return null;
  // What stands where there is no day, as a dash, is no time.
  if (column.kind === 'date' && typeof cell === 'string' && /^\d{4}-/.test(cell)) {
    return <PlainDate text={text} on={cell} style="short" />;
  }
  if (column.kind === 'number' && (typeof cell === 'string' || typeof cell === 'number')) {
    return formatNumber(text.locale, cell);
  }
  return cell;
}

interface TableFootProps {
  text: Text;
  rowCount: number;
  downloads: readonly { href: string; label: string }[];
}

function TableFoot({ text, rowCount, downloads }: TableFootProps): Markup {
  return (
    <p class="table-foot">
      <span>{text('ui.table.rows', { count: rowCount })}</span>
      {downloads.length === 0 ? null : (
        <span class="downloads">
          <Icon name="download" />
          <span class="hidden-visually">{text('ui.table.download')}</span>
          {downloads.map((link) => (
            <a href={link.href}>{link.label}</a>
          ))}
        </span>
      )}
    </p>
  );
}
