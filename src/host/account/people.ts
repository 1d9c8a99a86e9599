/** The people of a node, as its administrators look after them. */
import type pg from 'pg';
import { z } from 'zod';
import { ActorId } from '../../kernel/actor-id.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { faultText, faultsIn } from '../faults.ts';
import { ACCOUNT_RULE, LAST_ADMINISTRATOR_RULE, UNKNOWN_RULE } from '../host-rules.ts';
import {
  EMAIL_LENGTH_MAX,
  ENTRUSTED_MAX,
  NAME_LENGTH_MAX,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
} from '../limits.ts';
import { SCHEMA } from './account-tables.ts';
import { type KnownUser, actorsIn } from './auth.ts';
import type { Cookies, Person } from './sign-in.ts';

export const Name = z.string().trim().min(1).max(NAME_LENGTH_MAX);
export const Email = z.email('not an email address').max(EMAIL_LENGTH_MAX);
export const Password = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX);
const Entrusted = z.array(ActorId).max(ENTRUSTED_MAX);

/** Whom an administrator lets in, and for whom they will act. */
export const Invited = z.strictObject({
  name: Name,
  email: Email,
  actors: Entrusted.default([]),
  administrator: z.boolean().default(false),
});
export type Invited = z.output<typeof Invited>;

/** What an administrator changes of a person. */
export const Entrustment = z.strictObject({
  actors: Entrusted,
  administrator: z.boolean(),
  disabled: z.boolean(),
});
export type Entrustment = z.output<typeof Entrustment>;

export interface Invitation extends Readonly<Omit<Invited, 'actors'>> {
  readonly actors: readonly string[];
  readonly id: string;
  /** Whose password is set anew; null where the link makes an account. */
  readonly person: string | null;
  readonly invitedBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface PersonListed extends Person {
  readonly disabled: boolean;
  readonly since: string;
  /** Sessions that are open, and tokens that programs hold. */
  readonly sessions: number;
  readonly tokens: number;
}

export interface People {
  list(): Promise<readonly PersonListed[]>;
  invitations(): Promise<readonly Invitation[]>;
  /** Invites a person and returns the link's token; it cannot be read again. */
  invite(given: unknown, by: Person): Promise<Issued | Refusal>;
  /** A link by which the person sets a new password. */
  renew(person: string, by: Person): Promise<Issued | Refusal>;
  withdraw(invitation: string): Promise<void>;
  /** The invitation of a token that could be used now, or null. Uses nothing up. */
  invited(token: string): Promise<Invitation | null>;
  /** Takes the invitation up with a password, once. */
  accept(token: string, password: string, headers: Headers): Promise<Cookies | Refusal>;
  change(person: string, given: unknown): Promise<Refusal | null>;
  /** Ends the person's sessions and revokes their tokens. */
  endSessions(person: string): Promise<void>;
}

export interface Issued {
  readonly token: string;
  readonly invitation: Invitation;
}

/** What is wrong with an account's data, by name of the field. */
export function accountFault(error: z.ZodError): Refusal {
  const values = Object.fromEntries(
    faultsIn(error).map(({ path, message }) => [path.split('.')[0] ?? '', message]),
  );
  return refuse(
    ACCOUNT_RULE,
    said('The account cannot be made so: {$fault}.', { fault: faultText(error) }),
    { values },
  );
}

interface Row extends KnownUser {
  readonly createdAt: Date;
  readonly sessions: number;
  readonly tokens: number;
}

/** Everyone who has an account, by name. */
export async function listPeople(pool: pg.Pool): Promise<PersonListed[]> {
  const found = await pool.query<Row>(
    `select id, name, email, actors, administrator, disabled, "createdAt",
       (select count(*)::int from ${SCHEMA}.session
        where "userId" = person.id and "expiresAt" > now()) as sessions,
       (select count(*)::int from ${SCHEMA}.access_token
        where access_token.person = person.id and revoked_at is null) as tokens
     from ${SCHEMA}."user" as person order by name, id`,
  );
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    actors: actorsIn(row.actors),
    administrator: row.administrator === true,
    disabled: row.disabled === true,
    since: row.createdAt.toISOString(),
    sessions: row.sessions,
    tokens: row.tokens,
  }));
}

/** Ends sessions and tokens of a person. */
export async function endSessions(db: Pick<pg.Pool, 'query'>, person: string): Promise<void> {
  await db.query(`delete from ${SCHEMA}.session where "userId" = $1`, [person]);
  await db.query(
    `update ${SCHEMA}.access_token set revoked_at = now()
     where person = $1 and revoked_at is null`,
    [person],
  );
}

async function changeWithin(client: pg.PoolClient, person: string, to: Entrustment) {
  // Locked in one order, so that two administrators cannot depose each other at once.
  const known = await client.query<KnownUser>(
    `select id, name, email, administrator, disabled from ${SCHEMA}."user"
     where administrator or id = $1 order by id for update`,
    [person],
  );
  if (!known.rows.some(({ id }) => id === person)) {
    return refuse(UNKNOWN_RULE, said('There is no such person.'));
  }
  const others = known.rows.filter(({ id, disabled }) => id !== person && disabled !== true);
  if (others.length === 0 && (!to.administrator || to.disabled)) {
    return refuse(LAST_ADMINISTRATOR_RULE, said('Nobody else administers this node.'), {
      remedy: said('Make another person an administrator first.'),
    });
  }
  await client.query(
    `update ${SCHEMA}."user" set actors = $2, administrator = $3, disabled = $4,
       "updatedAt" = now() where id = $1`,
    [person, [...new Set(to.actors)].join(' '), to.administrator, to.disabled],
  );
  if (to.disabled) await endSessions(client, person);
  return null;
}

/** Changes for whom a person acts, whether they administer the node, and whether they may enter. */
export async function changePerson(
  pool: pg.Pool,
  person: string,
  given: unknown,
): Promise<Refusal | null> {
  const parsed = Entrustment.safeParse(given);
  if (!parsed.success) return accountFault(parsed.error);
  const client = await pool.connect();
  try {
    await client.query('begin');
    const refusal = await changeWithin(client, person, parsed.data);
    await client.query(refusal ? 'rollback' : 'commit');
    return refusal;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
