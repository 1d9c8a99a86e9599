/** The one place where a request becomes a viewer. */
import type { Context } from 'hono';
import type { Viewer } from '../kernel/define-area.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Session, SignIn } from './account/sign-in.ts';
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

export const ANYONE: Viewer = { actors: [] };

/** The session of a request: asked for only where a cookie or token is shown. */
export async function sessionOf(signIn: SignIn, headers: Headers): Promise<Session | null> {
  if (!headers.has('cookie') && !headers.has('authorization')) return null;
  return signIn.session(headers);
}

/** On whose behalf the request reads: nobody's in particular, or the session's actors. */
export function viewerOf(session: Session | null): Viewer {
  return session === null ? ANYONE : { actors: [...session.person.actors].sort() };
}

/** The session of a request that needs one. */
export function requireSession(c: HostContext): Session | Refusal {
  const session = c.get('session');
  if (session) return session;
  return refuse(SIGN_IN_RULE, 'Nobody is signed in.', {
    remedy: 'Sign in, or send a token in the Authorization header as “Bearer …”.',
  });
}
