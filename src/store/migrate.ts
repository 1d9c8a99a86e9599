/** Brings the record's tables to the present version, or back. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as record from './migrations/0001-record.ts';
import type { RoleNames } from './row-security.ts';

/** All migrations by name, bound to the roles that their policies are for. */
export function migrations(roles: RoleNames): Record<string, Migration> {
  return {
    '0001-record': { up: (db) => record.up(db, roles), down: (db) => record.down(db) },
  };
}

function migrator(db: Kysely<unknown>, roles: RoleNames): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations(roles) } });
}

/** Migrates to the latest version; throws what kept it from that. */
export async function migrateUp(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  const { error } = await migrator(db, roles).migrateToLatest();
  if (error) throw error;
}

/** Takes the last migration back; throws what kept it from that. */
export async function migrateDown(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  const { error } = await migrator(db, roles).migrateDown();
  if (error) throw error;
}
