/** Signing in without a database: one person, whose cookie and token are known to the tests. */
import type { Session, SignIn } from '../../src/host/account/sign-in.ts';
import { CREDENTIALS_RULE } from '../../src/host/host-rules.ts';
import { refuse } from '../../src/kernel/refusal.ts';
import { said } from '../../src/kernel/said.ts';

export const COOKIE = 'session=amina';
export const TOKEN = 'Bearer amina';

const person = {
  id: '1',
  name: 'Amina',
  email: 'amina@example.org',
  actors: ['operator', 'KEN'],
  administrator: true,
};
const notHere = refuse(CREDENTIALS_RULE, said('Not here.'));
const byCookie: Session = { id: 's1', by: 'cookie', person, formToken: 'form-1' };
const byToken: Session = { id: 't1', by: 'token', person, formToken: 'none' };

export const fakeSignIn: SignIn = {
  session: async (headers) => {
    if (headers.get('authorization') === TOKEN) return byToken;
    return headers.get('cookie')?.includes(COOKIE) ? byCookie : null;
  },
  enter: async ({ password }) =>
    password === 'right'
      ? { cookies: [`${COOKIE}; HttpOnly; SameSite=Lax`] }
      : refuse(CREDENTIALS_RULE, said('The email address or the password is wrong.')),
  leave: async () => ({ cookies: ['session=; Max-Age=0'] }),
  issueFirst: async () => null,
  firstIsOpen: async () => false,
  useFirst: async () => notHere,
  people: {
    list: async () => [],
    invitations: async () => [],
    invite: async () => notHere,
    renew: async () => notHere,
    withdraw: async () => undefined,
    invited: async () => null,
    accept: async () => notHere,
    change: async () => notHere,
    endSessions: async () => undefined,
  },
  tokens: async () => [],
  createToken: async () => 'concord_new',
  revokeToken: async () => undefined,
  close: async () => undefined,
};

/** Signing in as whichever actor the cookie names: `who=FRA`. */
export const signInByCookie: SignIn = {
  ...fakeSignIn,
  session: async (headers) => {
    const actor = /who=([a-zA-Z-]+)/.exec(headers.get('cookie') ?? '')?.[1];
    if (actor === undefined) return null;
    const own = { ...person, id: actor, name: actor, actors: [actor], administrator: false };
    return { id: actor, by: 'cookie', person: own, formToken: 'form-1' };
  },
};
