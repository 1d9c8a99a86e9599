/** Brings a database to where the store can work: roles, record, tables of areas. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { synchronizeTables } from './area-tables.ts';
import type { Catalog } from './catalog.ts';
import {
  type ConnectionSettings,
  clientConfig,
  roleName,
  outliveConnections,
} from './connection.ts';
import type { Progress } from '../kernel/submission.ts';
import { lockRecord } from './load-batch-state.ts';
import { migrateUp } from './migrate.ts';
import { keepFolder, refuseOtherFolder } from './one-folder.ts';
import type { RecordTables } from './record-tables.ts';
import { replay } from './replay.ts';
import { connectOwner, ensureRoles } from './roles.ts';
import type { RoleNames } from './row-security.ts';

/** Held while a process prepares the database, so that two that start at once take turns. */
const PREPARING_LOCK = 2662674;

/** The roles of a database, as its policies name them. */
export function roleNames(settings: ConnectionSettings): RoleNames {
  return {
    writer: roleName(settings.database, 'writer'),
    reader: roleName(settings.database, 'reader'),
  };
}

/** Makes or migrates all that is missing; what changed in the areas is replayed from the record. */
export async function prepareDatabase(
  settings: ConnectionSettings,
  secret: string,
  catalog: Catalog,
  report: (progress: Progress) => void,
): Promise<void> {
  const client = await connectOwner(settings);
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARING_LOCK]);
    await refuseOtherFolder(client, settings, secret);
    await ensureRoles(client, settings, secret);
    await prepareTables(settings, catalog, report);
    await keepFolder(client, secret);
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

async function prepareTables(
  settings: ConnectionSettings,
  catalog: Catalog,
  report: (progress: Progress) => void,
): Promise<void> {
  const pool = new pg.Pool({ ...clientConfig(settings), max: 2 });
  outliveConnections(pool);
  const owner = new Kysely<RecordTables>({ dialect: new PostgresDialect({ pool }) });
  const roles = roleNames(settings);
  try {
    // Migrations ask for no table by type.
    await migrateUp(owner as unknown as Kysely<unknown>, roles);
    await owner.transaction().execute(async (db) => {
      await lockRecord(db);
      const changed = await synchronizeTables(
        db as unknown as Kysely<unknown>,
        catalog.areas,
        roles,
      );
      if (changed.length > 0) await replay(db, catalog, changed, report);
    });
  } finally {
    await owner.destroy();
  }
}

/** Empties the tables of all areas and replays the whole record into them, or changes nothing. */
export async function rebuildTables(
  owner: Kysely<RecordTables>,
  catalog: Catalog,
  report: (progress: Progress) => void,
): Promise<number> {
  return owner.transaction().execute(async (db) => {
    await lockRecord(db);
    for (const table of catalog.areas.flatMap((area) => area.tables)) {
      await sql`truncate ${sql.table(table.name)}`.execute(db);
    }
    return replay(db, catalog, catalog.areas, report);
  });
}
