/** Taking a role in a practice: by a cookie that only the practice's own key can make. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse as parseCookies } from 'hono/utils/cookie';
import { refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Session, SignIn } from '../account/sign-in.ts';
import { PRACTICE_RULE } from './rules.ts';
import { type CastMember, SECRETARIAT } from './script.ts';

/** Cookies are not kept apart by port: this one has a name that no node gives. */
export const ROLE_COOKIE = 'concord-practice';
const DAY_SECONDS = 86_400;
const KEPT_SECONDS = 7 * DAY_SECONDS;

export interface Shown {
  readonly id: string;
  readonly actor: string;
  readonly seal: string;
}

const sealOf = (key: string, what: string): string =>
  createHmac('sha256', key).update(what).digest('base64url');

/** Whether two texts are the same, told in a time that tells nothing of them. */
export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

/** What a request's cookie says; whether it is true, the practice knows. */
export function shownIn(headers: Headers): Shown | null {
  const cookie = parseCookies(headers.get('cookie') ?? '', ROLE_COOKIE)[ROLE_COOKIE] ?? '';
  const [id = '', actor = '', seal = ''] = cookie.split('.');
  return seal === '' ? null : { id, actor, seal };
}

/** What makes a role true: only the practice can compute it. */
export function roleSeal(
  { id, key }: { readonly id: string; readonly key: string },
  actor: string,
): string {
  return sealOf(key, `role ${id} ${actor}`);
}

/** The cookie by which somebody has a role in a practice. */
export function roleCookie(
  kept: { readonly id: string; readonly key: string },
  actor: string,
  isSecure: boolean,
): string {
  const value = [kept.id, actor, roleSeal(kept, actor)].join('.');
  const rest = `Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax`;
  return `${ROLE_COOKIE}=${value}; ${rest}${isSecure ? '; Secure' : ''}`;
}

/** The cookie that ends the role. */
export const NO_ROLE = `${ROLE_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

const notHere = refuse(PRACTICE_RULE, said('In a practice nobody signs in: one takes a role.'), {
  remedy: said('Choose a role at /practice.'),
});

/** Signing in, as a practice has it: whoever has the cookie of a role has that role. */
export function roleSignIn(
  kept: { readonly id: string; readonly key: string },
  cast: readonly CastMember[],
): SignIn {
  const sessionOf = ({ id, names }: CastMember): Session => ({
    id,
    by: 'cookie',
    person: { id, name: names.en, email: '', actors: [id], administrator: false },
    formToken: sealOf(kept.key, `form ${id}`),
  });
  return {
    session: async (headers) => {
      const shown = shownIn(headers);
      const member = cast.find(({ id }) => id === (shown?.actor ?? SECRETARIAT));
      if (shown === null || member === undefined || shown.id !== kept.id) return null;
      const isTrue = isSame(shown.seal, roleSeal(kept, shown.actor));
      return isTrue ? sessionOf(member) : null;
    },
    enter: async () => notHere,
    leave: async () => ({ cookies: [NO_ROLE] }),
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
    createToken: () => Promise.reject(new Error(notHere.reason)),
    revokeToken: async () => undefined,
    close: async () => undefined,
  };
}
