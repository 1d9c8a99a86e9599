/**
 * Processes of one node share its data folder: keys and the secret from which the passwords of the
 * database's roles are derived. One with a folder of its own would lock the others out.
 */
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { type ConnectionSettings, roleName } from './connection.ts';

const KEY = 'mark:node.folder';

const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('concord folder').digest('hex').slice(0, 32);

async function knownFingerprint(client: pg.Client): Promise<string | null> {
  const there = await client.query("select to_regclass('public.meta') is not null as there");
  if (!(there.rows[0] as { there: boolean }).there) return null;
  const kept = await client.query<{ value: string }>('select value from meta where key = $1', [
    KEY,
  ]);
  return kept.rows[0]?.value ?? null;
}

/** Throws where a process with another folder is at work; to be asked before roles are changed. */
export async function refuseOtherFolder(
  client: pg.Client,
  settings: ConnectionSettings,
  secret: string,
): Promise<void> {
  const known = await knownFingerprint(client);
  if (known === null || known === fingerprintOf(secret)) return;
  const others = await client.query(
    'select 1 from pg_stat_activity where datname = current_database() and usename = $1 limit 1',
    [roleName(settings.database, 'writer')],
  );
  if (others.rowCount === 0) return;
  throw new Error(
    'Another process of this node runs on this database with another data folder: ' +
      'give all of them the same folder with CONCORD_DATA, or stop the others first.',
  );
}

/** Keeps which folder the node runs with. */
export async function keepFolder(client: pg.Client, secret: string): Promise<void> {
  await client.query(
    `insert into meta values ($1, $2::jsonb)
     on conflict (key) do update set value = excluded.value`,
    [KEY, JSON.stringify(fingerprintOf(secret))],
  );
}
