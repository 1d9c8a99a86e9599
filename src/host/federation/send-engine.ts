/**
 * Sends to other nodes what waits for them, as soon as it is recorded. Several processes share the
 * work by leases; what one died in the middle of, another sends when the lease is over.
 */
import type { Log } from '../log.ts';
import type { FederationRoom } from './federation-room.ts';
import { type SendReport, sendTo } from './send.ts';
import { claimSending, makeSendingDue, setSent } from './sending-tables.ts';
import { BACKOFF_SECONDS, BACKOFF_SECONDS_MAX } from './visit.ts';

/** Longer than sending may take. */
const LEASE_SECONDS = 10 * 60;
/** What is recorded in one go rings once. */
const GATHER_MILLISECONDS = 100;
/** Where nothing rings, the table is looked at so often. */
const LOOK_MILLISECONDS = 2000;
/** Where nothing moves, a node is looked at so often. */
const IDLE_SECONDS = 5 * 60;
const ON_SECONDS = 1;
/** Where envelopes are on their way, a relay is asked so often what became of them. */
const ASK_SECONDS = 10;

const secondsAfter = ({ cutShort, onTheWay }: SendReport): number =>
  cutShort ? ON_SECONDS : onTheWay > 0 ? ASK_SECONDS : IDLE_SECONDS;

export interface SendEngineSettings {
  readonly room: FederationRoom;
  readonly log: Pick<Log, 'warn' | 'info'>;
  /** Called with the operator of a node that took something. */
  readonly handed: (operator: string) => void;
}

export class SendEngine {
  readonly #settings: SendEngineSettings;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #unhear: () => void = () => undefined;
  #wake: () => void = () => undefined;
  #hasMoved = true;

  constructor(settings: SendEngineSettings) {
    this.#settings = settings;
  }

  /** Begins to send. */
  begin(): void {
    this.#unhear = this.#settings.room.store.onMoved(() => this.ring());
    this.#running = this.#sendAll();
  }

  /** Looks at once whether something waits. */
  ring(): void {
    this.#hasMoved = true;
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#unhear();
    this.#stopping.abort();
    this.#wake();
    await this.#running;
  }

  #pause(milliseconds: number): Promise<void> {
    if (this.#stopping.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #sendAll(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      // The database may be away; what waits there waits longer.
      const worked = await this.#step().catch(() => false);
      if (worked) continue;
      if (!this.#hasMoved) await this.#pause(LOOK_MILLISECONDS);
      else await new Promise((resolve) => setTimeout(resolve, GATHER_MILLISECONDS));
    }
  }

  /** Sends to the next node that is due; says whether there was one. */
  async #step(): Promise<boolean> {
    const { pool } = this.#settings.room;
    if (this.#hasMoved) {
      this.#hasMoved = false;
      await makeSendingDue(pool).catch((error: unknown) => {
        this.#hasMoved = true;
        throw error;
      });
    }
    const claimed = await claimSending(pool, LEASE_SECONDS);
    if (!claimed) return false;
    await this.#send(claimed);
    return true;
  }

  async #send({ peer, failed }: NonNullable<Awaited<ReturnType<typeof claimSending>>>) {
    const { room, log, handed } = this.#settings;
    const pause = Math.min(BACKOFF_SECONDS * 2 ** Math.min(failed, 20), BACKOFF_SECONDS_MAX);
    const later = pause * (1 + Math.random() / 5);
    const { operator } = peer;
    try {
      const report = await sendTo(room, peer, this.#stopping.signal);
      const { fault, awaiting, sent } = report;
      const nextSeconds = fault === null ? secondsAfter(report) : later;
      await setSent(room.pool, peer.id, { fault, awaiting, nextSeconds });
      if (fault !== null) log.warn({ operator, fault }, 'sent to node');
      if (sent > 0) handed(operator);
    } catch (error) {
      log.warn({ operator, fault: String(error) }, 'sent to node');
      const fault = 'Something went wrong here; it is logged.';
      await setSent(room.pool, peer.id, { fault, awaiting: 0, nextSeconds: later });
    }
  }
}
