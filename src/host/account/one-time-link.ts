/** The one-time link of the first administrator: kept as a digest, used once, soon out of date. */
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { FIRST_LINK_HOURS } from '../limits.ts';
import { SCHEMA } from './account-tables.ts';

const TOKEN_BYTES = 32;

/** The digest under which a secret of full entropy is kept; it needs no slow hash. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A new token; those issued before are no longer good. */
export async function issueLink(pool: pg.Pool): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await pool.query(`delete from ${SCHEMA}.first_link`);
  await pool.query(
    `insert into ${SCHEMA}.first_link (hash, expires_at)
     values ($1, now() + make_interval(hours => $2))`,
    [digestOf(token), FIRST_LINK_HOURS],
  );
  return token;
}

/** Whether the token could be used now. */
export async function linkIsOpen(pool: pg.Pool, token: string): Promise<boolean> {
  const found = await pool.query(
    `select 1 from ${SCHEMA}.first_link
     where hash = $1 and used_at is null and expires_at > now()`,
    [digestOf(token)],
  );
  return found.rowCount === 1;
}

/** Uses the token up; of several at the same time, one succeeds. */
export async function claimLink(pool: pg.Pool, token: string): Promise<boolean> {
  const claimed = await pool.query(
    `update ${SCHEMA}.first_link set used_at = now()
     where hash = $1 and used_at is null and expires_at > now()`,
    [digestOf(token)],
  );
  return claimed.rowCount === 1;
}

/** Gives a claimed token back, where what it was claimed for came to nothing. */
export async function releaseLink(pool: pg.Pool, token: string): Promise<void> {
  await pool.query(`update ${SCHEMA}.first_link set used_at = null where hash = $1`, [
    digestOf(token),
  ]);
}
