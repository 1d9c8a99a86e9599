/** Migrations one by one, up and down: where a database stands, and what a step back would lose. */
import { type Kysely, sql } from 'kysely';
import { CannotStart } from './embedded/cannot-start.ts';

/**
 * Tables of a migration that hold what nothing else does. Where one has rows, the step back is
 * refused; what is not named here is made again by the step up.
 */
export const HELD_BY: Readonly<Record<string, readonly string[]>> = {
  '0001-record': ['acts'],
  '0002-attachments': ['attachments'],
  '0003-merkle-log': ['log_checkpoints'],
  '0005-forks': ['forks'],
  '0006-recoveries': [],
  '0007-rulings': ['fork_rulings', 'acts_aside'],
  '0008-beside': ['acts_beside'],
  '0009-came-late': [],
};

/** What a step back would lose: a table and how many rows it has. */
export interface Loss {
  readonly migration: string;
  readonly table: string;
  readonly rows: number;
}

/** Names of the migrations that a database has, in their order; none where it is empty. */
export async function appliedIn(db: Kysely<unknown>): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (found[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Throws CannotStart where the database has migrations that this version does not know. */
export async function refuseNewer(db: Kysely<unknown>, known: readonly string[]): Promise<void> {
  const applied = await appliedIn(db);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const own = known.at(-1) ?? '';
  throw new CannotStart(
    `The database was made by a newer version, which has ${unknown.join(', ')}; this one goes ` +
      `up to ${own}. Start the newer version, or have it take the database back first: ` +
      `npm run migrate -- --to ${own}`,
  );
}

/** What would be lost if these migrations were taken back. */
export async function lossesOf(
  db: Kysely<unknown>,
  migrations: readonly string[],
): Promise<Loss[]> {
  const losses: Loss[] = [];
  const held = new Map(Object.entries(HELD_BY));
  for (const migration of migrations) {
    for (const table of held.get(migration) ?? []) {
      const { rows } = await sql<{ rows: number }>`
        select count(*)::integer as rows from ${sql.table(table)}`.execute(db);
      const count = rows[0]?.rows ?? 0;
      if (count > 0) losses.push({ migration, table, rows: count });
    }
  }
  return losses;
}
