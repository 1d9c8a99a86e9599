/** From the rows of a status table to acts that the custodian records from it. Pure. */
import type { PlainDateText } from '../../../kernel/dates.ts';
import type { StatusRow, TableAct } from '../../../standards/status-table/table.ts';
import { registerOf } from '../acts/event.ts';
import { RULES } from '../rules/law.ts';
import type { Participants } from './participants.ts';

/** An act to be signed by the custodian, as the store takes it. */
export interface ImportDraft {
  readonly type: string;
  readonly register: string;
  /** The participant: the custodian is its author. */
  readonly actor: string;
  /** The custodian; absent: the node's operator. */
  readonly author?: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly basis: { readonly kind: 'recorded'; readonly source: string };
  readonly effectiveOn: PlainDateText | null;
}

export interface PlanOptions {
  readonly source: string;
  /** The agreement that a row is about; null leaves the row out. */
  readonly agreementOf: (row: StatusRow) => string | null;
  readonly participants: Participants;
  readonly trustEffect: TrustEffect;
}

/**
 * Which dates of effect of the table stand in the acts; the others are computed by rules. A
 * notification of succession states the date of the succession itself (VCST Art. 22(3)).
 */
export type TrustEffect = 'none' | 'successions' | 'all';

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
  /** By agreement, and in the order of their dates. */
  readonly acts: readonly PlannedAct[];
  readonly leftOut: readonly LeftOut[];
  /** What of a row is left out while the rest of it is recorded. */
  readonly remarks: readonly { readonly row: number; readonly reason: string }[];
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
 * By agreement, then by date: acts are judged by what is known of their own agreement, so that a
 * batch of few agreements loads little.
 */
function inOrder(one: PlannedAct, other: PlannedAct): number {
  const [register, another] = [one.draft.register, other.draft.register];
  if (register !== another) return register < another ? -1 : 1;
  if (one.act.on !== other.act.on) return one.act.on < other.act.on ? -1 : 1;
  return RANK[one.act.act] - RANK[other.act.act] || one.row - other.row;
}

const UNKNOWN = 'No actor of the registry is certainly meant by the name and code of the row.';

/** Whose act it was: null for nobody that the registry knows, or why it is left out. */
function actorOf(
  row: StatusRow,
  act: TableAct,
  { participants }: PlanOptions,
): string | { leftOut: string } | null {
  const actor = participants.resolve(row.participant, row.code, act.on);
  if (actor === null || act.byPredecessor === undefined) return actor;
  const before = participants.predecessorOn(actor, act.on);
  return (
    before ?? {
      leftOut: `What a predecessor did on ${act.on} is left out: the registry names none then.`,
    }
  );
}

function effectOf(act: TableAct, trust: TrustEffect): PlainDateText | null {
  const trusted = trust === 'all' || (trust === 'successions' && act.instrument === 'succession');
  return trusted ? (act.effectiveOn ?? null) : null;
}

function draftOf(act: TableAct, agreement: string, actor: string, options: PlanOptions) {
  return {
    type: TYPES[act.act],
    register: registerOf(agreement),
    actor,
    payload: payloadOf(act),
    basis: { kind: 'recorded' as const, source: options.source },
    effectiveOn: effectOf(act, options.trustEffect),
  };
}

interface PlannedRow {
  readonly acts: PlannedAct[];
  readonly remarks: string[];
}

function planRow(row: StatusRow, at: number, options: PlanOptions): PlannedRow | LeftOut {
  const agreement = options.agreementOf(row);
  if (agreement === null) {
    return { row: at, outcome: 'elsewhere', reason: 'The row is about another agreement.' };
  }
  if (row.verdict === 'rejected' || row.acts.length === 0) {
    const outcome = row.verdict === 'rejected' ? 'rejected' : 'awkward';
    return { row: at, outcome, reason: row.reasons.join(' ') };
  }
  const planned: PlannedRow = { acts: [], remarks: [] };
  for (const act of row.acts) {
    const actor = actorOf(row, act, options);
    if (actor === null) {
      return { row: at, outcome: 'rejected', rule: RULES.known.id, reason: UNKNOWN };
    }
    if (typeof actor !== 'string') planned.remarks.push(actor.leftOut);
    else planned.acts.push({ row: at, act, draft: draftOf(act, agreement, actor, options) });
  }
  return planned.acts.length > 0
    ? planned
    : { row: at, outcome: 'awkward', reason: planned.remarks.join(' ') };
}

/**
 * The acts that the rows state, each agreement's in order of date, and the rows of which nothing is
 * recorded.
 */
export function planImport(rows: readonly StatusRow[], options: PlanOptions): Plan {
  const acts: PlannedAct[] = [];
  const leftOut: LeftOut[] = [];
  const remarks: { row: number; reason: string }[] = [];
  for (const [at, row] of rows.entries()) {
    const planned = planRow(row, at, options);
    if ('outcome' in planned) {
      leftOut.push(planned);
      continue;
    }
    acts.push(...planned.acts);
    remarks.push(...planned.remarks.map((reason) => ({ row: at, reason })));
  }
  return { acts: acts.sort(inOrder), leftOut, remarks };
}
