/** Parameters of final clauses with the day on which each agreement entered into force. */
import { isRefusal } from '../../kernel/refusal.ts';
import {
  type ImportOptions,
  importStatusRows,
} from '../../practices/agreements/import/import-status-table.ts';
import type { ImportReport } from '../../practices/agreements/import/import-report.ts';
import { participantsOf } from '../../practices/agreements/import/participants.ts';
import type { StatusRow } from '../../standards/status-table/table.ts';
import { type AtHand, type Clause, clauseOfCase, clauseOfThreshold } from '../case-clauses.ts';
import { CaseTables } from '../case-deposits.ts';
import { type Family, type Outcome, type TruthFolder, compared } from '../family.ts';
import type { VerifyNode } from '../node.ts';
import { type TruthRow, truthTable } from '../truth-tables.ts';
import { recordShares } from '../weights.ts';

const BELOW = 'treaties';
const FILE = `${BELOW}/entry-into-force-cases.csv`;

interface Room {
  readonly node: VerifyNode;
  readonly tables: CaseTables;
  readonly atHand: AtHand;
  readonly options: Pick<ImportOptions, 'participants'>;
}

const firstDay = (rows: readonly StatusRow[]): string | undefined =>
  rows.flatMap((row) => row.acts.map((act) => act.on)).sort()[0];

/** What the importer left out of a case, so that a miss can be understood. */
function remarks(report: ImportReport): string[] {
  const left = report.rows.filter((row) => row.outcome === 'refused' || row.outcome === 'rejected');
  const told = left.map(({ participant, acts, reasons }) => {
    const refused = acts.find((act) => act.outcome === 'refused');
    return `${participant}: ${refused?.reason ?? reasons.join(' ')}`;
  });
  return told.length === 0 ? [] : [`not recorded: ${told.join(' | ')}`];
}

async function dateFound(
  agreement: string,
  clause: Clause,
  dataSource: string,
  room: Room,
): Promise<{ on: string | null; why: string } | { lacks: string }> {
  const deposits = room.tables.deposits(dataSource);
  if ('lacks' in deposits) return deposits;
  const predecessors = room.tables.predecessors(dataSource);
  const adoptedOn = firstDay([...predecessors, ...deposits.table.rows]);
  if (adoptedOn === undefined) return { lacks: 'deposits: the table holds none' };
  const title = `Case ${agreement}`;
  const refusal = await room.node.adopt({
    agreement,
    title,
    adoptedOn,
    finalClauses: { entryIntoForce: clause },
  });
  if (refusal) return { lacks: `a clause that can be adopted: ${refusal.reason}` };
  const rows = [...deposits.table.rows, ...predecessors.map((row) => withTreaty(row, deposits))];
  const report = await importStatusRows(
    room.node.store,
    { dialect: deposits.table.dialect, rows },
    { agreement, source: deposits.source, ...room.options },
  );
  if (isRefusal(report)) return { lacks: `deposits: ${report.reason}` };
  const answer = await room.node.entryIntoForce(agreement);
  if (isRefusal(answer)) return { lacks: answer.reason };
  const why = [...answer.missing.map((text) => `missing: ${text}`), ...remarks(report)];
  return { on: answer.on, why: why.join('; ') };
}

const withTreaty = (row: StatusRow, { treaty }: { treaty?: string }): StatusRow =>
  treaty === undefined ? row : { ...row, treaty };

async function countAlone(row: TruthRow, at: number, room: Room): Promise<string> {
  const reading = clauseOfThreshold(row, room.atHand);
  if ('lacks' in reading) return '';
  const found = await dateFound(`count-${at}`, reading.clause, row('data_source'), room);
  return 'lacks' in found ? '' : ` (the number alone gives ${found.on ?? 'no day'})`;
}

async function runCase(row: TruthRow, at: number, room: Room): Promise<Outcome> {
  const name = row('treaty') || `row ${at + 2}`;
  const source = row('data_source');
  const lacking = (lacks: string): Outcome => ({
    case: name,
    outcome: 'not-at-hand',
    reason: `the folder lacks ${lacks}`,
  });
  const deposits = room.tables.deposits(source);
  if ('lacks' in deposits) return lacking(deposits.lacks);
  const reading = clauseOfCase(row, room.atHand);
  if ('lacks' in reading) return lacking(reading.lacks + (await countAlone(row, at, room)));
  const found = await dateFound(`case-${at}`, reading.clause, source, room);
  if ('lacks' in found) return lacking(found.lacks);
  return compared(name, found.on, row('actual_entry_into_force') || null, found.why);
}

/** A case that brings the node down is missed; the others are tried all the same. */
async function tried(row: TruthRow, at: number, room: Room): Promise<Outcome> {
  try {
    return await runCase(row, at, room);
  } catch (error) {
    const reason = `the node failed: ${error instanceof Error ? error.message : String(error)}`;
    return { case: row('treaty') || `row ${at + 2}`, outcome: 'missed', reason };
  }
}

async function openRoom(folder: TruthFolder, node: VerifyNode): Promise<Room> {
  const attribute = await recordShares(folder, BELOW, node);
  const group = (words: string): string | null => node.facts.resolve(words);
  return {
    node,
    tables: new CaseTables(folder, BELOW),
    atHand: { attribute, group },
    options: { participants: participantsOf(node.facts) },
  };
}

export const entryIntoForceCases: Family = {
  files: [FILE],
  async run(folder, node) {
    const table = truthTable(folder.read(FILE) ?? new Uint8Array());
    const name = `${BELOW}/entry-into-force`;
    if (typeof table === 'string') {
      return [{ name, outcomes: [{ case: FILE, outcome: 'not-at-hand', reason: table }] }];
    }
    const room = await openRoom(folder, node);
    // A table may say of its own cases how sure of them it is.
    const isGraded = table.header.includes('reproduced');
    const [sure, doubtful]: [Outcome[], Outcome[]] = [[], []];
    for (const [at, row] of table.rows.entries()) {
      const marked = !isGraded || row('reproduced').startsWith('OK');
      (marked ? sure : doubtful).push(await tried(row, at, room));
    }
    const tallies = [
      { name, outcomes: sure },
      { name: `${name}-doubtful`, outcomes: doubtful },
    ];
    return tallies.filter(({ outcomes }) => outcomes.length > 0);
  },
};
