/** The one place where a request becomes a viewer. */
import type { Context } from 'hono';
import type { Viewer } from '../kernel/define-area.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Session, SignIn } from './account/sign-in.ts';
import { type Authority, readsFor } from './authority/authority.ts';
import { SIGN_IN_RULE } from './host-rules.ts';

export interface HostEnv {
  Variables: {
    session: Session | null;
    /** Number under which what went wrong in this request is logged. */
    incident?: string;
    /** What the limiter of rates knows of the client. */
    rateLimit?: { readonly resetTime?: Date };
  };
}
export type HostContext = Context<HostEnv>;

interface Known {
  readonly signIn: SignIn;
  readonly authority: Authority;
  readonly now: () => Date;
}

export const ANYONE: Viewer = { actors: [] };

/** The session of a request, with whom its person reads for. */
export async function sessionOf(
  { signIn, authority, now }: Known,
  headers: Headers,
): Promise<Session | null> {
  // Asked for only where a cookie or token is shown.
  if (!headers.has('cookie') && !headers.has('authorization')) return null;
  const session = await signIn.session(headers);
  if (session === null) return null;
  const today = now().toISOString().slice(0, 10);
  return { ...session, reads: await readsFor(authority, session.person.actors, today) };
}

/**
 * On whose behalf the request reads: nobody's in particular; or that of the session's actors, and
 * of those who gave these a general mandate.
 */
export function viewerOf(session: Session | null): Viewer {
  if (session === null) return ANYONE;
  return { actors: [...(session.reads ?? session.person.actors)].sort() };
}

/** The session of a request that needs one. */
export function requireSession(c: HostContext): Session | Refusal {
  const session = c.get('session');
  if (session) return session;
  return refuse(SIGN_IN_RULE, said('Nobody is signed in.'), {
    remedy: said('Sign in, or send a token in the Authorization header as “Bearer …”.'),
  });
}
