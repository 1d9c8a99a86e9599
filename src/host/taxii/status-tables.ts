/** Statuses of requests in the database, so that whichever process is asked for one finds it. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { outliveConnections } from '../../store/connection.ts';
import { inTurnOn } from '../../store/in-turn.ts';
import { STATUSES_MAX, STATUS_HOURS, type StatusKeeper } from './status-keeper.ts';

const SCHEMA = 'taxii';
/** Any number that nothing else locks: two processes that start together migrate in turn. */
const MIGRATION_LOCK = 8_400_021;
const CONNECTIONS_MAX = 1;

const TABLES = `
  create schema if not exists ${SCHEMA};
  create table if not exists ${SCHEMA}.status (
    id uuid primary key,
    person text not null,
    body text not null,
    kept_at timestamptz not null default now()
  );
  create index if not exists status_kept on ${SCHEMA}.status (kept_at);
`;

const AGE = `interval '${STATUS_HOURS} hours'`;

/** What is out of date goes with the next that is kept, and the oldest above the bound. */
const SWEEP = `
  delete from ${SCHEMA}.status where kept_at < now() - ${AGE}
    or id in (select id from ${SCHEMA}.status order by kept_at desc, id offset ${STATUSES_MAX})
`;

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

/** Opens a keeper for all processes of a node, making its table where it is missing. */
export async function openStatuses(
  connection: pg.PoolConfig,
): Promise<StatusKeeper & { close(): Promise<void> }> {
  const pool = new pg.Pool({ ...connection, max: CONNECTIONS_MAX });
  outliveConnections(pool);
  await inTurnOn(pool, MIGRATION_LOCK, (client) => client.query(TABLES));
  return {
    async keep(person, make) {
      const id = randomUUID();
      const body = make(id);
      const insert = `insert into ${SCHEMA}.status (id, person, body) values ($1, $2, $3)`;
      await pool.query(insert, [id, person, body]);
      await pool.query(SWEEP);
      return body;
    },
    async find(person, id) {
      if (!isUuid(id)) return null;
      const { rows } = await pool.query<{ body: string }>(
        `select body from ${SCHEMA}.status
         where id = $1 and person = $2 and kept_at >= now() - ${AGE}`,
        [id, person],
      );
      return rows[0]?.body ?? null;
    },
    close: () => pool.end(),
  };
}
