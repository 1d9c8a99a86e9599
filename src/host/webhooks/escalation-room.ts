/**
 * The room from which offices are told, at any hour, that a notice was not acknowledged: by e-mail
 * and by webhook. Every so often it asks, as each office, what is due; so an office hears of
 * nothing that it may not read. What was put down is told once, tried again while the other side is
 * away, and given up in the end, visibly.
 */
import pg from 'pg';
import { outliveConnections } from '../../store/connection.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { due } from '../../practices/notices/questions/duty.ts';
import { type Requester, createRequester } from '../../federation/guarded-request.ts';
import { addressPolicy } from '../../federation/address-policy.ts';
import type { Viewer } from '../../kernel/define-area.ts';
import { actsSeen } from '../acts/acts-seen.ts';
import { type Authority, readsFor } from '../authority/authority.ts';
import type { MailRoom } from '../mail/mail-room.ts';
import type { Services } from '../services.ts';
import { callHook } from './call-hook.ts';
import { newSecret } from './signature.ts';
import {
  ATTEMPTS_MAX,
  type Hook,
  type Outcome,
  type Telling,
  type Told,
  addHook,
  endHook,
  hookOf,
  hooksIn,
  migrateWebhooks,
  queueTellings,
  setTelling,
  takeTelling,
  tellingsIn,
} from './telling-tables.ts';

export interface EscalationSettings {
  readonly connection: pg.PoolConfig;
  /** Which private addresses may be called, as of `CONCORD_PRIVATE_WEBHOOKS`. */
  readonly privateWebhooks: string;
  readonly origin: () => string;
  readonly mail: MailRoom;
  readonly authority: Authority;
  /** How often it looks; null: only when asked to, as tests do. */
  readonly everyMilliseconds: number | null;
}

export const LOOK_MILLISECONDS = 30_000;
const CONNECTIONS_MAX = 2;
const FAULT_CHARACTERS_MAX = 500;

type Serving = Pick<Services, 'store' | 'now'>;

export class EscalationRoom {
  readonly #services: Serving;
  readonly #settings: EscalationSettings;
  readonly #pool: pg.Pool;
  readonly #requester: Requester;
  #working: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  private constructor(services: Serving, settings: EscalationSettings, pool: pg.Pool) {
    this.#services = services;
    this.#settings = settings;
    this.#pool = pool;
    const policy = addressPolicy(settings.privateWebhooks);
    if (policy === null) throw new Error('the policy of webhooks is not to be understood');
    this.#requester = createRequester(policy);
  }

  /** Opens the room, making its tables where they are missing. */
  static async open(services: Serving, settings: EscalationSettings): Promise<EscalationRoom> {
    const pool = new pg.Pool({ ...settings.connection, max: CONNECTIONS_MAX });
    outliveConnections(pool);
    await migrateWebhooks(pool);
    const room = new EscalationRoom(services, settings, pool);
    const { everyMilliseconds } = settings;
    if (everyMilliseconds !== null) {
      room.#timer = setInterval(() => void room.look(), everyMilliseconds);
    }
    return room;
  }

  hooks = (): Promise<Hook[]> => hooksIn(this.#pool);
  end = (id: string): Promise<void> => endHook(this.#pool, id);

  /** Adds a hook; its secret, which is told this once, or null where it was there already. */
  async add(given: { office: string; url: string; by: string }): Promise<string | null> {
    const secret = newSecret();
    return (await addHook(this.#pool, { ...given, secret })) ? secret : null;
  }

  /** What was told, of notices that the viewer may see. */
  async tellings(viewer: Viewer): Promise<Told[]> {
    const all = await tellingsIn(this.#pool);
    const named = all.map(({ notice }) => notice);
    const seen = await actsSeen(this.#services.store, viewer, named);
    return all.filter(({ notice }) => seen.has(notice));
  }

  /** Looks what is due and tells it; one look after another. */
  look(): Promise<void> {
    this.#working = this.#working
      .then(() => this.#lookOnce())
      // The database may be away; the next look finds the same.
      .catch(() => undefined);
    return this.#working;
  }

  async #lookOnce(): Promise<void> {
    await queueTellings(this.#pool, await this.#allDue());
    for (let next = await takeTelling(this.#pool); next; next = await takeTelling(this.#pool)) {
      await setTelling(this.#pool, next, await this.#outcomeOf(next));
    }
  }

  /** Where each office is told. */
  async #targets(): Promise<{ office: string; way: Telling['way']; target: string }[]> {
    const hooks = await this.hooks();
    const { mail } = this.#settings;
    const addresses = mail.sends ? await mail.addresses() : [];
    return [
      ...hooks.map(({ id, office }) => ({ office, way: 'webhook' as const, target: id })),
      ...addresses.map(({ id, actor }) => ({ office: actor, way: 'mail' as const, target: id })),
    ];
  }

  /** What is due to an office, as it may read. */
  async #dueTo(office: string): Promise<Omit<Telling, 'way' | 'target'>[]> {
    const { store, now } = this.#services;
    const today = now().toISOString().slice(0, 10);
    const actors = await readsFor(this.#settings.authority, [office], today);
    const at = { viewer: { actors: [...actors] }, asOf: today, knownAt: null };
    const found = await store.ask(due, { office }, at);
    return isRefusal(found) ? [] : found.rows;
  }

  async #allDue(): Promise<Telling[]> {
    const byOffice = Map.groupBy(await this.#targets(), ({ office }) => office);
    const all: Telling[] = [];
    for (const [office, targets] of byOffice) {
      for (const one of await this.#dueTo(office)) {
        all.push(...targets.map(({ way, target }) => ({ ...one, way, target })));
      }
    }
    return all;
  }

  /** Tells it, unless it was acknowledged meanwhile; what was wrong, and whether that was all. */
  async #outcomeOf(telling: Telling & { readonly attempts: number }): Promise<Outcome> {
    const last = telling.attempts >= ATTEMPTS_MAX;
    try {
      const standing = await this.#dueTo(telling.office);
      const { notice, addressee, step } = telling;
      const isDue = standing.some(
        (one) => one.notice === notice && one.addressee === addressee && one.step === step,
      );
      if (!isDue) return { fault: 'not due any more', last: true };
      const fault = await this.#tell(telling);
      return fault === null ? { sent: true } : { fault: fault.fault, last: last || fault.isFinal };
    } catch (error) {
      return { fault: String(error).slice(0, FAULT_CHARACTERS_MAX), last };
    }
  }

  async #tell(telling: Telling): Promise<{ fault: string; isFinal: boolean } | null> {
    const { mail, origin } = this.#settings;
    if (telling.way === 'mail') return mail.tellOverdue(telling);
    const hook = await hookOf(this.#pool, telling.target);
    if (hook === null) return { fault: 'the webhook was ended', isFinal: true };
    const called = { requester: this.#requester, origin: origin(), now: this.#services.now() };
    return callHook(hook, telling, called);
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#working;
    this.#requester.close();
    await this.#pool.end();
  }
}
