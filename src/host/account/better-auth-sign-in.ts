/**
 * Signing in with better-auth on the node's own PostgreSQL, in a schema of its own. Only what the
 * host's pages use is reachable: better-auth's own HTTP routes are not mounted.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { getMigrations } from 'better-auth/db/migration';
import { APIError } from 'better-auth/api';
import pg from 'pg';
import { z } from 'zod';
import { outliveConnections } from '../../store/connection.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { ACCOUNT_RULE, CREDENTIALS_RULE, FIRST_RULE, INVITATION_RULE } from '../host-rules.ts';
import { PASSWORD_LENGTH_MAX } from '../limits.ts';
import { listTokens, makeToken, revoke, tokenOwner } from './access-tokens.ts';
import { migrateAccounts, sessionSecret } from './account-tables.ts';
import {
  type Auth,
  type SignInSettings,
  authOf,
  createPerson,
  optionsOf,
  personOf,
  setPassword,
} from './auth.ts';
import {
  claimInvitation,
  findInvitation,
  issueInvitation,
  openInvitations,
  releaseInvitation,
  withdrawInvitation,
} from './invitations.ts';
import { claimLink, issueLink, linkIsOpen, releaseLink } from './one-time-link.ts';
import {
  Email,
  type Invitation,
  Invited,
  type Issued,
  Name,
  Password,
  type People,
  accountFault,
  changePerson,
  endSessions,
  listPeople,
} from './people.ts';
import type { Cookies, Credentials, Person, Session, SignIn } from './sign-in.ts';

const CONNECTIONS_MAX = 4;

const Given = z.object({ name: Name, email: Email, password: Password });

const wrongCredentials = refuse(
  CREDENTIALS_RULE,
  said('The email address or the password is wrong.'),
  {
    remedy: said('Try again; an administrator can set a new password.'),
  },
);

async function enter(auth: Auth, given: Credentials, headers: Headers): Promise<Cookies | Refusal> {
  try {
    const { email, password } = given;
    const entered = await auth.api.signInEmail({
      body: { email, password: password.slice(0, PASSWORD_LENGTH_MAX + 1) },
      headers,
      returnHeaders: true,
    });
    // Asked only after the password held, so that the time taken tells nothing.
    const known = await (await auth.$context).internalAdapter.findUserByEmail(email);
    if (!known || !personOf(known.user)) return wrongCredentials;
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
  const person = personOf(found.user);
  return person && { id: found.session.id, by: 'cookie', person, formToken };
}

async function tokenSession(auth: Auth, pool: pg.Pool, token: string): Promise<Session | null> {
  const owner = await tokenOwner(pool, token);
  const context = await auth.$context;
  const user = owner && (await context.internalAdapter.findUserById(owner.person));
  const person = user && personOf(user);
  if (!owner || !person) return null;
  // Programs send no forms: their form token is one that nobody has.
  const formToken = randomBytes(16).toString('base64url');
  return { id: owner.id, by: 'token', person, formToken };
}

async function useFirst(
  auth: Auth,
  pool: pg.Pool,
  operator: string,
  use: { token: string; given: Credentials & { name: string }; headers: Headers },
): Promise<Cookies | Refusal> {
  const parsed = Given.safeParse(use.given);
  if (!parsed.success) return accountFault(parsed.error);
  if (!(await claimLink(pool, use.token))) {
    return refuse(FIRST_RULE, said('The link was used, is out of date, or never was one.'));
  }
  try {
    await createPerson(auth, { ...parsed.data, actors: [operator], administrator: true });
  } catch (error) {
    await releaseLink(pool, use.token);
    throw error;
  }
  return enter(auth, parsed.data, use.headers);
}

const gone = refuse(
  INVITATION_RULE,
  said('The invitation was used, is out of date, or never was one.'),
  {
    remedy: said('Sign in, or ask an administrator for another.'),
  },
);

const taken = (email: string): Refusal =>
  refuse(ACCOUNT_RULE, said('There is an account of {$email} already.', { email }), {
    remedy: said('Change for whom that person acts, or invite under another address.'),
    values: { email: 'has an account already' },
  });

/** Makes the account, or sets the password anew and ends what was open under the old one. */
async function takeUp(auth: Auth, pool: pg.Pool, invitation: Invitation, password: string) {
  const { person } = invitation;
  if (person === null) return createPerson(auth, { ...invitation, password });
  await setPassword(auth, person, password);
  return endSessions(pool, person);
}

async function accept(
  auth: Auth,
  pool: pg.Pool,
  use: { token: string; password: string; headers: Headers },
): Promise<Cookies | Refusal> {
  const parsed = z.object({ password: Password }).safeParse({ password: use.password });
  if (!parsed.success) return accountFault(parsed.error);
  const invitation = await claimInvitation(pool, use.token);
  if (!invitation) return gone;
  const { email } = invitation;
  try {
    await takeUp(auth, pool, invitation, use.password);
  } catch (error) {
    await releaseInvitation(pool, invitation.id);
    const people = await listPeople(pool);
    if (invitation.person === null && people.some((one) => one.email === email)) {
      return taken(email);
    }
    throw error;
  }
  return enter(auth, { email, password: use.password }, use.headers);
}

async function invite(pool: pg.Pool, given: unknown, by: Person): Promise<Issued | Refusal> {
  const parsed = Invited.safeParse(given);
  if (!parsed.success) return accountFault(parsed.error);
  const email = parsed.data.email.toLowerCase();
  const people = await listPeople(pool);
  if (people.some((one) => one.email === email)) return taken(email);
  return issueInvitation(pool, { ...parsed.data, person: null }, by.name);
}

async function renew(pool: pg.Pool, person: string, by: Person): Promise<Issued | Refusal> {
  const known = (await listPeople(pool)).find(({ id }) => id === person);
  if (!known || known.disabled) return gone;
  return issueInvitation(pool, { ...known, person }, by.name);
}

function peopleOf(auth: Auth, pool: pg.Pool): People {
  return {
    list: () => listPeople(pool),
    invitations: () => openInvitations(pool),
    invite: (given, by) => invite(pool, given, by),
    renew: (person, by) => renew(pool, person, by),
    withdraw: (invitation) => withdrawInvitation(pool, invitation),
    invited: (token) => findInvitation(pool, token),
    accept: (token, password, headers) => accept(auth, pool, { token, password, headers }),
    change: (person, given) => changePerson(pool, person, given),
    endSessions: (person) => endSessions(pool, person),
  };
}

/** Opens signing in: migrates its tables, then answers. Ends with `close`. */
export async function openSignIn(settings: SignInSettings): Promise<SignIn> {
  const pool = new pg.Pool({ ...settings.connection, max: CONNECTIONS_MAX });
  outliveConnections(pool);
  await migrateAccounts(pool, async () => {
    const { runMigrations } = await getMigrations(optionsOf(pool, settings, 'not for signing'));
    await runMigrations();
  });
  const secret = await sessionSecret(pool);
  const auth = authOf(pool, settings, secret);
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
    people: peopleOf(auth, pool),
    tokens: (person) => listTokens(pool, person.id),
    createToken: (person, name) => makeToken(pool, person.id, name),
    revokeToken: (person, id) => revoke(pool, person.id, id),
    close: () => pool.end(),
  };
}
