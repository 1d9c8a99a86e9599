/** Who may have a practice here, and where it is reached. */
import { randomBytes } from 'node:crypto';
import { getCookie } from 'hono/cookie';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import type { Config } from '../config.ts';
import type { HostContext } from '../viewer.ts';
import type { Kept } from './kept.ts';
import type { PracticeServer } from './practice-server.ts';
import type { Practices } from './practices.ts';
import { PRACTICE_RULE } from './rules.ts';

/** By which a browser knows its practice, where nobody need sign in. */
const OWNER_COOKIE = 'concord-practice-owner';
const OWNER_BYTES = 18;
const WEEK_SECONDS = 7 * 86_400;
const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;

/** Whether whoever comes is at the machine itself. */
export function isOpenToAll({ host, origin, behindProxy }: Config): boolean {
  return LOOPBACK.test(host) && origin === null && !behindProxy;
}

export class Door {
  readonly practices: Practices;
  readonly #server: PracticeServer;
  readonly #config: Config;

  constructor(practices: Practices, server: PracticeServer, config: Config) {
    this.practices = practices;
    this.#server = server;
    this.#config = config;
  }

  /** Whose practice it would be; a refusal where one has to sign in. */
  ownerOf(c: HostContext): string | Refusal {
    const session = c.get('session');
    if (session !== null) return `person:${session.person.id}`;
    if (!isOpenToAll(this.#config)) {
      return refuse(PRACTICE_RULE, said('On this node one signs in before one practises.'), {
        remedy: said('Sign in, and come back.'),
        values: { why: 'sign-in' },
      });
    }
    return `browser:${getCookie(c, OWNER_COOKIE) ?? ''}`;
  }

  /** The practice of whoever asks; null where there is none. */
  async mine(c: HostContext): Promise<Kept | null> {
    const owner = this.ownerOf(c);
    if (isRefusal(owner) || owner === 'browser:') return null;
    return this.practices.ofOwner(owner);
  }

  /** Begins one for whoever asks, and tells where it is entered. */
  async begin(c: HostContext): Promise<string | Refusal> {
    let owner = this.ownerOf(c);
    if (isRefusal(owner)) return owner;
    const address = await this.#server.listening();
    if (isRefusal(address)) return address;
    if (owner === 'browser:') {
      const token = randomBytes(OWNER_BYTES).toString('base64url');
      owner = `browser:${token}`;
      const rest = `Path=/practice; Max-Age=${WEEK_SECONDS}; HttpOnly; SameSite=Lax`;
      c.header('set-cookie', `${OWNER_COOKIE}=${token}; ${rest}`, { append: true });
    }
    const kept = await this.practices.begin(owner);
    return isRefusal(kept) ? kept : this.entrance(address, kept);
  }

  /** The address by which a practice is entered again; a refusal where there is none now. */
  async entranceOf(kept: Kept): Promise<string | Refusal> {
    const address = await this.#server.listening();
    return isRefusal(address) ? address : this.entrance(address, kept);
  }

  entrance(address: string, { id, key }: Kept): string {
    return `${address}/practice/enter?${new URLSearchParams({ id, key }).toString()}`;
  }
}
