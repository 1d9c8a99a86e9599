/** Loads, in a handful of questions for a whole batch, what `BatchState` holds. */
import { type Kysely, sql } from 'kysely';
import type { ActOf } from '../kernel/act.ts';
import type { InstantText } from '../kernel/dates.ts';
import { type Marking, audienceOf } from '../kernel/marking.ts';
import type { BatchState, Head } from './batch-state.ts';
import { AUTHORITY_REGISTER } from '../kernel/authority-acts.ts';
import { knowsKeys, loadKeyBook, loadMandates } from './load-keys.ts';
import { loadElsewhere } from './elsewhere.ts';
import type { RecordTables, RegisterRow } from './record-tables.ts';

/** What the acts of a batch name. */
export interface Named {
  readonly markings: readonly Marking[];
  readonly streams: readonly string[];
  readonly registers: readonly string[];
  readonly keys: readonly string[];
  /** Acts of which those on keys are judged by more than the keys that signed them. */
  readonly acts?: readonly ActOf<unknown>[];
  readonly mandates: readonly string[];
  /** The key with which this node signs for an actor, custodians above all. */
  keyHeldFor(actor: string): string | null;
}

type Db = Kysely<RecordTables>;

/** The digits of this number are "concord" on a telephone. */
const WRITING_LOCK = 2662673;

/** Waits until no other process records; held to the end of the transaction. */
export async function lockRecord(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${WRITING_LOCK})`.execute(db);
}

async function ledgerEnd(db: Db): Promise<{ ledger: number; recorded_at: string } | undefined> {
  return db
    .selectFrom('admissions')
    .select(['ledger', 'recorded_at'])
    .orderBy('ledger', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Order of the last admission, 0 for none. */
export async function lastLedger(db: Db): Promise<number> {
  return (await ledgerEnd(db))?.ledger ?? 0;
}

/** Where the record ends, over registers and over streams. */
export async function recordEnd(db: Db): Promise<{ ledger: number; acts: number }> {
  const counted = await db
    .selectFrom('streams')
    .select((select) => select.fn.sum<number>('seq').as('acts'))
    .executeTakeFirst();
  return { ledger: await lastLedger(db), acts: counted?.acts ?? 0 };
}

async function loadRegisters(db: Db, named: readonly string[]): Promise<Map<string, RegisterRow>> {
  if (named.length === 0) return new Map();
  const rows = await db.selectFrom('registers').selectAll().where('key', 'in', named).execute();
  return new Map(rows.map((row) => [row.key, row]));
}

async function loadPositions(
  db: Db,
  registers: readonly string[],
): Promise<BatchState['positions']> {
  if (registers.length === 0) return new Map();
  const rows = await db
    .selectFrom('positions')
    .selectAll()
    .where('register', 'in', registers)
    .execute();
  return new Map(
    rows.map((row) => [`${row.register} ${row.audience}`, { ...row, changed: false }]),
  );
}

async function loadStreams(db: Db, named: readonly string[]): Promise<Map<string, Head>> {
  if (named.length === 0) return new Map();
  // One array and not a list of parameters, of which a statement takes 65,535 at most.
  const rows = await db
    .selectFrom('streams')
    .selectAll()
    .where('stream', '=', sql<string>`any(${[...new Set(named)]}::text[])`)
    .execute();
  return new Map(rows.map(({ stream, ...head }) => [stream, head]));
}

async function loadAudiences(db: Db, keys: readonly string[]) {
  const rows = await db
    .selectFrom('audiences')
    .select(['key', 'id'])
    .where('key', 'in', keys)
    .execute();
  const last = await db
    .selectFrom('audiences')
    .select((select) => select.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return {
    audiences: new Map(rows.map((row) => [row.key, row.id])),
    nextAudience: (last.id ?? 0) + 1,
  };
}

/** Time goes forward in the record even where the clock does not. */
function notBefore(now: InstantText, last: InstantText | undefined): InstantText {
  return last !== undefined && last > now ? last : now;
}

/**
 * Loads the state, with keys and mandates as one register of them has it; the record must be
 * locked where the batch is to be written.
 */
export async function loadBatchState(
  db: Db,
  named: Named,
  now: InstantText,
  registry: string = AUTHORITY_REGISTER,
): Promise<BatchState> {
  const end = await ledgerEnd(db);
  const keys = [...new Set(named.markings.map(audienceOf))];
  const registers = await loadRegisters(db, [...new Set(named.registers)]);
  const custodians = [...new Set([...registers.values()].map((register) => register.custodian))];
  const admitting = custodians.flatMap((one) =>
    [...new Set(['clear', ...keys])].map((audience) => `${one}/${audience}`),
  );
  const held = custodians.flatMap((one) => named.keyHeldFor(one) ?? []);
  return {
    ledger: end?.ledger ?? 0,
    recordedAt: notBefore(now, end?.recorded_at),
    registry,
    keyless: !(await knowsKeys(db, registry)),
    ...(await loadAudiences(db, keys)),
    freshAudiences: new Map(),
    usedAudiences: new Set(),
    streams: await loadStreams(db, [...named.streams, ...admitting]),
    changedStreams: new Set(),
    registers,
    freshRegisters: [],
    positions: await loadPositions(db, [...new Set(named.registers)]),
    ...(await loadKeyBook(db, registry, named.acts ?? [], [...named.keys, ...held])),
    mandates: await loadMandates(db, registry, [...new Set(named.mandates)]),
    elsewhere: await loadElsewhere(
      db,
      [...new Set(named.keys)],
      [...new Set(named.mandates)],
      [...new Set(named.streams.map((stream) => stream.split('/', 1)[0] ?? ''))],
    ),
  };
}
