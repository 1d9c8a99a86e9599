/** What is to be sent to other nodes, and how sending went. */
import type pg from 'pg';
import { FEDERATION_SCHEMA } from './federation-tables.ts';
import { type Peer, peersIn } from './peer-tables.ts';

const FAULT_CHARACTERS_MAX = 500;
const SENDING = `${FEDERATION_SCHEMA}.sending`;
const HANDED = `${FEDERATION_SCHEMA}.handed`;

/** How sending to a node goes. */
export interface Sending {
  readonly operator: string;
  /** Acts that wait there, or for being handed in there. */
  readonly awaiting: number;
  readonly triedAt: Date | null;
  readonly doneAt: Date | null;
  readonly failed: number;
  readonly fault: string | null;
}

const COLUMNS = `sending.awaiting, sending.tried_at as "triedAt", sending.done_at as "doneAt",
  sending.failed, sending.fault`;

/** How sending goes to each node that is followed. */
export async function sendingsIn(pool: pg.Pool): Promise<Sending[]> {
  const { rows } = await pool.query<Sending>(
    `select operator, ${COLUMNS} from ${SENDING}
     join ${FEDERATION_SCHEMA}.peer on peer.id = sending.peer
     where peer.ended_at is null order by operator`,
  );
  return rows;
}

/** Has what is new sent to all; a node that was not reached is tried when its pause is over. */
export async function makeSendingDue(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into ${SENDING} (peer)
     select id from ${FEDERATION_SCHEMA}.peer where ended_at is null
     on conflict (peer) do update set next_at = now() where sending.failed = 0`,
  );
}

/** Has everything sent to a node that was just reached, whatever its pause. */
export async function makeReachedDue(pool: pg.Pool, peer: string): Promise<void> {
  await pool.query(
    `insert into ${SENDING} (peer) values ($1)
     on conflict (peer) do update set next_at = now() where sending.failed > 0`,
    [peer],
  );
}

/** Takes a node that is due, so that no other process sends to it meanwhile. */
export async function claimSending(
  pool: pg.Pool,
  seconds: number,
): Promise<{ peer: Peer; failed: number } | null> {
  const { rows } = await pool.query<{ peer: string; failed: number }>(
    `update ${SENDING} set claimed_until = now() + $1 * interval '1 second', tried_at = now(),
       next_at = now() + $1 * interval '1 second'
     where peer = (
       select sending.peer from ${SENDING}
       join ${FEDERATION_SCHEMA}.peer on peer.id = sending.peer
       where peer.ended_at is null and sending.next_at <= now()
         and (sending.claimed_until is null or sending.claimed_until < now())
       order by sending.next_at limit 1 for update of sending skip locked
     ) returning peer, failed`,
    [seconds],
  );
  const [row] = rows;
  if (!row) return null;
  const peer = (await peersIn(pool)).find(({ id }) => id === row.peer);
  return peer ? { peer, failed: row.failed } : null;
}

/** How it went to send to a node. */
export interface Sent {
  readonly fault: string | null;
  readonly awaiting: number;
  readonly nextSeconds: number;
}

/** Puts down how sending went; what moved meanwhile makes it due at once. */
export async function setSent(pool: pg.Pool, peer: string, sent: Sent): Promise<void> {
  const fault = sent.fault?.replaceAll('\0', '').slice(0, FAULT_CHARACTERS_MAX) ?? null;
  await pool.query(
    `update ${SENDING} set fault = $2, awaiting = $3, claimed_until = null,
       failed = case when $2::text is null then 0 else failed + 1 end,
       done_at = case when $2::text is null then now() else done_at end,
       next_at = least(next_at, now() + $4 * interval '1 second')
     where peer = $1`,
    [peer, fault, sent.awaiting, sent.nextSeconds],
  );
}

/** Puts down that acts stand at a node, for the first time; how many of them that were. */
export async function setHanded(
  pool: pg.Pool,
  operator: string,
  acts: readonly string[],
): Promise<number> {
  if (acts.length === 0) return 0;
  const put = await pool.query(
    `insert into ${HANDED} (act, operator) select unnest($2::text[]), $1
     on conflict (act) do nothing`,
    [operator, acts],
  );
  return put.rowCount ?? 0;
}

/** When an act was handed in to its custodian's node; null where it was not. */
export async function handedAt(pool: pg.Pool, act: string): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date }>(
    `select handed_at as at from ${HANDED} where act = $1`,
    [act],
  );
  return rows[0]?.at ?? null;
}
