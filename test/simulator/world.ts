/** Nodes, the network between them, and what has been told to whom: one run's whole world. */
import type { ActId, SignedAct } from '../../src/kernel/act.ts';
import { actId } from '../../src/kernel/act.ts';
import { AUTHORITY_REGISTER } from '../../src/kernel/authority-acts.ts';
import { KEY_RULE } from '../../src/kernel/mandate.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import {
  type Admitted,
  type Awaiting,
  type DraftAct,
  type Receipt,
  isAwaiting,
} from '../../src/kernel/submission.ts';
import { type PullOptions, pull } from '../../src/federation/pull.ts';
import type { PullReport } from '../../src/federation/pull-report.ts';
import type { Broken, Faults } from './faults.ts';
import { keysInOrder } from './key-pool.ts';
import type { Liar } from './liar.ts';
import { Network } from './network.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { Crashed, type SimulatedNode } from './station.ts';
import type { Trace } from './trace.ts';

/** Longer than anything is on its way, or any step of a node takes. */
export const GRACE = 400;

/** What a node was told of an act that it handed in, and may rely on. */
export interface Told {
  readonly node: string;
  readonly id: ActId;
  readonly register: string;
  /** Null where it waits for the custodian. */
  readonly position: number | null;
  readonly custodian: string;
}

export class World {
  readonly nodes: SimulatedNode[] = [];
  readonly told: Told[] = [];
  readonly broken: Broken;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly trace: Trace;
  readonly nextKey = keysInOrder();
  readonly faults: string[] = [];
  liar: Liar | null = null;
  /** The lies to be told; null: left to chance. */
  lying: readonly string[] | null = null;
  /**
   * Acts of restored nodes that nobody honest held when the disk was lost: who holds them back can
   * make their author sign those places again.
   */
  readonly withheld = new Set<ActId>();
  /** Acts that must have no effect on anyone honest, and why. */
  readonly lies = new Map<ActId, string>();
  /** Mandates that were granted, and by whom; not all of them still hold. */
  readonly mandates: { actor: string; holder: string; mandate: ActId }[] = [];
  readonly #compared = new Map<string, Map<string, string>>();
  readonly #visited = new Set<string>();

  constructor(random: Random, scheduler: Scheduler, weather: Faults, broken: Broken, trace: Trace) {
    this.random = random;
    this.scheduler = scheduler;
    this.broken = broken;
    this.trace = trace;
    this.network = new Network(random, scheduler, weather, (from, to, acts) =>
      this.#overhear(from, to, acts),
    );
  }

  get hasLiar(): boolean {
    return this.nodes.some(({ isHonest }) => !isHonest);
  }

  get honest(): SimulatedNode[] {
    return this.nodes.filter(({ isHonest }) => isHonest);
  }

  node(name: string): SimulatedNode {
    const found = this.nodes.find((node) => node.name === name);
    if (!found) throw new Error(`there is no node ${name}`);
    return found;
  }

  /** What an honest node gives is released to who gets it, each part of it. */
  #overhear(from: string, to: string, acts: readonly SignedAct[]): void {
    if (!this.node(from).isHonest) return;
    for (const { header, parts } of acts) {
      // What an honest node gives was read when it was taken.
      const {
        author,
        marking,
        parts: said,
      } = JSON.parse(Buffer.from(header).toString('utf8')) as {
        author: string;
        marking: { level: string; to: string[] };
        parts: { marking?: { to: string[] } }[];
      };
      const isFor = ({ to: all }: { to: string[] }): boolean =>
        all.includes(to) || this.node(to).actors.includes(author);
      const isWide = marking.level === 'clear' || isFor(marking);
      const isNarrow = parts.every((part, at) => {
        const narrower = said[at]?.marking;
        return part === null || narrower === undefined || isFor(narrower);
      });
      if (!isWide || !isNarrow) this.broke(`${from} gave ${actId(header)} to ${to}, who may not`);
    }
  }

  broke(invariant: string): void {
    this.trace.say(`BROKEN ${invariant}`);
    this.faults.push(invariant);
  }

  /** Lets something happen beside all else; a crash ends it, and nothing else may. */
  spawn(what: string, work: () => Promise<unknown>): void {
    work().catch((error: unknown) => {
      if (error instanceof Crashed) return;
      this.broke(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
      if (error instanceof Error) this.trace.say(error.stack ?? '');
    });
  }

  /** As `spawn`, for who lies: what goes wrong there is its own affair. */
  spawnLie(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => this.trace.say(`the liar failed: ${String(error)}`));
  }

  /** Hands a draft in at a node, and remembers what it was told. */
  async submit(at: SimulatedNode, draft: DraftAct): Promise<Receipt | undefined> {
    if (!at.up || (at.unasked?.size ?? 0) > 0) return undefined;
    const [receipt] = await at.node.submit([draft]);
    if (!receipt) return undefined;
    if (isRefusal(receipt)) {
      this.trace.say(`${at.name} refuses ${draft.type}: ${receipt.rule.id} ${receipt.reason}`);
      return receipt;
    }
    this.#remember(at, draft, receipt);
    return receipt;
  }

  #remember(at: SimulatedNode, draft: DraftAct, receipt: Admitted | Awaiting): void {
    const { id, register } = receipt;
    const position = isAwaiting(receipt) ? null : receipt.position;
    const custodian = isAwaiting(receipt) ? receipt.awaits : at.name;
    this.trace.say(`${at.name} records ${draft.type} ${id.slice(0, 8)} ${register} ${position}`);
    if (register !== AUTHORITY_REGISTER || position !== null) {
      this.told.push({ node: at.name, id, register, position, custodian });
    }
  }

  /** One node visits another, by the engine that real nodes use. */
  async visit(from: SimulatedNode, to: SimulatedNode): Promise<PullReport | null> {
    if (!from.up || from === to) return null;
    const name = `${from.name} ${to.name} ${from.epoch}`;
    if (this.broken.givesUp === true && this.#visited.has(`${from.name} ${to.name}`)) return null;
    this.#visited.add(`${from.name} ${to.name}`);
    const compared = this.#compared.get(name) ?? new Map<string, string>();
    this.#compared.set(name, compared);
    const options: PullOptions = {
      viewer: { actors: from.actors, authors: from.actors },
      compared,
    };
    const { epoch } = from;
    const began = this.scheduler.now;
    const report = await pull(this.network.remote(from, to), from.node, options);
    if (from.epoch !== epoch) return null;
    this.#tell(from, to, report);
    await this.#heard(from, to, report, began);
    return report;
  }

  #tell(from: SimulatedNode, to: SimulatedNode, report: PullReport): void {
    const { acts, faults, waiting, forks } = report;
    const counts = Object.entries(acts).flatMap(([what, count]) =>
      count > 0 ? [`${count} ${what}`] : [],
    );
    const why = [...faults, ...waiting].map(
      ({ stream, refusal }) => `${stream ?? ''}: ${refusal.rule.id} ${refusal.reason}`,
    );
    const forked = forks.map(({ stream, seq }) => `fork of ${stream} at ${seq}`);
    this.trace.say(`${from.name} visits ${to.name}: ${[...counts, ...why, ...forked].join('; ')}`);
  }

  /** A restored node may sign again once all others were asked for what it had signed. */
  async #heard(
    from: SimulatedNode,
    to: SimulatedNode,
    report: PullReport,
    began: number,
  ): Promise<void> {
    const own = (stream: string | null): boolean =>
      stream === null || from.actors.some((actor) => stream.startsWith(`${actor}/`));
    const isWhole =
      report.cutShort === null &&
      // What is signed with a key that was never ours is no act of ours that was lost.
      !report.waiting.some(
        ({ stream, refusal }) => own(stream) && refusal.rule.id !== KEY_RULE.id,
      ) &&
      !(to.isHonest && report.faults.some(({ stream }) => own(stream)));
    if (!from.unasked?.has(to.name) || !isWhole || began < from.restoredAt + GRACE) return;
    from.unasked.delete(to.name);
    if (from.unasked.size > 0) return;
    from.unasked = null;
    this.trace.say(`${from.name} signs again`);
    await from.node.decideWaiting();
  }

  /** Whether anything is left that another round of visits could bring. */
  fingerprint(): string {
    return this.nodes
      .map(({ record, unasked }) => {
        const { acts, admissions, refusals, forks, beside } = record;
        const parts = [...acts.values()].flatMap(({ signed }) => signed.parts.filter(Boolean));
        const sizes = [acts, admissions, refusals, forks, beside].map(({ size }) => size);
        return [...sizes, parts.length, unasked?.size ?? 0].join(' ');
      })
      .join(', ');
  }
}
