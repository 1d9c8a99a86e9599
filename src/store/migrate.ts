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
import { CannotStart } from './embedded/cannot-start.ts';
import { appliedIn, lossesOf, refuseNewer } from './migration-steps.ts';
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
  await refuseNewer(db, Object.keys(migrations(roles)));
  const { error } = await migrator(db, roles).migrateToLatest();
  throwFault(error);
}

/** Takes the last migration back; throws what kept it from that. */
export async function migrateDown(db: Kysely<unknown>, roles: RoleNames): Promise<void> {
  const { error } = await migrator(db, roles).migrateDown();
  throwFault(error);
}

/** What a move to a version does: migrations applied or taken back, in their order. */
export interface Move {
  readonly direction: 'up' | 'down' | 'none';
  readonly steps: readonly string[];
}

/** What moving to a migration would do. Throws CannotStart for a name that is none. */
export async function planMove(db: Kysely<unknown>, roles: RoleNames, to: string): Promise<Move> {
  const known = Object.keys(migrations(roles));
  await refuseNewer(db, known);
  const place = known.indexOf(to);
  if (place < 0) throw new CannotStart(`There is no ${to}. There are: ${known.join(', ')}`);
  const applied = await appliedIn(db);
  const down = applied.filter((name) => known.indexOf(name) > place).toReversed();
  if (down.length > 0) return { direction: 'down', steps: down };
  const up = known.slice(0, place + 1).filter((name) => !applied.includes(name));
  return { direction: up.length > 0 ? 'up' : 'none', steps: up };
}

/**
 * Moves the tables to a migration, in one transaction: all steps or none. Throws CannotStart where
 * a step back would lose what nothing else holds.
 */
export async function migrateTo(db: Kysely<unknown>, roles: RoleNames, to: string): Promise<Move> {
  const move = await planMove(db, roles, to);
  const losses = move.direction === 'down' ? await lossesOf(db, move.steps) : [];
  if (losses.length > 0) {
    const told = losses.map(({ migration, table, rows }) => `${migration}: ${rows} in ${table}`);
    throw new CannotStart(
      `Taken back, these would be lost: ${told.join('; ')}. Restore a backup that is older.`,
    );
  }
  if (move.direction !== 'none') {
    const { error } = await migrator(db, roles).migrateTo(to);
    throwFault(error);
  }
  return move;
}
