/** Reads what was admitted under agreements, as known at an instant, into what the rules fold. */
import type { ActOf } from '../../kernel/act.ts';
import type { InstantText } from '../../kernel/dates.ts';
import type { Query } from '../../kernel/define-area.ts';
import type { RowChange, StoredRow } from '../../kernel/table.ts';
import { agreementActs } from './acts/all.ts';
import { EVENT_KINDS, agreementOf } from './acts/event.ts';
import { Adoption, Instrument } from './payloads/agreement.ts';
import { type Admitted, nothingAdmitted } from './rules/dossier.ts';
import type { AgreementEvent, CorrectionFact } from './rules/history.ts';
import { agreementsReadBy } from './rules/reading.ts';
import { type AgreementTables, agreementTable, correctionTable, eventTable } from './tables.ts';

type EventRow = StoredRow<typeof eventTable>;
type CorrectionRow = StoredRow<typeof correctionTable>;
type Change = CorrectionFact['change'];

/** The area's own tables, in a query that every area shares. */
export function agreementsIn(query: Query): Query<AgreementTables> {
  // The store creates exactly these tables from the definitions that the types come from.
  const tables: unknown = query;
  return tables as Query<AgreementTables>;
}

/** A row of events as the rules see it. */
export function eventOfRow(row: Omit<EventRow, 'audience' | 'register'>): AgreementEvent {
  const kind = EVENT_KINDS.find((one) => one === row.kind);
  if (!kind) throw new Error(`an event of unknown kind: ${row.kind}`);
  return {
    act: row.entry,
    position: row.position,
    ledger: row.ledger,
    recordedAt: row.recorded_at,
    kind,
    actor: row.actor,
    on: row.happened_on,
    effectiveOn: row.effective_on,
    instrument: row.instrument === null ? null : Instrument.parse(row.instrument),
    form: row.form,
    source: row.source,
    // The column is written from an object only.
    detail: row.detail as Record<string, unknown>,
  };
}

/** A row of corrections as the rules see it. */
export function correctionOfRow(row: Omit<CorrectionRow, 'audience' | 'register'>): CorrectionFact {
  return {
    act: row.entry,
    ledger: row.ledger,
    corrects: row.corrects,
    isVoid: row.is_void,
    // Written from a payload that the schema of corrections accepted.
    change: row.change as Change,
    reason: row.reason,
  };
}

/** What was admitted under each of the agreements; those without any act are left out. */
export async function loadAdmitted(
  query: Query,
  agreements: readonly string[],
  knownAt: InstantText | null,
): Promise<Map<string, Admitted>> {
  const tables = agreementsIn(query);
  const until = knownAt ?? '9999-12-31T23:59:59.999Z';
  const [adoptions, events, corrections] = [
    await tables
      .selectFrom('agreements_agreement')
      .selectAll()
      .where('agreement', 'in', agreements)
      .where('recorded_at', '<=', until)
      .execute(),
    await tables
      .selectFrom('agreements_event')
      .selectAll()
      .where('agreement', 'in', agreements)
      .where('recorded_at', '<=', until)
      .orderBy('ledger')
      .execute(),
    await tables
      .selectFrom('agreements_correction')
      .selectAll()
      .where('agreement', 'in', agreements)
      .where('recorded_at', '<=', until)
      .execute(),
  ];
  const found = new Map<string, Admitted>();
  for (const row of adoptions) {
    const payload = Adoption.parse(row.adoption);
    found.set(row.agreement, {
      ...nothingAdmitted(row.agreement),
      adoption: { payload, by: row.act },
    });
  }
  const under = (agreement: string): Admitted => {
    const known = found.get(agreement) ?? nothingAdmitted(agreement);
    found.set(agreement, known);
    return known;
  };
  for (const row of events) under(row.agreement).events.push(eventOfRow(row));
  for (const row of corrections) under(row.agreement).corrections.push(correctionOfRow(row));
  return found;
}

/**
 * What was admitted under the agreements, and under those whose parties their clauses ask for, and
 * so on. Those of which the node knows nothing are left out.
 */
export async function loadWithNamed(
  query: Query,
  agreements: readonly string[],
  knownAt: InstantText | null,
): Promise<Map<string, Admitted>> {
  const found = new Map<string, Admitted>();
  const asked = new Set<string>();
  let next = [...new Set(agreements)];
  while (next.length > 0) {
    for (const agreement of next) asked.add(agreement);
    const admitted = await loadAdmitted(query, next, knownAt);
    const named: string[] = [];
    for (const [agreement, one] of admitted) {
      found.set(agreement, one);
      if (one.adoption) named.push(...agreementsReadBy(one.adoption.payload));
    }
    next = [...new Set(named)].filter((agreement) => !asked.has(agreement));
  }
  return found;
}

const byType = new Map(agreementActs.map((definition) => [definition.type, definition]));

/** The rows that an act would leave, were it admitted next. */
export function rowsOf(act: ActOf<unknown>, position: number): readonly RowChange[] {
  const admission = {
    register: act.header.register ?? '',
    position,
    ledger: position,
    recordedAt: act.header.issuedAt,
  };
  // The payload was parsed by this very definition's schema.
  return byType.get(act.header.type)?.apply({ ...act, admission } as never) ?? [];
}

/** What an act adds to what was admitted. */
export function additionOf(
  act: ActOf<unknown>,
  position: number,
): { adoption: Adoption } | { event: AgreementEvent } | { correction: CorrectionFact } | null {
  const change = rowsOf(act, position)[0];
  const provenance = {
    act: act.id,
    position,
    ledger: position,
    recorded_at: act.header.issuedAt,
  };
  if (change?.table === agreementTable.name) return { adoption: Adoption.parse(act.payload) };
  if (change?.table === eventTable.name) {
    // `apply` made the cells of this very table.
    const row = change.put as unknown as EventRow;
    return { event: eventOfRow({ ...row, ...provenance }) };
  }
  if (change?.table === correctionTable.name) {
    // `apply` made the cells of this very table.
    const row = change.put as unknown as CorrectionRow;
    return { correction: correctionOfRow({ ...row, ...provenance }) };
  }
  return null;
}

/** The agreements that acts are done under, each once. */
export function agreementsOf(acts: readonly ActOf<unknown>[]): string[] {
  return [...new Set(acts.map((act) => agreementOf(act.header)))];
}
