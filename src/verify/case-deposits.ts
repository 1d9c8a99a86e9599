/** The status table that a case names, as rows to be imported, and what predecessors deposited. */
import { own } from '../kernel/own.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { readStatusTable } from '../standards/status-table/read-status-table.ts';
import type { StatusRow, StatusTable } from '../standards/status-table/table.ts';
import type { TruthFolder } from './family.ts';
import { truthTable } from './truth-tables.ts';
import { readTableDate } from '../standards/status-table/table-dates.ts';

export interface CaseTable {
  readonly table: StatusTable;
  /** Where one table holds several agreements. */
  readonly treaty?: string;
  readonly source: string;
}
export type CaseDeposits = CaseTable | { readonly lacks: string };

/** Where the tables of each collection lie, by the word before the colon. */
const SINGLE = { untreaties: 'untreaties-2015' } as const;
const SEVERAL: Readonly<Record<string, string>> = {
  wipo: 'wipo-parties.csv',
  ss: 'disarmament-and-court-events.csv',
  ggo: 'environment-memberships.csv',
};

/** Reads each file once for a whole run. */
export class CaseTables {
  private readonly folder: TruthFolder;
  private readonly below: string;
  private readonly read = new Map<string, StatusTable | string | null>();

  constructor(folder: TruthFolder, below: string) {
    this.folder = folder;
    this.below = below;
  }

  private table(name: string): StatusTable | string | null {
    const known = this.read.get(name);
    if (known !== undefined) return known;
    const bytes = this.folder.read(`${this.below}/${name}`);
    const table = bytes && readStatusTable(bytes);
    const found = table && isRefusal(table) ? table.reason : table;
    this.read.set(name, found);
    return found;
  }

  /** The deposits that `collection:name` means, or what is lacking. */
  deposits(dataSource: string): CaseDeposits {
    const [, collection = '', name = ''] = /^(\w+):(.+)$/.exec(dataSource) ?? [];
    if (collection === '') return { lacks: `deposits: no file is named, but “${dataSource}”` };
    const single = Object.hasOwn(SINGLE, collection) && /^[\w.-]+$/.test(name);
    const file = single ? `${SINGLE.untreaties}/${name}.csv` : own(SEVERAL, collection);
    if (file === undefined) return { lacks: `deposits: no table is meant by “${dataSource}”` };
    return this.depositsIn(file, single ? null : name);
  }

  private depositsIn(file: string, treaty: string | null): CaseDeposits {
    const table = this.table(file);
    if (table === null) return { lacks: `deposits: there is no file ${file}` };
    if (typeof table === 'string') return { lacks: `deposits: ${file} cannot be read. ${table}` };
    if (treaty === null) return { table, source: file };
    const rows = table.rows.filter((row) => row.treaty === treaty);
    if (rows.length === 0) return { lacks: `deposits: ${file} has no row on ${treaty}` };
    return { table: { ...table, rows }, treaty, source: file };
  }

  /** Instruments of States that are no more, which tables of today leave out. */
  predecessors(dataSource: string): StatusRow[] {
    const bytes = this.folder.read(`${this.below}/predecessor-instruments-from-memory.csv`);
    const table = bytes && truthTable(bytes);
    if (table === null || typeof table === 'string') return [];
    return table.rows.flatMap((row, at): StatusRow[] => {
      const date = readTableDate(row('deposit_date'));
      if (`untreaties:${row('untc_id')}` !== dataSource || !('on' in date)) return [];
      const act = { act: 'deposit', instrument: 'ratification', on: date.on } as const;
      const participant = row('predecessor');
      return [{ line: at + 2, participant, acts: [act], verdict: 'accepted', reasons: [] }];
    });
  }
}
