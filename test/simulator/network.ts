/**
 * The network between nodes: questions and answers as real bytes, which it loses, doubles, holds up
 * and spoils. What comes out is what a real node reads off the wire, or a refusal.
 */
import type { SignedAct } from '../../src/kernel/act.ts';
import type { Holdings, NodeViewer, StreamEnd } from '../../src/kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../../src/kernel/refusal.ts';
import { said } from '../../src/kernel/said.ts';
import { decodeForks, encodeForks } from '../../src/federation/fork-frame.ts';
import { StreamsAnswer, streamsAnswer } from '../../src/federation/node-answers.ts';
import type { Remote } from '../../src/federation/remote.ts';
import { STREAMS_RULE, UNREACHABLE_RULE } from '../../src/federation/rules.ts';
import { decodeActs, encodeActs } from '../../src/federation/wire.ts';
import type { Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** Ticks after which whoever asked waits no longer. */
export const PATIENCE = 200;

/** A node as the network reaches it. */
export interface Station {
  readonly name: string;
  /** Rises with every crash: what was asked of the node before it gets no answer. */
  readonly epoch: number;
  readonly up: boolean;
  /** Whom it acts for. */
  readonly actors: readonly string[];
  /** What it shows to that other node. */
  showing(to: string): Holdings;
}

/** Hears of every page that is on its way, before anything happens to it. */
export type Tap = (from: string, to: string, acts: readonly SignedAct[]) => void;

const lost = (): Refusal => refuse(UNREACHABLE_RULE, said('Nobody answers.'));

function headsOf(bytes: Uint8Array): readonly StreamEnd[] | Refusal {
  try {
    const read = StreamsAnswer.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return read.success ? read.data.streams : refuse(STREAMS_RULE, said('No list of streams.'));
  } catch {
    return refuse(STREAMS_RULE, said('No list of streams.'));
  }
}

export class Network {
  faults: Faults;
  readonly #random: Random;
  readonly #scheduler: Scheduler;
  readonly #tap: Tap;
  /** Pairs that do not reach each other. */
  readonly #cut = new Set<string>();

  constructor(random: Random, scheduler: Scheduler, faults: Faults, tap: Tap) {
    this.#random = random;
    this.#scheduler = scheduler;
    this.faults = faults;
    this.#tap = tap;
  }

  #pair(one: string, other: string): string {
    return one < other ? `${one} ${other}` : `${other} ${one}`;
  }

  cut(one: string, other: string): void {
    this.#cut.add(this.#pair(one, other));
  }

  heal(): void {
    this.#cut.clear();
  }

  #reaches(one: string, other: string): boolean {
    return !this.#cut.has(this.#pair(one, other)) && !this.#random.chance(this.faults.loss);
  }

  #delay(): Promise<void> {
    return this.#scheduler.sleep(1 + this.#random.below(this.faults.delayMax));
  }

  /** Bytes as they arrive: some turned, cut off, or made longer. */
  #onTheWay(bytes: Uint8Array): Uint8Array {
    if (!this.#random.chance(this.faults.corruption)) return bytes;
    const spoiled = Uint8Array.from(bytes);
    const kind = this.#random.below(3);
    if (kind === 0) return spoiled.subarray(0, this.#random.below(spoiled.length + 1));
    if (kind === 1) return Buffer.concat([spoiled, this.#random.bytes(1 + this.#random.below(9))]);
    const at = this.#random.below(spoiled.length);
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << this.#random.below(8));
    return spoiled;
  }

  /** One question and its answer; both ends must stand until it is there. */
  async #ask(
    from: Station,
    to: Station,
    answer: (shown: Holdings) => Promise<Uint8Array>,
  ): Promise<Uint8Array | Refusal> {
    const [began, epoch] = [from.epoch, to.epoch];
    if (!this.#reaches(from.name, to.name)) return this.#giveUp();
    await this.#delay();
    if (!to.up || to.epoch !== epoch) return this.#giveUp();
    // A question that comes twice is answered twice, and the first answer may be the one lost.
    if (this.#random.chance(this.faults.duplication)) await answer(to.showing(from.name));
    const bytes = await answer(to.showing(from.name));
    if (!this.#reaches(from.name, to.name)) return this.#giveUp();
    await this.#delay();
    const broken = to.epoch !== epoch || from.epoch !== began;
    return broken ? this.#giveUp() : this.#onTheWay(bytes);
  }

  async #giveUp(): Promise<Refusal> {
    await this.#scheduler.sleep(PATIENCE);
    return lost();
  }

  /** Another node, as one node asks it. */
  remote(from: Station, to: Station): Remote {
    const viewer: NodeViewer = { actors: from.actors, authors: from.actors };
    return {
      heads: async () => {
        const bytes = await this.#ask(from, to, async (shown) =>
          Buffer.from(JSON.stringify(streamsAnswer(await shown.heads(viewer), '')), 'utf8'),
        );
        return isRefusal(bytes) ? bytes : headsOf(bytes);
      },
      page: async (stream, start) => {
        const bytes = await this.#ask(from, to, async (shown) => {
          const acts = await shown.page(viewer, stream, start);
          this.#tap(to.name, from.name, acts);
          return encodeActs(acts);
        });
        return isRefusal(bytes) ? bytes : decodeActs(bytes);
      },
      acts: async (ids) => {
        const bytes = await this.#ask(from, to, async (shown) => {
          const acts = (await shown.acts?.(viewer, ids)) ?? [];
          this.#tap(to.name, from.name, acts);
          return encodeActs(acts);
        });
        return isRefusal(bytes) ? bytes : decodeActs(bytes);
      },
      forks: async () => {
        const bytes = await this.#ask(from, to, async (shown) =>
          encodeForks(await shown.forks(viewer)),
        );
        return isRefusal(bytes) ? bytes : decodeForks(bytes);
      },
    };
  }

  /** Carries acts to a node that did not ask: handed in, or on a stick. */
  async carry(
    from: Station,
    to: Station,
    acts: readonly SignedAct[],
    ticks: number,
  ): Promise<readonly SignedAct[] | Refusal> {
    const epoch = from.epoch;
    this.#tap(from.name, to.name, acts);
    const bytes = this.#onTheWay(encodeActs(acts));
    await this.#scheduler.sleep(ticks);
    if (!to.up || from.epoch !== epoch || !this.#reaches(from.name, to.name)) return lost();
    return decodeActs(bytes);
  }
}
