/** Tables that state from which day each participant is bound, held against computed days. */
import { isRefusal } from '../../kernel/refusal.ts';
import { importStatusRows } from '../../practices/agreements/import/import-status-table.ts';
import { participantsOf } from '../../practices/agreements/import/participants.ts';
import { readStatusTable } from '../../standards/status-table/read-status-table.ts';
import type { StatusRow, StatusTable } from '../../standards/status-table/table.ts';
import { type Family, type Outcome, type Tally, type TruthFolder, compared } from '../family.ts';
import type { VerifyNode } from '../node.ts';
import { JOINING_TRUTHS, type JoiningTruth } from '../truths/joining-periods.ts';
import { truthTable } from '../truth-tables.ts';
import { weightsOf } from '../weights.ts';

const BELOW = 'treaties';

/** One agreement of one table, with what is known of its clause. */
interface Matter {
  readonly agreement: string;
  readonly file: string;
  readonly treaty: string;
  readonly rows: readonly StatusRow[];
  readonly truth: JoiningTruth;
}

async function weighAll(matter: Matter, folder: TruthFolder, node: VerifyNode): Promise<void> {
  const { weighs } = matter.truth;
  const bytes = weighs && folder.read(`${BELOW}/${matter.file}`);
  const table = bytes ? truthTable(bytes) : '';
  if (!weighs || typeof table === 'string') return;
  const rows = table.rows.map((row) => ({
    name: row('Name'),
    code: row('Code'),
    value: row(weighs.column),
  }));
  await node.weigh(weightsOf(rows, weighs.attribute, matter.file, node));
}

function rowsLeftOut({ truth, treaty, rows }: Matter): StatusRow[] {
  const named = rows.some((row) => row.treaty !== undefined) ? { treaty } : {};
  return (truth.leftOut ?? []).map(({ participant, act }) => {
    return { line: 1, participant, ...named, acts: [act], verdict: 'accepted', reasons: [] };
  });
}

/** Adopts the agreement and imports its rows; null, or why that was not possible. */
async function prepare(
  matter: Matter,
  folder: TruthFolder,
  node: VerifyNode,
): Promise<string | null> {
  const { agreement, truth, file } = matter;
  await weighAll(matter, folder, node);
  const refusal = await node.adopt({
    agreement,
    title: `${matter.treaty}, as in ${file}`,
    adoptedOn: truth.adoptedOn,
    finalClauses: { entryIntoForce: truth.clause },
  });
  if (refusal) return refusal.reason;
  const participants = participantsOf(node.facts);
  const stated = { agreement, source: file, participants, trustEffect: 'all' } as const;
  const lost = rowsLeftOut(matter);
  const completed = await importStatusRows(node.store, { dialect: 'left out', rows: lost }, stated);
  if (isRefusal(completed)) return completed.reason;
  const report = await importStatusRows(
    node.store,
    { dialect: file, rows: matter.rows },
    { ...stated, trustEffect: truth.statedBecause === undefined ? 'successions' : 'all' },
  );
  return isRefusal(report) ? report.reason : null;
}

const depositOf = (row: StatusRow) => row.acts.find((act) => act.act === 'deposit');

function outcomeOf(
  row: StatusRow,
  { treaty }: Matter,
  effects: ReadonlyMap<string, string | null>,
  node: VerifyNode,
): Outcome[] {
  const deposit = depositOf(row);
  if (!deposit) return [];
  const name = `${treaty}, ${row.participant}`;
  const actor = participantsOf(node.facts).resolve(row.participant, row.code, deposit.on);
  if (actor === null) {
    return [{ case: name, outcome: 'missed', reason: 'the registry knows no actor of that name' }];
  }
  const why = `${deposit.instrument ?? 'deposit'} of ${deposit.on}`;
  return [compared(name, effects.get(actor) ?? null, deposit.effectiveOn ?? null, why)];
}

async function runMatter(matter: Matter, folder: TruthFolder, node: VerifyNode) {
  const lacking = (reason: string): Outcome[] => [
    { case: matter.treaty, outcome: 'not-at-hand', reason },
  ];
  const fault = await prepare(matter, folder, node);
  if (fault !== null) return lacking(fault);
  const effects = await node.effects(matter.agreement);
  if (isRefusal(effects)) return lacking(effects.reason);
  return matter.rows.flatMap((row) => outcomeOf(row, matter, effects, node));
}

const truthOn = (name: string): JoiningTruth | undefined =>
  JOINING_TRUTHS.find((truth) => truth.names.includes(name));

/** A table that states dates of effect for deposits is one of this family. */
function statesEffects(table: StatusTable): boolean {
  return (
    table.dialect !== 'memberships' &&
    table.rows.some((row) => row.acts.some((act) => act.effectiveOn !== undefined))
  );
}

async function runTable(
  file: string,
  table: StatusTable,
  at: number,
  folder: TruthFolder,
  node: VerifyNode,
): Promise<Tally[]> {
  const [computed, stated]: [Outcome[], Outcome[]] = [[], []];
  const byTreaty = Map.groupBy(table.rows, (row) => row.treaty ?? file);
  for (const [number, [treaty, rows]] of [...byTreaty].entries()) {
    const truth = truthOn(treaty);
    if (!truth) {
      const reason = 'no clause on its entry into force is at hand';
      computed.push({ case: treaty, outcome: 'not-at-hand', reason });
      continue;
    }
    const matter = { agreement: `joining-${at}-${number}`, file, treaty, rows, truth };
    const list = truth.statedBecause === undefined ? computed : stated;
    list.push(...(await runMatter(matter, folder, node)));
  }
  const name = `${BELOW}/${file.replace(/\.csv$/, '')}`;
  const ofStated = stated.length === 0 ? [] : [{ name: `${name}-as-stated`, outcomes: stated }];
  return [{ name, outcomes: computed }, ...ofStated];
}

export const joiningDates: Family = {
  files: [BELOW],
  async run(folder, node) {
    const tallies: Tally[] = [];
    for (const [at, file] of folder.list(BELOW).entries()) {
      const bytes = file.endsWith('.csv') ? folder.read(`${BELOW}/${file}`) : null;
      const table = bytes && readStatusTable(bytes);
      if (!table || isRefusal(table) || !statesEffects(table)) continue;
      tallies.push(...(await runTable(file, table, at, folder, node)));
    }
    return tallies;
  },
};
