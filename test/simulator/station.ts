/**
 * A node of the simulated world: its keys, its clock, its disk and what runs on it. A crash ends
 * what runs and leaves the disk; a restore leaves an older disk, on which nothing is signed before
 * the others were asked for what this node had signed.
 */
import type { InstantText } from '../../src/kernel/dates.ts';
import { AUTHORITY_REGISTER } from '../../src/kernel/authority-acts.ts';
import type { Holdings } from '../../src/kernel/exchange.ts';
import type { SigningKey } from '../../src/kernel/key.ts';
import type { KeyRing } from '../../src/store/key-ring.ts';
import type { NodeIdentity } from '../../src/store/work.ts';
import type { Broken } from './faults.ts';
import { MemoryNode } from './memory-node.ts';
import { type MemoryRecord, emptyRecord, recordCopy } from './memory-record.ts';
import type { Station } from './network.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

export const NETWORK = 'simulated';
const BEGAN_MILLISECONDS = Date.UTC(2026, 0, 1);
const TICK_MILLISECONDS = 1000;

/** What ran on a node that crashed; nobody hears of it. */
export class Crashed extends Error {}

/** Keys made from the seed; an actor's last one that the record knows is the one it signs with. */
class Ring implements KeyRing {
  readonly held = new Map<string, SigningKey[]>();
  readonly #record: () => MemoryRecord;

  constructor(record: () => MemoryRecord) {
    this.#record = record;
  }

  keyFor(actor: string): SigningKey | null {
    const keys = this.held.get(actor) ?? [];
    const { keys: known } = this.#record().standing;
    return keys.findLast(({ id }) => known.get(id)?.until === null) ?? keys[0] ?? null;
  }
}

export interface StationSettings {
  readonly name: string;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly skewMax: number;
  readonly broken: Broken;
  readonly isHonest: boolean;
  nextKey(): SigningKey;
}

export class SimulatedNode implements Station {
  readonly name: string;
  readonly isHonest: boolean;
  readonly ring: Ring;
  epoch = 0;
  up = true;
  /** Peers that have to be asked before anything is signed; null where nothing is in the way. */
  unasked: Set<string> | null = null;
  restoredAt = 0;
  backup: MemoryRecord | null = null;
  node: MemoryNode;
  readonly #settings: StationSettings;
  #record = emptyRecord();
  #skew: number;

  constructor(settings: StationSettings) {
    this.#settings = settings;
    this.name = settings.name;
    this.isHonest = settings.isHonest;
    this.ring = new Ring(() => this.#record);
    this.#skew = this.#anySkew();
    this.newKey(this.name);
    this.node = this.#start();
  }

  get record(): MemoryRecord {
    return this.#record;
  }

  /** Every actor whose keys this node holds. */
  get actors(): string[] {
    return [...this.ring.held.keys()];
  }

  newKey(actor: string): SigningKey {
    const key = this.#settings.nextKey();
    this.ring.held.set(actor, [...(this.ring.held.get(actor) ?? []), key]);
    return key;
  }

  #anySkew(): number {
    const { random, skewMax } = this.#settings;
    return skewMax === 0 ? 0 : random.between(-skewMax, skewMax);
  }

  /** The clock is set anew: forwards, or backwards. */
  setClock(): void {
    this.#skew = this.#anySkew();
  }

  #now(): InstantText {
    const { scheduler } = this.#settings;
    const passed = scheduler.now * TICK_MILLISECONDS;
    return new Date(BEGAN_MILLISECONDS + passed + this.#skew).toISOString();
  }

  #identity(): NodeIdentity {
    return { operator: this.name, network: NETWORK, keys: this.ring };
  }

  #start(record = this.#record): MemoryNode {
    const { broken, random, scheduler } = this.#settings;
    const epoch = this.epoch;
    return new MemoryNode({
      identity: this.#identity(),
      record,
      broken,
      now: () => this.#now(),
      isSilent: () => this.unasked !== null && this.unasked.size > 0,
      pageActsMax: 5,
      pause: async () => {
        if (random.chance(0.3)) await scheduler.sleep(random.below(4));
        if (this.epoch !== epoch) throw new Crashed();
      },
    });
  }

  /** Whatever runs here ends at its next step. */
  crash(): void {
    this.up = false;
    this.epoch += 1;
  }

  restart(): void {
    this.up = true;
    this.node = this.#start();
  }

  takeBackup(): void {
    this.backup = recordCopy(this.#record);
  }

  /** Starts from the last backup; the others are asked before anything is signed. */
  restore(peers: readonly string[]): void {
    if (!this.backup) return;
    this.crash();
    this.#record = recordCopy(this.backup);
    this.unasked = this.#settings.broken.forgetsToAsk === true ? null : new Set(peers);
    this.restoredAt = this.#settings.scheduler.now;
    this.restart();
  }

  /** Registers this node's own key, where its record knows none. */
  async begin(): Promise<void> {
    const key = this.ring.keyFor(this.name);
    if (!key || !this.record.standing.keyless) return;
    const publicKey = Buffer.from(key.publicBytes).toString('base64url');
    await this.node.submit([
      {
        type: 'keys.register',
        register: AUTHORITY_REGISTER,
        actor: this.name,
        payload: { actor: this.name, publicKey },
        basis: { kind: 'signed' },
      },
    ]);
  }

  /** Whom it shows what; a liar has more than one face. */
  show: (to: string) => Holdings = () => this.node;

  showing(to: string): Holdings {
    return this.show(to);
  }

  /** Another node over another disk, with the keys and the clock of this one. */
  another(record: MemoryRecord): MemoryNode {
    return this.#start(record);
  }
}
