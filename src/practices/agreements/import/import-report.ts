/** What became of each row of an imported table. */
import { z } from 'zod';
import { type Refusal, isRefusal } from '../../../kernel/refusal.ts';
import type { StatusRow } from '../../../standards/status-table/table.ts';
import { RULES } from '../rules/law.ts';
import type { Plan } from './draft-acts.ts';

export const ActOutcome = z.strictObject({
  act: z.string(),
  on: z.string(),
  instrument: z.string().optional(),
  outcome: z.enum(['recorded', 'already-recorded', 'refused']),
  /** Id of the act, where it was recorded now. */
  id: z.string().optional(),
  rule: z.string().optional(),
  reason: z.string().optional(),
});
export type ActOutcome = z.infer<typeof ActOutcome>;

export const ROW_OUTCOMES = [
  'recorded',
  'already-recorded',
  'refused',
  'awkward',
  'rejected',
  'elsewhere',
] as const;

export const RowOutcome = z.strictObject({
  line: z.int(),
  participant: z.string(),
  actor: z.string().nullable(),
  /**
   * `recorded`: at least one act is new, and none was refused. `refused`: a rule kept an act out.
   * `awkward`: it states nothing that is recorded. `rejected`: it cannot be believed.
   */
  outcome: z.enum(ROW_OUTCOMES),
  acts: z.array(ActOutcome),
  rule: z.string().optional(),
  /** What was left out or is doubtful, in sentences. */
  reasons: z.array(z.string()),
});
export type RowOutcome = z.infer<typeof RowOutcome>;

export const ImportReport = z.strictObject({
  dialect: z.string(),
  rows: z.array(RowOutcome),
  totals: z.strictObject({
    rows: z.int(),
    recorded: z.int(),
    'already-recorded': z.int(),
    refused: z.int(),
    awkward: z.int(),
    rejected: z.int(),
    elsewhere: z.int(),
    /** Acts that were recorded now. */
    acts: z.int(),
  }),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** A receipt of the store, as far as an importer reads it. */
export type ImportReceipt = { readonly id: string } | Refusal;

interface Told {
  readonly actor: string;
  readonly outcome: ActOutcome;
}

function outcomesByRow(plan: Plan, receipts: readonly ImportReceipt[]): Map<number, Told[]> {
  const byRow = new Map<number, Told[]>();
  for (const [at, { row, act, draft }] of plan.acts.entries()) {
    const receipt = receipts[at];
    if (!receipt) throw new Error('the store gave no receipt for an act');
    const said = {
      act: act.act,
      on: act.on,
      ...(act.instrument === undefined ? {} : { instrument: act.instrument }),
    };
    const refusal = isRefusal(receipt) ? receipt : null;
    const again = refusal?.rule.id === RULES.once.id;
    const outcome: ActOutcome = isRefusal(receipt)
      ? {
          ...said,
          outcome: again ? 'already-recorded' : 'refused',
          ...(again ? {} : { rule: receipt.rule.id, reason: receipt.reason }),
        }
      : { ...said, outcome: 'recorded', id: receipt.id };
    const told = byRow.get(row);
    const one = { actor: draft.actor, outcome };
    if (told) told.push(one);
    else byRow.set(row, [one]);
  }
  return byRow;
}

function outcomeOf(acts: readonly ActOutcome[]): RowOutcome['outcome'] {
  if (acts.some((act) => act.outcome === 'refused')) return 'refused';
  return acts.some((act) => act.outcome === 'recorded') ? 'recorded' : 'already-recorded';
}

/** The report on a table from the plan and the receipts of its acts, in their order. */
export function reportOn(
  dialect: string,
  rows: readonly StatusRow[],
  plan: Plan,
  receipts: readonly ImportReceipt[],
): ImportReport {
  const byRow = outcomesByRow(plan, receipts);
  const leftOut = new Map(plan.leftOut.map((one) => [one.row, one]));
  const remarks = Map.groupBy(plan.remarks, (remark) => remark.row);
  const outcomes = rows.map((row, at): RowOutcome => {
    const { line, participant } = row;
    const told = byRow.get(at);
    const left = leftOut.get(at);
    if (told) {
      const acts = told.map((one) => one.outcome);
      const actor = told[0]?.actor ?? null;
      const left = remarks.get(at)?.map((remark) => remark.reason) ?? [];
      const reasons = [...row.reasons, ...left];
      return { line, participant, actor, outcome: outcomeOf(acts), acts, reasons };
    }
    if (!left) throw new Error(`line ${line} was neither planned nor left out`);
    const rule = left.rule === undefined ? {} : { rule: left.rule };
    const reasons = [left.reason];
    return { line, participant, actor: null, outcome: left.outcome, acts: [], ...rule, reasons };
  });
  const count = (outcome: RowOutcome['outcome']): number =>
    outcomes.filter((row) => row.outcome === outcome).length;
  const acts = receipts.filter((receipt) => !isRefusal(receipt)).length;
  const totals = {
    rows: rows.length,
    recorded: count('recorded'),
    'already-recorded': count('already-recorded'),
    refused: count('refused'),
    awkward: count('awkward'),
    rejected: count('rejected'),
    elsewhere: count('elsewhere'),
    acts,
  };
  return { dialect, rows: outcomes, totals };
}
