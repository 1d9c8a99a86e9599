/** One-time links by which an administrator lets a person in, or lets them set a new password. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { INVITATION_HOURS } from '../limits.ts';
import { SCHEMA } from './account-tables.ts';
import { actorsIn } from './auth.ts';
import { digestOf } from './one-time-link.ts';
import type { Invitation } from './people.ts';

const TOKEN_BYTES = 32;

interface Row {
  id: string;
  person: string | null;
  name: string;
  email: string;
  actors: string;
  administrator: boolean;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
}

const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  person: row.person,
  name: row.name,
  email: row.email,
  actors: actorsIn(row.actors),
  administrator: row.administrator,
  invitedBy: row.invited_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

const OPEN = 'used_at is null and expires_at > now()';

/** Makes a link for the address and returns its token; an earlier one is no longer good. */
export async function issueInvitation(
  pool: pg.Pool,
  given: Pick<Invitation, 'name' | 'email' | 'actors' | 'administrator' | 'person'>,
  by: string,
): Promise<{ token: string; invitation: Invitation }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const email = given.email.toLowerCase();
  await pool.query(`delete from ${SCHEMA}.invitation where email = $1 and used_at is null`, [
    email,
  ]);
  const made = await pool.query<Row>(
    `insert into ${SCHEMA}.invitation
       (hash, person, name, email, actors, administrator, invited_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(hours => $8)) returning *`,
    [
      digestOf(token),
      given.person,
      given.name,
      email,
      given.actors.join(' '),
      given.administrator,
      by,
      INVITATION_HOURS,
    ],
  );
  const [row] = made.rows;
  if (!row) throw new Error('the invitation was not kept');
  return { token, invitation: invitationOf(row) };
}

/** Invitations that could be used now, newest first. */
export async function openInvitations(pool: pg.Pool): Promise<Invitation[]> {
  const found = await pool.query<Row>(
    `select * from ${SCHEMA}.invitation where ${OPEN} order by created_at desc`,
  );
  return found.rows.map(invitationOf);
}

/** The invitation of a token that could be used now. Uses nothing up. */
export async function findInvitation(pool: pg.Pool, token: string): Promise<Invitation | null> {
  const found = await pool.query<Row>(
    `select * from ${SCHEMA}.invitation where hash = $1 and ${OPEN}`,
    [digestOf(token)],
  );
  return found.rows[0] ? invitationOf(found.rows[0]) : null;
}

/** Uses the token up; of several at the same time, one gets the invitation. */
export async function claimInvitation(pool: pg.Pool, token: string): Promise<Invitation | null> {
  const found = await pool.query<Row>(
    `update ${SCHEMA}.invitation set used_at = now() where hash = $1 and ${OPEN} returning *`,
    [digestOf(token)],
  );
  return found.rows[0] ? invitationOf(found.rows[0]) : null;
}

/** Gives a claimed invitation back, where what it was claimed for came to nothing. */
export async function releaseInvitation(pool: pg.Pool, id: string): Promise<void> {
  await pool.query(`update ${SCHEMA}.invitation set used_at = null where id = $1`, [id]);
}

/** Withdraws an invitation that was not used. */
export async function withdrawInvitation(pool: pg.Pool, id: string): Promise<void> {
  await pool.query(`delete from ${SCHEMA}.invitation where id::text = $1 and used_at is null`, [
    id,
  ]);
}
