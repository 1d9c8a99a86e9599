/**
 * The mail room: when an act is admitted that is to be sent out, each address gets it as its actor
 * may see it. What was put down is sent once, tried again when the mail server is away, and given
 * up in the end, visibly.
 */
import { createTransport } from 'nodemailer';
import pg from 'pg';
import type { Viewer } from '../../kernel/define-area.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { outliveConnections } from '../../store/connection.ts';
import { inTurnOn } from '../../store/in-turn.ts';
import { JOB_ATTEMPTS_MAX, type Job, type JobHandler } from '../../store/jobs.ts';
import type { Store } from '../../store/contract.ts';
import type { Mailing } from '../../ui/letter.ts';
import { type Locale, locales } from '../../ui/text/locale.ts';
import { actsSeen } from '../acts/acts-seen.ts';
import { pageRequestFor } from '../pages/page-request.ts';
import type { Services } from '../services.ts';
import { messageOf, overdueLetter, sealedLetter } from './letter-message.ts';
import {
  type Address,
  type Delivery,
  addAddress,
  addressOf,
  addressesIn,
  deliveriesIn,
  endAddress,
  migrateMail,
  queueDelivery,
  setDelivery,
  wasSent,
} from './mail-tables.ts';

export interface MailSettings {
  readonly connection: pg.PoolConfig;
  readonly mailings: readonly Mailing[];
  /** `smtp://user:password@host:port`; null: addresses are kept, and nothing is sent. */
  readonly smtpUrl: string | null;
  readonly from: string;
  /** The node's own address. */
  readonly origin: () => string;
}

const CONNECTIONS_MAX = 2;
const SEND_KIND = 'mail.send';
/** Where in the order of admission the mail room has come to. */
const MARK = 'mail.ledger';
/** Any number that nothing else locks. */
const QUEUE_LOCK = 8_400_003;
const SMTP_TIMEOUT_MILLISECONDS = 20_000;
const FAULT_CHARACTERS_MAX = 500;

interface ToSend {
  readonly act: string;
  readonly type: string;
  readonly address: string;
}

type Serving = Pick<Services, 'store' | 'textIn' | 'now'>;

const localeOf = (text: string): Locale => locales.find((one) => one === text) ?? 'en';

/** Acts of the types admitted in (after, until] that the viewer may see. */
async function admittedFor(
  store: Store,
  viewer: Viewer,
  types: readonly string[],
  [after, until]: readonly [number, number],
): Promise<{ id: string; type: string }[]> {
  return store.read(viewer, (query) =>
    query
      .withTables<{
        admissions: { act: string; ledger: number };
        acts: { id: string; type: string };
      }>()
      .selectFrom('admissions')
      .innerJoin('acts', 'acts.id', 'admissions.act')
      .select(['acts.id', 'acts.type'])
      .where('acts.type', 'in', types)
      .where('ledger', '>', after)
      .where('ledger', '<=', until)
      .orderBy('ledger')
      .execute(),
  );
}

function transportTo(url: string) {
  const timeouts = {
    connectionTimeout: SMTP_TIMEOUT_MILLISECONDS,
    greetingTimeout: SMTP_TIMEOUT_MILLISECONDS,
    socketTimeout: SMTP_TIMEOUT_MILLISECONDS,
  };
  return createTransport({ url, ...timeouts });
}

export class MailRoom {
  readonly #services: Serving;
  readonly #settings: MailSettings;
  readonly #pool: pg.Pool;
  readonly #transport: ReturnType<typeof transportTo> | null;
  #working: Promise<void> = Promise.resolve();
  #stops: (() => Promise<void> | void)[] = [];

  private constructor(services: Serving, settings: MailSettings, pool: pg.Pool) {
    this.#services = services;
    this.#settings = settings;
    this.#pool = pool;
    this.#transport = settings.smtpUrl === null ? null : transportTo(settings.smtpUrl);
  }

  /** Opens the mail room; it sends from what is admitted after its first opening. */
  static async open(services: Serving, settings: MailSettings): Promise<MailRoom> {
    const pool = new pg.Pool({ ...settings.connection, max: CONNECTIONS_MAX });
    outliveConnections(pool);
    await migrateMail(pool);
    const room = new MailRoom(services, settings, pool);
    const { store } = services;
    if ((await store.mark(MARK)) === null) {
      await store.setMark(MARK, String(await store.ledger()));
    }
    if (room.#transport) room.#begin(store);
    return room;
  }

  #begin(store: Store): void {
    const running = store.jobs.run({ [SEND_KIND]: this.#send });
    this.#stops = [store.onAdmitted((ledger) => this.#look(ledger)), () => running.stop()];
    void store.ledger().then((ledger) => this.#look(ledger));
  }

  get sends(): boolean {
    return this.#transport !== null;
  }

  addresses = (): Promise<Address[]> => addressesIn(this.#pool);
  /** What became of deliveries, those only of acts that the viewer may see. */
  async deliveries(viewer: Viewer, act: string | null): Promise<Delivery[]> {
    const all = await deliveriesIn(this.#pool, act);
    const named = all.map(({ act }) => act);
    const seen = await actsSeen(this.#services.store, viewer, named);
    return all.filter(({ act }) => seen.has(act));
  }

  add = (given: Parameters<typeof addAddress>[1]): Promise<boolean> =>
    addAddress(this.#pool, given);
  end = (id: string): Promise<void> => endAddress(this.#pool, id);

  /** Puts down what is to be sent of the acts up to this place; one look after another. */
  #look(ledger: number): void {
    this.#working = this.#working
      .then(() => this.#queue(ledger))
      // The database may be away; the next admission looks from the same mark.
      .catch(() => undefined);
  }

  /** One process at a time, so that each act is put down once. */
  #queue(until: number): Promise<void> {
    return inTurnOn(this.#pool, QUEUE_LOCK, () => this.#putDown(until));
  }

  async #putDown(until: number): Promise<void> {
    const { store } = this.#services;
    const after = Number((await store.mark(MARK)) ?? until);
    if (until <= after) return;
    const types = this.#settings.mailings.map((mailing) => mailing.type);
    const addresses = types.length === 0 ? [] : await this.addresses();
    const byActor = Map.groupBy(addresses, (address) => address.actor);
    for (const [actor, own] of byActor) {
      const viewer = { actors: [actor] };
      const acts = await admittedFor(store, viewer, types, [after, until]);
      for (const { id: act, type } of acts) {
        for (const { id: address } of own) {
          const toSend: ToSend = { act, type, address };
          // What was put down before the node died has no job yet; one that is sent is not again.
          await queueDelivery(this.#pool, act, address);
          await store.jobs.add(SEND_KIND, toSend);
        }
      }
    }
    await store.setMark(MARK, String(until));
  }

  readonly #send: JobHandler = async (job: Job) => {
    // Jobs of this kind are put down above only.
    const delivery = job.payload as ToSend;
    const address = await addressOf(this.#pool, delivery.address);
    if (!address || (await wasSent(this.#pool, delivery.act, delivery.address))) return;
    try {
      const messageId = await this.#post(delivery, address);
      await setDelivery(this.#pool, delivery, { messageId });
    } catch (error) {
      const fault = String(error).slice(0, FAULT_CHARACTERS_MAX);
      const last = job.attempts >= JOB_ATTEMPTS_MAX;
      await setDelivery(this.#pool, delivery, { fault, last });
      throw error;
    }
  };

  /** What is marked does not go by e-mail, which anyone on its way may read. */
  async #isClear(act: string, viewer: Viewer): Promise<boolean> {
    const recorded = await this.#services.store.act(act, viewer);
    return recorded?.header.marking.level === 'clear';
  }

  async #post({ act, type }: ToSend, address: Address): Promise<string> {
    const { mailings, from, origin } = this.#settings;
    const mailing = mailings.find((one) => one.type === type);
    if (!mailing || !this.#transport) throw new Error(`nothing sends acts of the kind ${type}`);
    const locale = localeOf(address.locale);
    const viewer = { actors: [address.actor] };
    const request = pageRequestFor(this.#services, viewer, {
      path: `/acts/${act}`,
      search: new URLSearchParams(),
      params: {},
      locale,
      signedIn: false,
    });
    const letter = (await this.#isClear(act, viewer))
      ? await mailing.compose(request, act)
      : sealedLetter(request.text, act);
    if (isRefusal(letter)) throw new Error(letter.reason);
    const message = await messageOf(letter, request.text, origin());
    const id = `<${act}.${address.id}@concord>`;
    await this.#transport.sendMail({ ...message, from, to: address.email, messageId: id });
    return id;
  }

  /** Tells an address that a notice is overdue, and not what it says. Throws as mail does. */
  async tellOverdue(given: {
    readonly notice: string;
    readonly addressee: string;
    readonly step: number;
    readonly target: string;
  }): Promise<{ fault: string; isFinal: boolean } | null> {
    const { notice, addressee, step, target } = given;
    const address = await addressOf(this.#pool, target);
    if (!address) return { fault: 'the address was ended', isFinal: true };
    if (!this.#transport) return { fault: 'no mail is sent from here', isFinal: false };
    const { from, origin } = this.#settings;
    const text = this.#services.textIn(localeOf(address.locale));
    const message = await messageOf(overdueLetter(text, notice), text, origin());
    const messageId = `<${notice}.${addressee}.${step}.${address.id}@concord>`;
    await this.#transport.sendMail({ ...message, from, to: address.email, messageId });
    return null;
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) await stop();
    await this.#working;
    this.#transport?.close();
    await this.#pool.end();
  }
}
