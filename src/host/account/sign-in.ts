/** What the host needs of whatever signs people in. */
import type { Refusal } from '../../kernel/refusal.ts';
import type { People } from './people.ts';

/** Someone who is known to this node. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The actors that this node has entrusted to them. */
  readonly actors: readonly string[];
  /** Whether they administer the node: people, offices, keys. It lets nobody act for an actor. */
  readonly administrator: boolean;
}

/** A person who has shown who they are, by cookie in a browser or by token from a program. */
export interface Session {
  readonly id: string;
  readonly by: 'cookie' | 'token';
  readonly person: Person;
  /** Actors on whose behalf the session reads: filled in where the request becomes a viewer. */
  readonly reads?: readonly string[];
  /** What a form of this session's pages must carry; nobody else can compute it. */
  readonly formToken: string;
}

/** An access token as it is listed; the token itself is shown once and kept nowhere. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** `Set-Cookie` header values that begin or end a session. */
export interface Cookies {
  readonly cookies: readonly string[];
}

export interface SignIn {
  /** The session that a request's cookie or bearer token shows, or null. */
  session(headers: Headers): Promise<Session | null>;
  enter(credentials: Credentials, headers: Headers): Promise<Cookies | Refusal>;
  leave(headers: Headers): Promise<Cookies>;
  /** A new one-time link's token while there is nobody yet, else null. */
  issueFirst(): Promise<string | null>;
  /** Whether the token would still make the first administrator. Uses nothing up. */
  firstIsOpen(token: string): Promise<boolean>;
  /** Makes the first administrator, once. */
  useFirst(
    token: string,
    given: Credentials & { readonly name: string },
    headers: Headers,
  ): Promise<Cookies | Refusal>;
  /** Those who have an account here, and those who are invited. */
  readonly people: People;
  tokens(person: Person): Promise<readonly AccessToken[]>;
  /** Creates a token and returns it; it cannot be read again. */
  createToken(person: Person, name: string): Promise<string>;
  revokeToken(person: Person, id: string): Promise<void>;
  close(): Promise<void>;
}
