/**
 * Follows the nodes that are followed: visits those that are due, a few at once, and listens for
 * the bell of each. Several processes share the visits; what one died in the middle of, another
 * takes up when its lease is over.
 */
import { isRefusal } from '../../kernel/refusal.ts';
import type { Progress } from '../../kernel/submission.ts';
import type { Log } from '../log.ts';
import { storageRefusal } from '../storage-fault.ts';
import type { FederationRoom } from './federation-room.ts';
import { type Peer, claimPeer, keepPeer, makeDue, setVisited } from './peer-tables.ts';
import { SendEngine } from './send-engine.ts';
import { makeReachedDue } from './sending-tables.ts';
import { BACKOFF_SECONDS, POLLING_SECONDS, nextSeconds, visitPeer } from './visit.ts';

/** A node that nobody has said to be at for this long was lost with the process at it. */
export const LEASE_SECONDS = 60;
/** Who visits says so this often, however long the visit takes. */
const RENEWAL_MILLISECONDS = 15_000;
/** However slowly a node answers, a visit to it is over then; the next goes on from there. */
const VISIT_MILLISECONDS_MAX = 15 * 60 * 1000;
/** Visits at once, so that a node that answers slowly keeps no other from its turn. */
export const VISITS_AT_ONCE = 4;
/** Where nothing rings, the table is looked at so often. */
const LOOK_MILLISECONDS = 2000;
/** Whether peers came or went is looked at so often, for their bells. */
const BELLS_MILLISECONDS = 5000;

export class FollowEngine {
  readonly #room: FederationRoom;
  readonly #log: Pick<Log, 'warn' | 'info'>;
  readonly #stopping = new AbortController();
  readonly #progress = new Map<string, Progress>();
  readonly #compared = new Map<string, Map<string, string>>();
  readonly #bells = new Map<string, AbortController>();
  readonly #running: Promise<unknown>[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #sending: SendEngine;

  constructor(room: FederationRoom, log: Pick<Log, 'warn' | 'info'>) {
    this.#room = room;
    this.#log = log;
    const handed = (operator: string): void => this.#visitSoon(operator);
    this.#sending = new SendEngine({ room, log, handed });
  }

  /** Begins to visit, to listen, and to send what waits for others. */
  begin(): void {
    this.#sending.begin();
    for (let visits = 0; visits < VISITS_AT_ONCE; visits++) this.#running.push(this.#visitAll());
    this.#running.push(this.#listenToAll());
  }

  /** How far a visit under way has come, by operator. */
  progress(): ReadonlyMap<string, Progress> {
    return this.#progress;
  }

  /** Looks at once whether a node is due, and whether one came whose bell is to be heard. */
  ring(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Looks at once whether something waits to be sent. */
  ringSending(): void {
    this.#sending.ring();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const bell of this.#bells.values()) bell.abort();
    this.ring();
    await Promise.allSettled([...this.#running, this.#sending.stop()]);
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Waits so long, or until the next ring. */
  #pause(milliseconds: number): Promise<void> {
    if (this.#isStopping) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.#waiting.add(wake);
    });
  }

  async #visitAll(): Promise<void> {
    while (!this.#isStopping) {
      // The database may be away; it is asked again.
      const peer = await claimPeer(this.#room.pool, LEASE_SECONDS).catch(() => null);
      if (peer) await this.#visit(peer);
      else await this.#pause(LOOK_MILLISECONDS);
    }
  }

  async #visit(peer: Peer): Promise<void> {
    const { operator } = peer;
    const compared = this.#compared.get(operator) ?? new Map<string, string>();
    this.#compared.set(operator, compared);
    const report = (progress: Progress): void => {
      this.#progress.set(operator, progress);
    };
    const kept = setInterval(() => {
      keepPeer(this.#room.pool, peer.id, LEASE_SECONDS).catch(() => undefined);
    }, RENEWAL_MILLISECONDS);
    try {
      const over = AbortSignal.timeout(VISIT_MILLISECONDS_MAX);
      const signal = AbortSignal.any([this.#stopping.signal, over]);
      const visited = await visitPeer(this.#room, peer, { compared, report, signal });
      await setVisited(this.#room.pool, peer.id, visited);
      if (visited.fault !== null) {
        this.#log.warn({ operator, fault: visited.fault }, 'node visited');
      } else {
        await makeReachedDue(this.#room.pool, peer.id);
        this.#sending.ring();
      }
    } catch (error) {
      await this.#failed(peer, error);
    } finally {
      clearInterval(kept);
      this.#progress.delete(operator);
    }
  }

  /** Our own record failed; the visit is made again, and nothing of it is lost. */
  async #failed(peer: Peer, error: unknown): Promise<void> {
    this.#log.warn({ operator: peer.operator, fault: String(error) }, 'node visited');
    const outcome = { failed: true, cutShort: false };
    await setVisited(this.#room.pool, peer.id, {
      fault: storageRefusal(error)?.reason ?? 'Something went wrong here; it is logged.',
      behind: peer.behind,
      waiting: peer.waiting,
      faults: peer.faults,
      actsTaken: 0,
      nextSeconds: nextSeconds(peer, outcome, Math.random()),
    }).catch(() => undefined);
  }

  async #listenToAll(): Promise<void> {
    while (!this.#isStopping) {
      const peers = await this.#room.peers().catch(() => null);
      if (peers) this.#attend(peers);
      await this.#pause(BELLS_MILLISECONDS);
    }
  }

  /** Listens to those that came, and no longer to those that went. */
  #attend(peers: readonly Peer[]): void {
    const wanted = new Map(peers.map((peer) => [`${peer.id} ${peer.address}`, peer]));
    for (const [name, bell] of this.#bells) {
      if (wanted.has(name)) continue;
      bell.abort();
      this.#bells.delete(name);
    }
    for (const [name, peer] of wanted) {
      if (this.#bells.has(name)) continue;
      const bell = new AbortController();
      this.#bells.set(name, bell);
      this.#running.push(this.#listen(peer, bell.signal));
    }
  }

  #visitSoon(operator: string): void {
    void makeDue(this.#room.pool, operator).then(
      () => this.ring(),
      () => undefined,
    );
  }

  async #listen(peer: Peer, signal: AbortSignal): Promise<void> {
    const moved = (): void => this.#visitSoon(peer.operator);
    for (let failed = 0; !signal.aborted; ) {
      const begun = performance.now();
      const fault = await this.#room.remote(peer).listen(moved, signal);
      if (signal.aborted) return;
      const lasted = (performance.now() - begun) / 1000;
      failed = isRefusal(fault) && lasted < BACKOFF_SECONDS ? failed + 1 : 0;
      // A bell costs less than a visit, so it is tried as often as a node that is up is visited.
      const seconds = Math.min(BACKOFF_SECONDS * 2 ** Math.min(failed, 20), POLLING_SECONDS);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000 * (1 + Math.random() / 5));
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }
}
