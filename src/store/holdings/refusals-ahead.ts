/** Refusals by other custodians that came before the acts that they name. */
import { type Kysely, sql } from 'kysely';
import type { Act, ActId } from '../../kernel/act.ts';
import type { RecordTables } from '../record-tables.ts';
import { loadHeld } from './take-given.ts';

type Db = Kysely<RecordTables>;

/** A custodian's refusal, by its id, of an act that is not at hand. */
export interface RefusalAhead {
  readonly act: ActId;
  readonly by: ActId;
}

/** Keeps which acts were refused before they came. */
export async function keepRefusalsAhead(db: Db, ahead: readonly RefusalAhead[]): Promise<void> {
  if (ahead.length === 0) return;
  await sql`insert into refusals_ahead (act, refused_by)
    select act, by from json_to_recordset(${JSON.stringify(ahead)}::json) as given
      (act text, by text) on conflict do nothing`.execute(db);
}

/** The refusals that came before these acts, by the acts that they name. */
export async function loadRefusalsAhead(
  db: Db,
  ids: readonly ActId[],
): Promise<Map<ActId, readonly Act[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ act: string; refused_by: string }>`
    select act, refused_by from refusals_ahead
    where act = any(${[...ids]}::text[]) order by act, refused_by`.execute(db);
  const held = await loadHeld(
    db,
    rows.map((row) => row.refused_by),
  );
  const found = Map.groupBy(rows, ({ act }) => act);
  return new Map(
    [...found].map(([act, by]) => [act, by.flatMap((row) => held.get(row.refused_by)?.act ?? [])]),
  );
}
