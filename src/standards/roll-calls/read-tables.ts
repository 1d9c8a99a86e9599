/** The small tables: roll calls, who voted, and which issues a roll call is about. */
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { csvRecords } from '../status-table/csv-records.ts';
import type { Faults } from './faults.ts';
import {
  COLUMNS_RULE,
  FORM_RULE,
  ROLL_CALLS_BYTES_MAX,
  type RollCall,
  type Tally,
  type Voter,
} from './roll-calls.ts';

/** Names that columns have, ours first, then those of known collections. */
const NAMES = {
  number: ['number', 'rcid', 'undl_id'],
  on: ['date', 'on'],
  title: ['title', 'short'],
  description: ['description', 'descr', 'agenda_title'],
  session: ['session'],
  symbol: ['symbol', 'unres', 'resolution'],
  amendment: ['amend', 'amendment'],
  paragraph: ['para', 'paragraph'],
  yes: ['yes', 'total_yes'],
  no: ['no', 'total_no'],
  abstain: ['abstain', 'abstentions', 'total_abstentions'],
  name: ['country', 'name', 'ms_name'],
  code: ['country_code', 'code', 'ms_code'],
  issue: ['issue', 'subject'],
} as const;
type ColumnName = keyof typeof NAMES;

/** One row, by the names above; empty where the table has no such column. */
export interface NamedRow {
  readonly line: number;
  readonly cell: (name: ColumnName) => string;
}

/** Rows of a table that has these columns; refused where it lacks one. */
export function namedRows(
  bytes: Uint8Array,
  table: string,
  needed: readonly ColumnName[],
): readonly NamedRow[] | Refusal {
  const read = csvRecords(bytes, ROLL_CALLS_BYTES_MAX);
  if (isRefusal(read)) {
    const { values } = read;
    const { reason, remedy } = read.said;
    const told = { values, ...(remedy === undefined ? {} : { remedy }) };
    return refuse(FORM_RULE, said('The table of {$table}: {$reason}', { table, reason }), told);
  }
  const header = read.header.map((name) => name.toLowerCase());
  const placeOf = (name: ColumnName): number =>
    NAMES[name].map((known) => header.indexOf(known)).find((at) => at >= 0) ?? -1;
  const places = new Map(
    (Object.keys(NAMES) as ColumnName[]).map((name) => [name, placeOf(name)]), // Its own keys.
  );
  const lacking = needed.find((name) => (places.get(name) ?? -1) < 0);
  if (lacking !== undefined) {
    return refuse(
      COLUMNS_RULE,
      said('The table of {$table} has no column for the {$lacking}.', { table, lacking }),
      {
        remedy: said('Name it “{$name}”.', { name: NAMES[lacking][0] }),
      },
    );
  }
  return read.records.map(({ line, cells }) => ({
    line,
    cell: (name) => cells[places.get(name) ?? -1] ?? '',
  }));
}

/** Who voted, in the order of the rows: votes may name them by that order. */
export function readVoters(bytes: Uint8Array): readonly Voter[] | Refusal {
  const rows = namedRows(bytes, 'voters', ['name']);
  if (isRefusal(rows)) return rows;
  return rows.map(({ cell }) => {
    const code = cell('code');
    return { name: cell('name'), ...(code === '' || code === 'NA' ? {} : { code }) };
  });
}

/** The issues of each roll call, by its number. */
export function readIssues(
  bytes: Uint8Array,
  faults: Faults,
): ReadonlyMap<string, readonly string[]> | Refusal {
  const rows = namedRows(bytes, 'issues', ['number', 'issue']);
  if (isRefusal(rows)) return rows;
  const issues = new Map<string, string[]>();
  for (const { line, cell } of rows) {
    const [number, issue] = [cell('number'), cell('issue')];
    const known = issues.get(number) ?? [];
    if (known.includes(issue)) faults.add('issues', line, `${number} has “${issue}” twice.`);
    else issues.set(number, [...known, issue]);
  }
  return issues;
}

function statedIn({ cell }: NamedRow): Tally | null {
  const [yes, no, abstain] = [cell('yes'), cell('no'), cell('abstain')];
  const areNumbers = [yes, no, abstain].every((text) => /^\d{1,4}$/.test(text));
  return areNumbers ? { yes: Number(yes), no: Number(no), abstain: Number(abstain) } : null;
}

function matterIn({ cell }: NamedRow): RollCall['matter'] {
  if (cell('amendment') === '1') return 'amendment';
  return cell('paragraph') === '1' ? 'paragraph' : null;
}

const shown = (text: string): string => (text === 'NA' ? '' : text);

/** What the table of roll calls says of each, the votes left out. */
export function readRollCallRows(bytes: Uint8Array): readonly Omit<RollCall, 'votes'>[] | Refusal {
  const rows = namedRows(bytes, 'roll calls', ['number', 'on', 'title']);
  if (isRefusal(rows)) return rows;
  return rows.map((row) => ({
    line: row.line,
    number: row.cell('number'),
    session: shown(row.cell('session')),
    on: row.cell('on'),
    symbol: shown(row.cell('symbol')),
    title: shown(row.cell('title')),
    description: shown(row.cell('description')),
    issues: [],
    matter: matterIn(row),
    stated: statedIn(row),
  }));
}
