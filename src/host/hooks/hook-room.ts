/**
 * The room from which people's own programs are told what was admitted. Every so often it looks, as
 * each owner, whether there is an act that the owner may see now and was not told of. A hook hears
 * of acts in the order of the record, each at least once, from one process at a time; what its
 * owner may not see is neither sent nor counted, and no call is made because of it.
 */
import pg from 'pg';
import { addressPolicy } from '../../federation/address-policy.ts';
import { type Requester, createRequester } from '../../federation/guarded-request.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import { outliveConnections } from '../../store/connection.ts';
import { actsSeen } from '../acts/acts-seen.ts';
import { type Authority, readsFor } from '../authority/authority.ts';
import type { Services } from '../services.ts';
import { type CallFault, sendSigned } from '../webhooks/call-hook.ts';
import { newSecret } from '../webhooks/signature.ts';
import { DELIVERY_HEADER, admittedBody, testBody } from './event.ts';
import * as tables from './hook-tables.ts';
import type { HookFilter } from './hook-filter.ts';
import { nextAct } from './next-act.ts';

export const LOOK_MILLISECONDS = 2000;
/** Acts that one process tells a hook of before others may take it. */
export const TOLD_AT_ONCE_MAX = 20;
/** Hooks that a process tells at once: one that answers slowly keeps no other waiting. */
const TELLERS = 4;
const CONNECTIONS_MAX = 2;
const FAULT_CHARACTERS_MAX = 500;

export interface HookSettings {
  readonly connection: pg.PoolConfig;
  /** Which private addresses may be called, as of `CONCORD_PRIVATE_WEBHOOKS`. */
  readonly privateWebhooks: string;
  readonly origin: () => string;
  readonly authority: Authority;
  /** For whom a person acts; null where they may not enter any more. */
  readonly actorsOf: (person: string) => Promise<readonly string[] | null>;
  /** How often it looks; null: only when asked to, as tests do. */
  readonly everyMilliseconds: number | null;
}

type Serving = Pick<Services, 'now'> & {
  readonly store: Pick<Services['store'], 'act' | 'ledger' | 'read'>;
};
type Owned = Pick<tables.Hook, 'person' | 'id'>;

export class HookRoom {
  readonly #services: Serving;
  readonly #settings: HookSettings;
  readonly #pool: pg.Pool;
  readonly #requester: Requester;
  #working: Promise<void> = Promise.resolve();
  #isClosing = false;
  #timer: NodeJS.Timeout | null = null;

  private constructor(services: Serving, settings: HookSettings, pool: pg.Pool) {
    this.#services = services;
    this.#settings = settings;
    this.#pool = pool;
    const policy = addressPolicy(settings.privateWebhooks);
    if (policy === null) throw new Error('the policy of webhooks is not to be understood');
    this.#requester = createRequester(policy);
  }

  /** Opens the room, making its tables where they are missing. */
  static async open(services: Serving, settings: HookSettings): Promise<HookRoom> {
    const pool = new pg.Pool({ ...settings.connection, max: CONNECTIONS_MAX });
    outliveConnections(pool);
    await tables.migrateHooks(pool);
    const room = new HookRoom(services, settings, pool);
    const { everyMilliseconds } = settings;
    if (everyMilliseconds !== null) {
      room.#timer = setInterval(() => void room.look(), everyMilliseconds);
    }
    return room;
  }

  /** Whether calls go without encryption, too: to addresses that the operator has named. */
  get allowsPlain(): boolean {
    return this.#settings.privateWebhooks !== 'refuse';
  }

  hooks = (person: string): Promise<tables.Hook[]> => tables.hooksOf(this.#pool, person);
  remove = ({ person, id }: Owned): Promise<void> => tables.removeHook(this.#pool, person, id);
  pause = (owned: Owned): Promise<void> => tables.pauseHook(this.#pool, owned, 'owner');
  resume = (owned: Owned): Promise<void> => tables.pauseHook(this.#pool, owned, null);

  /** Adds a hook for what is admitted from now on; null where there are too many. */
  async add(given: { person: string; url: string; filter: HookFilter }) {
    const secret = newSecret();
    const from = await this.#services.store.ledger();
    const id = await tables.addHook(this.#pool, { ...given, secret, from });
    return id === null ? null : { id, secret };
  }

  /** Another secret for a hook, told this once; null where there is no such hook. */
  async rotate(owned: Owned): Promise<string | null> {
    const secret = newSecret();
    return (await tables.setSecret(this.#pool, owned, secret)) ? secret : null;
  }

  /** Calls a hook now, with nothing of the record; whether there is such a hook. */
  async test({ person, id }: Owned): Promise<boolean> {
    const hook = await tables.hookOf(this.#pool, person, id);
    if (hook === null) return false;
    const delivery = await tables.beginDelivery(this.#pool, id, null);
    const fault = await this.#call(hook, delivery, testBody(delivery));
    await tables.endDelivery(this.#pool, { hook: id, id: delivery }, fault?.fault ?? null);
    return true;
  }

  /** What was sent to a person's hooks, of acts that the viewer may see. */
  async deliveries(person: string, viewer: Viewer): Promise<tables.Delivery[]> {
    const hooks = await this.hooks(person);
    const own = hooks.map(({ id }) => id);
    const all = await tables.deliveriesTo(this.#pool, own);
    const named = all.flatMap(({ act }) => (act === null ? [] : [act]));
    const seen = await actsSeen(this.#services.store, viewer, named);
    return all.filter(({ act }) => act === null || seen.has(act));
  }

  /** Tells what is to be told; one look after another. */
  look(): Promise<void> {
    this.#working = this.#working
      .then(() => this.#lookOnce())
      // The database may be away; the next look finds the same.
      .catch(() => undefined);
    return this.#working;
  }

  async #lookOnce(): Promise<void> {
    const ledger = await this.#services.store.ledger();
    await Promise.all(Array.from({ length: TELLERS }, () => this.#tellAll(ledger)));
  }

  async #tellAll(ledger: number): Promise<void> {
    while (!this.#isClosing) {
      const hook = await tables.takeHook(this.#pool, ledger);
      if (hook === null) return;
      await tables.leaveHook(this.#pool, hook, await this.#tellInTurn(hook));
    }
  }

  /** Tells acts one after another; whether there may be more. */
  async #tellInTurn(taken: tables.HeldHook): Promise<boolean> {
    for (let told = 0; told < TOLD_AT_ONCE_MAX; told += 1) {
      const hook = await tables.keepHook(this.#pool, taken);
      if (hook === null || this.#isClosing || !(await this.#tellNext(hook))) return false;
    }
    return true;
  }

  /** As whom the owner reads now; null where they may not enter any more. */
  async #viewerOf(person: string): Promise<Viewer | null> {
    const { authority, actorsOf } = this.#settings;
    const actors = await actorsOf(person);
    if (actors === null) return null;
    const today = this.#services.now().toISOString().slice(0, 10);
    return { actors: [...(await readsFor(authority, actors, today))] };
  }

  /** Tells of the next act, if there is one; whether it was taken. */
  async #tellNext(hook: tables.HeldHook): Promise<boolean> {
    const { store } = this.#services;
    const viewer = await this.#viewerOf(hook.person);
    if (viewer === null) return false;
    const next = await nextAct(store, viewer, hook.filter, hook.toldTo);
    const act = next && (await store.act(next.id, viewer));
    if (!next || !act?.admission) return false;
    const id = await tables.beginDelivery(this.#pool, hook.id, act.id);
    const about = { delivery: id, origin: this.#settings.origin() };
    const body = await admittedBody(store, { ...act, admission: act.admission }, about);
    const fault = await this.#call(hook, id, body);
    await tables.endDelivery(this.#pool, { hook: hook.id, id }, fault?.fault ?? null);
    if (fault) await tables.setFailed(this.#pool, hook, fault.isFinal);
    else await tables.setToldTo(this.#pool, hook, next.ledger);
    return fault === null;
  }

  async #call(hook: tables.HeldHook, delivery: string, body: string): Promise<CallFault | null> {
    const { url, secret } = hook;
    const call = { url, secret, body, headers: { [DELIVERY_HEADER]: delivery } };
    try {
      const sending = { requester: this.#requester, now: this.#services.now() };
      const fault = await sendSigned(call, sending);
      return fault && { ...fault, fault: fault.fault.slice(0, FAULT_CHARACTERS_MAX) };
    } catch (error) {
      return { fault: String(error).slice(0, FAULT_CHARACTERS_MAX), isFinal: false };
    }
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#working;
    this.#requester.close();
    await this.#pool.end();
  }
}
