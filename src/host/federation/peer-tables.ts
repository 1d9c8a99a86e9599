/** The nodes that are followed, and how the last visit to each went. */
import type pg from 'pg';
import type { NodeStatement } from '../../federation/node-statement.ts';
import { FEDERATION_SCHEMA } from './federation-tables.ts';

const FAULT_CHARACTERS_MAX = 500;

export interface Peer {
  readonly id: string;
  readonly address: string;
  readonly operator: string;
  readonly network: string;
  readonly publicKey: string;
  readonly encryptionKey: string;
  readonly relay: boolean;
  /** Operator of the node at which envelopes for this one are left; null: none are. */
  readonly byWayOf: string | null;
  readonly addedBy: string;
  readonly addedAt: Date;
  /** When it was last visited to its end, and when it was last tried. */
  readonly visitedAt: Date | null;
  readonly lastVisitAt: Date | null;
  readonly nextVisitAt: Date;
  readonly visitsFailed: number;
  readonly fault: string | null;
  /** Acts that it offers and that are not here. */
  readonly behind: number;
  /** Streams that wait for something, and things that were wrong, on the last visit. */
  readonly waiting: number;
  readonly faults: number;
  readonly actsTaken: number;
}

const COLUMNS = `id, address, operator, network, public_key as "publicKey",
  encryption_key as "encryptionKey", relay, by_way_of as "byWayOf",
  added_by as "addedBy", added_at as "addedAt",
  visited_at as "visitedAt", last_visit_at as "lastVisitAt", next_visit_at as "nextVisitAt",
  visits_failed as "visitsFailed", fault, behind::float8 as behind, waiting, faults,
  acts_taken::float8 as "actsTaken"`;
const PEER = `${FEDERATION_SCHEMA}.peer`;

/** Nodes that are followed now, by operator. */
export async function peersIn(pool: pg.Pool): Promise<Peer[]> {
  const { rows } = await pool.query<Peer>(
    `select ${COLUMNS} from ${PEER} where ended_at is null order by operator`,
  );
  return rows;
}

/** Follows a node, or goes on to with what is stated now. */
export async function putPeer(
  pool: pg.Pool,
  statement: NodeStatement,
  given: { readonly addedBy: string; readonly relay: boolean },
): Promise<Peer> {
  const { address, operator, network, publicKey, encryptionKey } = statement;
  const { rows } = await pool.query<Peer>(
    `insert into ${PEER} (address, operator, network, public_key, encryption_key, added_by, relay)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (operator) where ended_at is null do update set address = excluded.address,
       public_key = excluded.public_key, encryption_key = excluded.encryption_key,
       relay = excluded.relay, fault = null, visits_failed = 0, next_visit_at = now()
     returning ${COLUMNS}`,
    [address, operator, network, publicKey, encryptionKey, given.addedBy, given.relay],
  );
  const [peer] = rows;
  if (!peer) throw new Error('the node was not put down');
  return peer;
}

/** Keys that a node states anew, once they were held to its pin. */
export async function setKeys(
  pool: pg.Pool,
  id: string,
  keys: { readonly publicKey: string; readonly encryptionKey: string },
): Promise<void> {
  await pool.query(`update ${PEER} set public_key = $2, encryption_key = $3 where id = $1`, [
    id,
    keys.publicKey,
    keys.encryptionKey,
  ]);
}

/** Says at which node envelopes for one are left; null: at none. */
export async function setByWayOf(
  pool: pg.Pool,
  operator: string,
  relay: string | null,
): Promise<boolean> {
  const set = await pool.query(
    `update ${PEER} set by_way_of = $2 where operator = $1 and ended_at is null`,
    [operator, relay],
  );
  return set.rowCount === 1;
}

/** Follows a node no longer; false where it was not followed. */
export async function endPeer(pool: pg.Pool, operator: string): Promise<boolean> {
  const ended = await pool.query(
    `update ${PEER} set ended_at = now() where operator = $1 and ended_at is null`,
    [operator],
  );
  return ended.rowCount === 1;
}

/** Has a node visited as soon as may be; all of them where none is named. */
export async function makeDue(pool: pg.Pool, operator: string | null): Promise<number> {
  const due = await pool.query(
    `update ${PEER} set next_visit_at = now()
     where ended_at is null and ($1::text is null or operator = $1)`,
    [operator],
  );
  return due.rowCount ?? 0;
}

/** Has a node visited again that could not be reached, since it was just heard of. */
export async function makeDueAgain(pool: pg.Pool, operator: string): Promise<void> {
  await pool.query(
    `update ${PEER} set next_visit_at = now()
     where ended_at is null and operator = $1 and visits_failed > 0`,
    [operator],
  );
}

/** Takes a node that is due, so that no other process visits it meanwhile. */
export async function claimPeer(pool: pg.Pool, seconds: number): Promise<Peer | null> {
  const { rows } = await pool.query<Peer>(
    `update ${PEER} set claimed_until = now() + $1 * interval '1 second', last_visit_at = now(),
       -- A bell that rings from here on is for another visit, and so is a visit that was lost.
       next_visit_at = now() + $1 * interval '1 second'
     where id = (
       select id from ${PEER}
       where ended_at is null and next_visit_at <= now()
         and (claimed_until is null or claimed_until < now())
       order by next_visit_at limit 1 for update skip locked
     ) returning ${COLUMNS}`,
    [seconds],
  );
  return rows[0] ?? null;
}

/** Keeps a node while it is visited; a bell that rang meanwhile stays rung. */
export async function keepPeer(pool: pg.Pool, id: string, seconds: number): Promise<void> {
  await pool.query(
    `update ${PEER} set claimed_until = now() + $2 * interval '1 second',
       next_visit_at = case when next_visit_at > now()
         then now() + $2 * interval '1 second' else next_visit_at end
     where id = $1 and claimed_until is not null`,
    [id, seconds],
  );
}

/** How a visit went. */
export interface Visited {
  readonly fault: string | null;
  readonly behind: number;
  readonly waiting: number;
  readonly faults: number;
  readonly actsTaken: number;
  readonly nextSeconds: number;
}

/** Puts down how a visit went, and when the next is due; a bell meanwhile makes it due at once. */
export async function setVisited(pool: pg.Pool, id: string, visited: Visited): Promise<void> {
  const fault = visited.fault?.replaceAll('\0', '').slice(0, FAULT_CHARACTERS_MAX) ?? null;
  await pool.query(
    `update ${PEER} set fault = $2, behind = $3, waiting = $4, faults = $5,
       acts_taken = acts_taken + $6, claimed_until = null,
       visits_failed = case when $2::text is null then 0 else visits_failed + 1 end,
       visited_at = case when $2::text is null then now() else visited_at end,
       next_visit_at = least(next_visit_at, now() + $7 * interval '1 second')
     where id = $1`,
    [
      id,
      fault,
      visited.behind,
      visited.waiting,
      visited.faults,
      visited.actsTaken,
      visited.nextSeconds,
    ],
  );
}
