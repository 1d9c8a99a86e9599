/**
 * Tables that acts are applied to, as data: from a definition come the DDL, the row type and the
 * row security. They are disposable; replaying the record gives the same rows.
 */

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
}

/** Any table, for those who do not know its columns by name. */
export interface AnyTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

/** Defines a table. Names are snake_case, prefixed with the area. */
export function defineTable<const Columns extends Readonly<Record<string, Column>>>(
  table: Table<Columns>,
): Table<Columns> {
  return table;
}

/** A change of one row of the table, checked against its columns by the compiler. */
export function put<Columns extends Readonly<Record<string, Column>>>(
  table: Table<Columns>,
  row: { [Name in keyof Columns]: CellOf<Columns[Name]> },
): RowChange {
  return { table: table.name, put: row };
}
