/** Access tokens for programs: shown once, kept as a digest, revocable. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { SCHEMA } from './account-tables.ts';
import { digestOf } from './one-time-link.ts';
import type { AccessToken } from './sign-in.ts';

const TOKEN_BYTES = 32;
/** Tells what it is to whoever finds one, and to scanners for leaked secrets. */
const PREFIX = 'concord_';

interface Row {
  id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

/** The tokens of a person that are not revoked, newest first. */
export async function listTokens(pool: pg.Pool, person: string): Promise<AccessToken[]> {
  const found = await pool.query<Row>(
    `select id, name, created_at, last_used_at from ${SCHEMA}.access_token
     where person = $1 and revoked_at is null order by created_at desc`,
    [person],
  );
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
}

/** Makes a token and returns it; only its digest is kept. */
export async function makeToken(pool: pg.Pool, person: string, name: string): Promise<string> {
  const token = `${PREFIX}${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  await pool.query(`insert into ${SCHEMA}.access_token (person, name, hash) values ($1, $2, $3)`, [
    person,
    name,
    digestOf(token),
  ]);
  return token;
}

/** Revokes a token of the person; another's, or none, changes nothing. */
export async function revoke(pool: pg.Pool, person: string, id: string): Promise<void> {
  await pool.query(
    `update ${SCHEMA}.access_token set revoked_at = now()
     where person = $1 and id::text = $2 and revoked_at is null`,
    [person, id],
  );
}

/** Whose token it is, and notes the day of its use; null for one that is unknown or revoked. */
export async function tokenOwner(
  pool: pg.Pool,
  token: string,
): Promise<{ id: string; person: string } | null> {
  if (!token.startsWith(PREFIX)) return null;
  const found = await pool.query<{ id: string; person: string; stale: boolean }>(
    `select id, person, last_used_at is null or last_used_at < now() - interval '1 hour' as stale
     from ${SCHEMA}.access_token where hash = $1 and revoked_at is null`,
    [digestOf(token)],
  );
  const [row] = found.rows;
  if (!row) return null;
  if (row.stale) {
    await pool.query(`update ${SCHEMA}.access_token set last_used_at = now() where id = $1`, [
      row.id,
    ]);
  }
  return { id: row.id, person: row.person };
}
