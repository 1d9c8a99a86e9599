/**
 * Tables that acts are applied to, as data: from a definition come the DDL, the row type and the
 * row security. They are disposable; replaying the record gives the same rows.
 */
import { own } from './own.ts';

export interface ColumnTypes {
  text: string;
  date: string;
  instant: string;
  integer: number;
  boolean: boolean;
  json: unknown;
  'text[]': string[];
}

export interface Column {
  readonly type: keyof ColumnTypes;
  readonly nullable?: true;
}

export interface Table<Columns extends Readonly<Record<string, Column>>> {
  readonly name: string;
  readonly columns: Columns;
  /** Columns by which a row is found again: a change with the same key replaces the row. */
  readonly key: readonly (keyof Columns & string)[];
  /** Column lists worth an index. */
  readonly indexes?: readonly (readonly string[])[];
}

type CellOf<One extends Column> = One extends { nullable: true }
  ? ColumnTypes[One['type']] | null
  : ColumnTypes[One['type']];

/** The cells that `apply` gives. */
export type RowOf<T> =
  T extends Table<infer Columns> ? { [Name in keyof Columns]: CellOf<Columns[Name]> } : never;

/**
 * What the store adds to every row: the act it comes from, where and when that was admitted, and
 * who may see it. Row security stands on `audience`.
 */
export interface Provenance {
  act: string;
  register: string;
  position: number;
  /** The order of admission over all registers of this node. */
  ledger: number;
  recorded_at: string;
  audience: number;
}

/** A row as questions read it. */
export type StoredRow<T> = RowOf<T> & Provenance;

/** A change of rows: insert, or replace the row with the same key. */
export interface RowChange {
  readonly table: string;
  readonly put: Readonly<Record<string, unknown>>;
  /**
   * The member of the payload that the row rests on: where that stands in a part for fewer, the row
   * is for them alone. Absent: the row is for all who may see the act.
   */
  readonly of?: string;
}

/**
 * Any table, whichever its columns; each `Table` is one. To the compiler a `Table` of some columns
 * is none of wider ones, since its key names its own.
 */
export interface AnyTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

/** Names that PostgreSQL takes without quoting, within its 63 bytes and room for a prefix. */
const NAME = /^[a-z][a-z0-9_]{0,55}$/;
const PROVENANCE: readonly (keyof Provenance)[] = [
  'act',
  'register',
  'position',
  'ledger',
  'recorded_at',
  'audience',
];

function tableFault({ name, columns, key, indexes = [] }: AnyTable): string | null {
  const names = Object.keys(columns);
  const provenance: readonly string[] = PROVENANCE;
  const strange = [name, ...names].find((one) => !NAME.test(one));
  if (strange !== undefined) return `${strange} is no name in snake_case`;
  const taken = names.find((column) => provenance.includes(column));
  if (taken !== undefined) return `${taken} is a column that the store adds`;
  if (key.length === 0) return 'no key';
  const open = key.find((column) => own(columns, column)?.nullable !== undefined);
  if (open !== undefined) return `the key column ${open} may be null`;
  const known = [...names, ...provenance];
  const lost = [...key, ...indexes.flat()].find((column) => !known.includes(column));
  return lost === undefined ? null : `no column ${lost}`;
}

/**
 * Defines a table. Names are snake_case, that of the table prefixed with the area. Throws Error for
 * a definition that no database would take, so that it shows when the code is loaded.
 */
export function defineTable<const Columns extends Readonly<Record<string, Column>>>(
  table: Table<Columns>,
): Table<Columns> {
  const fault = tableFault(table);
  if (fault !== null) throw new Error(`table ${table.name}: ${fault}`);
  return table;
}

/**
 * A change of one row of the table, checked against its columns by the compiler. `of` names the
 * member of the payload that the row rests on, where that may be marked for fewer.
 */
export function put<Columns extends Readonly<Record<string, Column>>>(
  table: Table<Columns>,
  row: { [Name in keyof Columns]: CellOf<Columns[Name]> },
  rests: { readonly of?: string } = {},
): RowChange {
  return { table: table.name, put: row, ...rests };
}
