/** Brings the record's tables to the present version, or back. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as record from './migrations/0001-record.ts';
import * as attachments from './migrations/0002-attachments.ts';
import * as forks from './migrations/0005-forks.ts';
import * as recoveries from './migrations/0006-recoveries.ts';
import * as rulings from './migrations/0007-rulings.ts';
import * as beside from './migrations/0008-beside.ts';
import * as cameLate from './migrations/0009-came-late.ts';
import * as merkleLog from './migrations/0003-merkle-log.ts';
import type { RoleNames } from './row-security.ts';

/** All migrations by name, bound to the roles that their policies are for. */
export function migrations(roles: RoleNames): Record<string, Migration> {
  return {
    '0001-record': { up: (db) => record.up(db, roles), down: (db) => record.down(db) },
    '0002-attachments': {
      up: (db) => attachments.up(db, roles),
      down: (db) => attachments.down(db),
    },
    '0003-merkle-log': { up: (db) => merkleLog.up(db, roles), down: (db) => merkleLog.down(db) },
    '0005-forks': { up: (db) => forks.up(db, roles), down: (db) => forks.down(db) },
    '0006-recoveries': recoveries,
    '0007-rulings': { up: (db) => rulings.up(db, roles), down: (db) => rulings.down(db) },
    '0008-beside': { up: (db) => beside.up(db, roles), down: (db) => beside.down(db) },
    '0009-came-late': { up: (db) => cameLate.up(db, roles), down: (db) => cameLate.down(db) },
  };
}

function migrator(db: Kysely<unknown>, roles: RoleNames): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations(roles) } });
}

/** What Kysely reports is of no certain type; what is thrown is always an error. */
function throwFault(error: unknown): void {
  if (error === undefined) return;
  throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}

/** Migrates to the latest version; throws what kept it from that. */
export async function migrateUp(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  const { error } = await migrator(db, roles).migrateToLatest();
  throwFault(error);
}

/** Takes the last migration back; throws what kept it from that. */
export async function migrateDown(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  const { error } = await migrator(db, roles).migrateDown();
  throwFault(error);
}
