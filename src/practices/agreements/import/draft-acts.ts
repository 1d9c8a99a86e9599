/** From the rows of a status table to acts that the custodian records from it. Pure. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { StatusRow, TableAct } from '../../../standards/status-table/table.ts';
import { registerOf } from '../acts.ts';
import { RULES } from '../rules/law.ts';
import type { Resolve } from './resolve.ts';

/** An act to be signed by the custodian, as the store takes it. */
export interface ImportDraft {
  readonly type: string;
  readonly register: string;
  /** The participant: the custodian is its author. */
  readonly actor: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly basis: { readonly kind: 'recorded'; readonly source: string };
  readonly effectiveOn: PlainDateText | null;
}

export interface PlanOptions {
  readonly source: string;
  /** The agreement that a row is about; null leaves the row out. */
  readonly agreementOf: (row: StatusRow) => string | null;
  readonly resolve: Resolve;
  /** Whether a date of effect that the table states stands in the act; else rules compute it. */
  readonly trustEffect: boolean;
}

export interface PlannedAct {
  /** Position of its row in the table. */
  readonly row: number;
  readonly act: TableAct;
  readonly draft: ImportDraft;
}

/** Why nothing of a row is recorded. */
export interface LeftOut {
  readonly row: number;
  readonly outcome: 'awkward' | 'rejected' | 'elsewhere';
  /** The rule, where a rule says so. */
  readonly rule?: string;
  readonly reason: string;
}

export interface Plan {
  /** Agreement by agreement, in the order of their dates. */
  readonly acts: readonly PlannedAct[];
  readonly leftOut: readonly LeftOut[];
}

const TYPES = {
  sign: 'agreements.sign',
  deposit: 'agreements.deposit',
  'apply-provisionally': 'agreements.apply-provisionally',
  withdraw: 'agreements.withdraw',
} as const;

const payloadOf = (act: TableAct): Record<string, unknown> => ({
  on: act.on,
  ...(act.instrument === undefined ? {} : { instrument: act.instrument }),
  ...(act.form === undefined ? {} : { form: act.form }),
  ...(act.note === undefined ? {} : { note: act.note }),
});

/** One signs before one deposits, and deposits before one withdraws, where a day has them all. */
const RANK = { sign: 0, 'apply-provisionally': 1, deposit: 2, withdraw: 3 } as const;

/**
 * One agreement after another: a batch of the record is then about few of them, and each is loaded
 * for one or two batches and not for all. Within an agreement, in the order of dates.
 */
function inOrder(one: PlannedAct, other: PlannedAct): number {
  const [register, next] = [one.draft.register, other.draft.register];
  if (register !== next) return register < next ? -1 : 1;
  if (one.act.on !== other.act.on) return one.act.on < other.act.on ? -1 : 1;
  return RANK[one.act.act] - RANK[other.act.act] || one.row - other.row;
}

function planRow(row: StatusRow, at: number, options: PlanOptions): PlannedAct[] | LeftOut {
  const agreement = options.agreementOf(row);
  if (agreement === null) {
    return { row: at, outcome: 'elsewhere', reason: 'The row is about another agreement.' };
  }
  if (row.verdict === 'rejected' || row.acts.length === 0) {
    const outcome = row.verdict === 'rejected' ? 'rejected' : 'awkward';
    return { row: at, outcome, reason: row.reasons.join(' ') };
  }
  const planned: PlannedAct[] = [];
  for (const act of row.acts) {
    const actor = options.resolve(row.participant, row.code, act.on);
    if (actor === null) {
      const reason = 'No actor of the registry is certainly meant by the name and code of the row.';
      return { row: at, outcome: 'rejected', rule: RULES.known.id, reason };
    }
    const draft: ImportDraft = {
      type: TYPES[act.act],
      register: registerOf(agreement),
      actor,
      payload: payloadOf(act),
      basis: { kind: 'recorded', source: options.source },
      effectiveOn: options.trustEffect ? (act.effectiveOn ?? null) : null,
    };
    planned.push({ row: at, act, draft });
  }
  return planned;
}

/** The acts that the rows state, in order, and the rows of which nothing is recorded. */
export function planImport(rows: readonly StatusRow[], options: PlanOptions): Plan {
  const acts: PlannedAct[] = [];
  const leftOut: LeftOut[] = [];
  for (const [at, row] of rows.entries()) {
    const planned = planRow(row, at, options);
    if ('outcome' in planned) leftOut.push(planned);
    else acts.push(...planned);
  }
  return { acts: acts.sort(inOrder), leftOut };
}
