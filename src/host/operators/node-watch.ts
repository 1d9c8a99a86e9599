/** Looks how the node stands, over a connection of its own; reads counts and ages alone. */
import { statfs } from 'node:fs/promises';
import pg from 'pg';
import { outliveConnections } from '../../store/connection.ts';
import { lastBackup } from './last-backup.ts';
import type {
  DatabaseState,
  Deliveries,
  DiskState,
  JobListed,
  JobsOfKind,
  LogState,
  NodeState,
  Visits,
} from './node-state.ts';

const CONNECTIONS_MAX = 1;
const LOOK_MILLISECONDS_MAX = 5000;
export const JOBS_SHOWN_MAX = 100;
/** What was given up longer ago is history: nobody can do anything about it. */
export const FAILED_DAYS = 7;

const JOBS = `select kind,
    count(*) filter (where locked_by is null and failed_at is null)::integer as waiting,
    count(*) filter (where locked_by is not null)::integer as running,
    count(*) filter (where failed_at is not null)::integer as failed,
    greatest(0, coalesce(extract(epoch from now() - min(run_after)
      filter (where locked_by is null and failed_at is null)), 0))::float8 as "oldestSeconds"
  from jobs where done_at is null group by kind order by kind`;

const STATE = `case when failed_at is not null then 'failed'
    when locked_by is not null then 'running' else 'waiting' end`;
const LISTED = `select id::float8 as id, kind, ${STATE} as state, attempts,
    coalesce(failed_at, locked_at, run_after) as at, fault
  from jobs where done_at is null
  order by failed_at is null, locked_by is null, run_after limit ${JOBS_SHOWN_MAX}`;

const deliveriesIn = (table: string): string => `select
    count(*) filter (where sent_at is null and failed_at is null)::integer as waiting,
    count(*) filter (where failed_at > now() - interval '${FAILED_DAYS} days')::integer as failed,
    coalesce(extract(epoch from now() - min(queued_at)
      filter (where sent_at is null and failed_at is null)), 0)::float8 as "oldestSeconds"
  from ${table}`;

const VISITS = `select count(*)::integer as nodes,
    count(*) filter (where fault is not null)::integer as failing,
    greatest(0, coalesce(extract(epoch from now() - min(next_visit_at)), 0))::float8
      as "overdueSeconds",
    (select coalesce(sum(awaiting), 0)::integer from federation.sending) as awaiting
  from federation.peer where ended_at is null`;

const LOG = `select (select count(*)::integer from log_queue) as queued,
    (select coalesce(max(leaf) + 1, 0)::float8 from log_leaves) as size,
    (select kept_at::timestamptz from log_checkpoints where origin = $1
     order by size desc limit 1) as "signedAt"`;

const DATABASE = `select pg_database_size(current_database())::float8 as "sizeBytes",
    (select count(*)::integer from pg_stat_activity where datname is not null) as connections,
    current_setting('max_connections')::integer as "connectionsMax",
    current_setting('server_version') as version`;

const NO_DELIVERIES: Deliveries = { waiting: 0, failed: 0, oldestSeconds: 0 };
const NO_VISITS: Visits = { nodes: 0, failing: 0, overdueSeconds: 0, awaiting: 0 };

export interface WatchSettings {
  readonly connection: pg.PoolConfig;
  readonly dataFolder: string;
  /** The name of the node's own log. */
  readonly logOrigin: string;
}

export class NodeWatch {
  readonly #pool: pg.Pool;
  readonly #settings: WatchSettings;
  constructor(settings: WatchSettings) {
    this.#settings = settings;
    this.#pool = new pg.Pool({
      ...settings.connection,
      max: CONNECTIONS_MAX,
      statement_timeout: LOOK_MILLISECONDS_MAX,
    });
    outliveConnections(this.#pool);
  }

  async #one<Row extends object>(query: string, values: unknown[] = []): Promise<Row> {
    const { rows } = await this.#pool.query<Row>(query, values);
    const [row] = rows;
    if (row === undefined) throw new Error('a count has no row');
    return row;
  }

  /** Rooms that this node does not have have no tables. */
  async #ofRoom<Row extends object>(table: string, query: string, none: Row): Promise<Row> {
    const asked = 'select to_regclass($1) is not null as there';
    const { there } = await this.#one<{ there: boolean }>(asked, [table]);
    return there ? this.#one<Row>(query) : none;
  }

  /** How the node stands now. Throws where the database is away. */
  async look(): Promise<NodeState> {
    const { dataFolder, logOrigin } = this.#settings;
    const { rows: jobs } = await this.#pool.query<JobsOfKind>(JOBS);
    const { rows: migrations } = await this.#pool.query<{ name: string }>(
      'select name from kysely_migration order by name',
    );
    return {
      at: new Date(),
      jobs,
      mail: await this.#ofRoom('mail.delivery', deliveriesIn('mail.delivery'), NO_DELIVERIES),
      webhooks: await this.#ofRoom(
        'webhooks.telling',
        `${deliveriesIn('webhooks.telling')} where way = 'webhook'`,
        NO_DELIVERIES,
      ),
      visits: await this.#ofRoom('federation.sending', VISITS, NO_VISITS),
      log: await this.#one<LogState>(LOG, [logOrigin]),
      database: await this.#one<DatabaseState>(DATABASE),
      disk: await diskOf(dataFolder),
      backup: await lastBackup(dataFolder),
      migrations: migrations.map(({ name }) => name),
    };
  }

  /** Jobs that are not done: those given up first, then those that run, then those that wait. */
  async jobs(): Promise<readonly JobListed[]> {
    const { rows } = await this.#pool.query<JobListed>(LISTED);
    return rows;
  }

  /** Has a job that was given up tried again; false where it was not given up. */
  async retryJob(id: number): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update jobs set failed_at = null, attempts = 0, run_after = now()
       where id = $1 and failed_at is not null and done_at is null`,
      [id],
    );
    return rowCount === 1;
  }

  /** Lets go of a job that nobody is at; false where there is none. */
  async dropJob(id: number): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      'delete from jobs where id = $1 and done_at is null and locked_by is null',
      [id],
    );
    return rowCount === 1;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

async function diskOf(folder: string): Promise<DiskState | null> {
  try {
    const { bavail, bsize, blocks } = await statfs(folder);
    return { folder, freeBytes: bavail * bsize, sizeBytes: blocks * bsize };
  } catch {
    // Some file systems do not tell; then nothing is said of it.
    return null;
  }
}
