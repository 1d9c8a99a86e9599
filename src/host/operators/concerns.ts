/** What of a node's state wants somebody's attention, the most urgent first. */
import type { NodeState } from './node-state.ts';

export const DISK_FREE_BYTES_MIN = 1024 ** 3;
export const BACKUP_DAYS_MAX = 7;
export const JOB_WAIT_MINUTES_MAX = 15;
export const LOG_WAIT_MINUTES_MAX = 10;
export const MANDATE_DAYS_BEFORE = 30;
export const KEY_DAYS_MAX = 730;
/** Of a hundred connections that the server allows. */
export const CONNECTIONS_PERCENT_MAX = 80;

export interface Concern {
  /** Words in `host.overview.concern.*`, and what to do in `host.overview.do.*`. */
  readonly name: string;
  readonly level: 'now' | 'soon';
  readonly href: string;
  /** How many, or how long; null where there is nothing to count. */
  readonly count: number | null;
}

/** Mandates and keys as far as their days matter. */
export interface Authority {
  readonly mandates: readonly { toOn: string | null; revokedBy: string | null }[];
  /** When the operator's key that counts was recorded; null where there is none. */
  readonly keySince: string | null;
  /** Whether somebody may recover the operator's keys. */
  readonly recoverable: boolean;
}

export interface Judged {
  readonly now: Date;
  /** Null: this process does not look at its database. */
  readonly state: NodeState | null;
  readonly authority: Authority;
  readonly operator: string;
  readonly signs: boolean;
  readonly logHalted: boolean;
  readonly replica: 'serving' | 'behind' | 'away' | null;
  /** How many people may administer the node. */
  readonly administrators: number;
}

const DAY = 86_400_000;
const MINUTE_SECONDS = 60;

const daysSince = (now: Date, at: Date): number => Math.floor((now.getTime() - at.getTime()) / DAY);

type Found = readonly [holds: boolean, name: string, href: string, count?: number | null];

/** What cannot wait: the node signs nothing, or will soon be able to do nothing. */
function urgent({ state, signs, logHalted }: Judged): Found[] {
  const free = state?.disk?.freeBytes ?? Infinity;
  return [
    [!signs, 'standing', '/admin/standing'],
    [logHalted, 'log-halted', '/log'],
    [free < DISK_FREE_BYTES_MIN, 'disk', '#storage'],
  ];
}

function ofBackup(now: Date, { backup }: NodeState): Found[] {
  if (backup === null) return [[true, 'backup-none', '#backup']];
  const days = daysSince(now, new Date(backup.at));
  return [[days > BACKUP_DAYS_MAX, 'backup-old', '#backup', days]];
}

function ofWork({ jobs, mail, webhooks, visits }: NodeState): Found[] {
  const failed = jobs.reduce((sum, one) => sum + one.failed, 0);
  const oldest = Math.max(0, ...jobs.map((one) => one.oldestSeconds));
  const minutes = Math.floor(oldest / MINUTE_SECONDS);
  return [
    [failed > 0, 'jobs-failed', '#jobs', failed],
    [minutes > JOB_WAIT_MINUTES_MAX, 'jobs-waiting', '#jobs', minutes],
    [mail.failed > 0, 'mail-failed', '/desk/addresses#deliveries', mail.failed],
    [webhooks.failed > 0, 'webhooks-failed', '/admin/webhooks', webhooks.failed],
    [visits.failing > 0, 'nodes-failing', '/admin/nodes', visits.failing],
  ];
}

function ofDatabase(now: Date, { log, database }: NodeState): Found[] {
  const since = log.signedAt === null ? Infinity : now.getTime() - log.signedAt.getTime();
  const isLate = since / 1000 / MINUTE_SECONDS > LOG_WAIT_MINUTES_MAX;
  const { connections, connectionsMax } = database;
  const percent = Math.floor((100 * connections) / Math.max(1, connectionsMax));
  return [
    [log.queued > 0 && isLate, 'log-waiting', '#log', log.queued],
    [percent > CONNECTIONS_PERCENT_MAX, 'connections', '#storage', percent],
  ];
}

function ofAuthority({ now, authority, operator, administrators }: Judged): Found[] {
  const until = new Date(now.getTime() + MANDATE_DAYS_BEFORE * DAY).toISOString().slice(0, 10);
  const today = now.toISOString().slice(0, 10);
  const ending = authority.mandates.filter(
    ({ toOn, revokedBy }) => revokedBy === null && toOn !== null && toOn >= today && toOn <= until,
  ).length;
  const keys = `/actors/${operator}/keys`;
  const { keySince } = authority;
  const days = keySince === null ? 0 : daysSince(now, new Date(keySince));
  return [
    [ending > 0, 'mandates-ending', '/admin/offices', ending],
    [!authority.recoverable, 'recovery-none', keys],
    [days > KEY_DAYS_MAX, 'key-old', keys, days],
    [administrators === 1, 'administrator-one', '/admin/people'],
  ];
}

const concernAt =
  (level: Concern['level']) =>
  ([holds, name, href, count = null]: Found): Concern[] =>
    holds ? [{ name, level, href, count }] : [];

/** What wants attention. */
export function concernsOf(judged: Judged): Concern[] {
  const { state, now, replica } = judged;
  const soon: Found[] = [
    [replica === 'away' || replica === 'behind', 'replica', '#storage'],
    ...(state === null
      ? []
      : [...ofWork(state), ...ofBackup(now, state), ...ofDatabase(now, state)]),
    ...ofAuthority(judged),
  ];
  return [...urgent(judged).flatMap(concernAt('now')), ...soon.flatMap(concernAt('soon'))];
}
