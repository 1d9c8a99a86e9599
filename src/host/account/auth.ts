/** How better-auth is set up here, and the people that it knows, as the host sees them. */
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { PostgresDialect } from 'kysely';
import type pg from 'pg';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../limits.ts';
import { SCHEMA } from './account-tables.ts';
import type { Person } from './sign-in.ts';

const SESSION_SECONDS = 7 * 24 * 60 * 60;
const SESSION_RENEWED_SECONDS = 24 * 60 * 60;

export interface SignInSettings {
  /** As the owner of the database: readers' and writers' roles cannot reach these tables. */
  readonly connection: pg.PoolConfig;
  /** The address under which readers reach the node; https makes cookies secure. */
  readonly origin: string;
  /** The actor for whom the first administrator acts. */
  readonly operator: string;
}

/** The options of better-auth; `secret` signs its cookies. */
export function optionsOf(pool: pg.Pool, settings: SignInSettings, secret: string) {
  return {
    appName: 'Concord',
    baseURL: settings.origin,
    secret,
    database: {
      dialect: new PostgresDialect({ pool }),
      type: 'postgres',
      schemaName: SCHEMA,
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      // Administrators make accounts; nobody makes their own.
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH_MIN,
      maxPasswordLength: PASSWORD_LENGTH_MAX,
    },
    user: {
      additionalFields: {
        // Actors that the person is entrusted with, separated by spaces.
        actors: { type: 'string', required: false, input: false, defaultValue: '' },
        administrator: { type: 'boolean', required: false, input: false, defaultValue: false },
        // Who is disabled keeps their name in the list, and can neither sign in nor act.
        disabled: { type: 'boolean', required: false, input: false, defaultValue: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_RENEWED_SECONDS },
    advanced: {
      cookiePrefix: 'concord',
      useSecureCookies: settings.origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    // The host limits rates itself, for all of its routes alike.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

/** Opens better-auth with these options. */
export function authOf(pool: pg.Pool, settings: SignInSettings, secret: string) {
  return betterAuth(optionsOf(pool, settings, secret));
}
export type Auth = ReturnType<typeof authOf>;

export interface KnownUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly actors?: unknown;
  readonly administrator?: unknown;
  readonly disabled?: unknown;
}

/** Actors as they are kept: one text, separated by spaces. */
export function actorsIn(text: unknown): readonly string[] {
  return typeof text === 'string' ? text.split(' ').filter(Boolean) : [];
}

/** The person; null where they are disabled, so that nothing is done or read for them. */
export function personOf(user: KnownUser): Person | null {
  const { id, name, email, administrator, disabled } = user;
  if (disabled === true) return null;
  const actors = actorsIn(user.actors);
  return { id, name, email, actors, administrator: administrator === true };
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly actors: readonly string[];
  readonly administrator: boolean;
}

/** Makes an account. Throws where the email address has one. */
export async function createPerson(auth: Auth, given: NewPerson): Promise<void> {
  const { internalAdapter, password } = await auth.$context;
  const hash = await password.hash(given.password);
  const { name, administrator } = given;
  const email = given.email.toLowerCase();
  const actors = given.actors.join(' ');
  const user = await internalAdapter.createUser(
    { name, email, emailVerified: true, actors, administrator },
    { method: 'email-password' },
  );
  await linkPassword(auth, user.id, hash);
}

async function linkPassword(auth: Auth, person: string, hash: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const account = { providerId: 'credential', accountId: person, userId: person };
  await internalAdapter.linkAccount({ ...account, password: hash });
}

/** Sets a person's password anew, or their first where making the account was cut short. */
export async function setPassword(auth: Auth, person: string, text: string): Promise<void> {
  const { internalAdapter, password } = await auth.$context;
  const hash = await password.hash(text);
  const accounts = await internalAdapter.findAccounts(person);
  if (accounts.some(({ providerId }) => providerId === 'credential')) {
    await internalAdapter.updatePassword(person, hash);
  } else {
    await linkPassword(auth, person, hash);
  }
}
