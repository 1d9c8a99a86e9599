/** `npm run migrate -- --status`, or `--to NAME [--dry-run]`: the tables of a node that rests. */
import { parseArgs } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type ConnectionSettings, clientConfig } from '../../store/connection.ts';
import { CannotStart } from '../../store/embedded/cannot-start.ts';
import { migrateTo, migrations, planMove } from '../../store/migrate.ts';
import { appliedIn, lossesOf } from '../../store/migration-steps.ts';
import { roleNames } from '../../store/prepare-database.ts';
import { readSettings } from '../settings/read-settings.ts';
import { withDatabase } from './backup.ts';
import { folderOf } from './folder.ts';

const USAGE = 'Say what to do: npm run migrate -- --status, or --to NAME [--dry-run]';

type Db = Kysely<unknown>;

async function refuseBusy(pool: pg.Pool, { writer, reader }: ReturnType<typeof roleNames>) {
  const { rows } = await pool.query<{ used: number }>(
    'select count(*)::integer as used from pg_stat_activity where usename = any($1)',
    [[writer, reader]],
  );
  if ((rows[0]?.used ?? 0) === 0) return;
  throw new CannotStart('The node is running: stop every process of it first.');
}

async function statusLines(db: Db, roles: ReturnType<typeof roleNames>): Promise<string[]> {
  const applied = await appliedIn(db);
  const known = Object.keys(migrations(roles));
  const all = [...known, ...applied.filter((name) => !known.includes(name))];
  return all.map((name) => {
    const state = applied.includes(name) ? 'applied' : 'not yet';
    return `${name}  ${known.includes(name) ? state : 'applied, of a newer version'}`;
  });
}

async function move(connection: ConnectionSettings, to: string | null, isTrial: boolean) {
  const pool = new pg.Pool({ ...clientConfig(connection), max: 2 });
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const roles = roleNames(connection);
  try {
    if (to === null) return await statusLines(db, roles);
    if (isTrial) {
      const { direction, steps } = await planMove(db, roles, to);
      const losses = direction === 'down' ? await lossesOf(db, steps) : [];
      const lost = losses.map((one) => `refused: ${one.rows} in ${one.table} would be lost`);
      return [`would go ${direction}: ${steps.join(', ') || 'nothing to do'}`, ...lost];
    }
    await refuseBusy(pool, roles);
    const { direction, steps } = await migrateTo(db, roles, to);
    return [`went ${direction}: ${steps.join(', ') || 'nothing to do'}`];
  } finally {
    await db.destroy();
  }
}

try {
  const { values } = parseArgs({
    options: {
      status: { type: 'boolean', default: false },
      to: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  if (values.status === (values.to !== undefined)) throw new CannotStart(USAGE);
  const { config } = readSettings(process.env);
  const lines = await withDatabase(config, folderOf(config), (connection) =>
    move(connection, values.to ?? null, values['dry-run']),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
