/**
 * Signing in with better-auth on the node's own PostgreSQL, in a schema of its own. Only what the
 * host's pages use is reachable: better-auth's own HTTP routes are not mounted.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { APIError } from 'better-auth/api';
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { ACCOUNT_RULE, CREDENTIALS_RULE, FIRST_RULE } from '../host-rules.ts';
import { faultText, faultsIn } from '../faults.ts';
import {
  EMAIL_LENGTH_MAX,
  NAME_LENGTH_MAX,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
} from '../limits.ts';
import { listTokens, makeToken, revoke, tokenOwner } from './access-tokens.ts';
import { SCHEMA, migrateAccounts, sessionSecret } from './account-tables.ts';
import { claimLink, issueLink, linkIsOpen, releaseLink } from './one-time-link.ts';
import type { Cookies, Credentials, Person, Session, SignIn } from './sign-in.ts';

const CONNECTIONS_MAX = 4;
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

const Given = z.object({
  name: z.string().min(1).max(NAME_LENGTH_MAX),
  email: z.email('not an email address').max(EMAIL_LENGTH_MAX),
  password: z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX),
});

function optionsOf(pool: pg.Pool, settings: SignInSettings, secret: string) {
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

type Auth = ReturnType<typeof betterAuth<ReturnType<typeof optionsOf>>>;

interface KnownUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly actors?: unknown;
}

function personOf(user: KnownUser): Person {
  const { id, name, email } = user;
  const actors = typeof user.actors === 'string' ? user.actors.split(' ').filter(Boolean) : [];
  return { id, name, email, actors };
}

const wrongCredentials = refuse(CREDENTIALS_RULE, 'The email address or the password is wrong.', {
  remedy: 'Try again; an administrator can set a new password.',
});

async function enter(auth: Auth, given: Credentials, headers: Headers): Promise<Cookies | Refusal> {
  try {
    const { email, password } = given;
    const entered = await auth.api.signInEmail({
      body: { email, password: password.slice(0, PASSWORD_LENGTH_MAX + 1) },
      headers,
      returnHeaders: true,
    });
    return { cookies: entered.headers.getSetCookie() };
  } catch (error) {
    // Which of the two is wrong is nobody's business.
    if (error instanceof APIError) return wrongCredentials;
    throw error;
  }
}

async function cookieSession(
  auth: Auth,
  secret: string,
  headers: Headers,
): Promise<Session | null> {
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const formToken = createHmac('sha256', secret)
    .update(`form ${found.session.token}`)
    .digest('base64url');
  return { id: found.session.id, by: 'cookie', person: personOf(found.user), formToken };
}

async function tokenSession(auth: Auth, pool: pg.Pool, token: string): Promise<Session | null> {
  const owner = await tokenOwner(pool, token);
  const context = await auth.$context;
  const user = owner && (await context.internalAdapter.findUserById(owner.person));
  if (!owner || !user) return null;
  // Programs send no forms: their form token is one that nobody has.
  const formToken = randomBytes(16).toString('base64url');
  return { id: owner.id, by: 'token', person: personOf(user), formToken };
}

async function createFirst(auth: Auth, given: z.output<typeof Given>, operator: string) {
  const { internalAdapter, password } = await auth.$context;
  const hash = await password.hash(given.password);
  const user = await internalAdapter.createUser(
    { name: given.name, email: given.email.toLowerCase(), emailVerified: true, actors: operator },
    { method: 'email-password' },
  );
  const account = { providerId: 'credential', accountId: user.id, userId: user.id };
  await internalAdapter.linkAccount({ ...account, password: hash });
}

async function useFirst(
  auth: Auth,
  pool: pg.Pool,
  operator: string,
  use: { token: string; given: Credentials & { name: string }; headers: Headers },
): Promise<Cookies | Refusal> {
  const parsed = Given.safeParse(use.given);
  if (!parsed.success) {
    const values = Object.fromEntries(
      faultsIn(parsed.error).map(({ path, message }) => [path, message]),
    );
    return refuse(ACCOUNT_RULE, `The account cannot be made so: ${faultText(parsed.error)}.`, {
      values,
    });
  }
  if (!(await claimLink(pool, use.token))) {
    return refuse(FIRST_RULE, 'The link was used, is out of date, or never was one.');
  }
  try {
    await createFirst(auth, parsed.data, operator);
  } catch (error) {
    await releaseLink(pool, use.token);
    throw error;
  }
  return enter(auth, parsed.data, use.headers);
}

/** Opens signing in: migrates its tables, then answers. Ends with `close`. */
export async function openSignIn(settings: SignInSettings): Promise<SignIn> {
  const pool = new pg.Pool({ ...settings.connection, max: CONNECTIONS_MAX });
  pool.on('error', () => undefined);
  await migrateAccounts(pool, async () => {
    const { runMigrations } = await getMigrations(optionsOf(pool, settings, 'not for signing'));
    await runMigrations();
  });
  const secret = await sessionSecret(pool);
  const auth = betterAuth(optionsOf(pool, settings, secret));
  return {
    session: (headers) => {
      const bearer = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
      return bearer ? tokenSession(auth, pool, bearer) : cookieSession(auth, secret, headers);
    },
    enter: (given, headers) => enter(auth, given, headers),
    async leave(headers) {
      const left = await auth.api.signOut({ headers, returnHeaders: true });
      return { cookies: left.headers.getSetCookie() };
    },
    async issueFirst() {
      const { internalAdapter } = await auth.$context;
      return (await internalAdapter.countTotalUsers()) > 0 ? null : issueLink(pool);
    },
    firstIsOpen: (token) => linkIsOpen(pool, token),
    useFirst: (token, given, headers) =>
      useFirst(auth, pool, settings.operator, { token, given, headers }),
    tokens: (person) => listTokens(pool, person.id),
    createToken: (person, name) => makeToken(pool, person.id, name),
    revokeToken: (person, id) => revoke(pool, person.id, id),
    close: () => pool.end(),
  };
}
