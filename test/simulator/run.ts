/** One seed, one run: a world that is set up, left to chance, healed, and held to what must be. */
import { doingsOf, keyDraft } from './doings.ts';
import { type Broken, weather } from './faults.ts';
import { check } from './invariants.ts';
import { lie, makeLiar } from './liar.ts';
import type { MemoryRecord } from './memory-record.ts';
import { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import { withSeededSalts } from './seeded-salts.ts';
import { SimulatedNode } from './station.ts';
import { Trace } from './trace.ts';
import { GRACE, World } from './world.ts';

const NAMES = ['UNO', 'FRA', 'KEN', 'JPN', 'NOR'];
const ROUNDS_MAX = 40;
const CALM = { loss: 0, corruption: 0, duplication: 0, delayMax: 1 };

export interface Outcome {
  readonly seed: number;
  /** What was broken; nothing where all held. */
  readonly faults: readonly string[];
  readonly trace: readonly string[];
  readonly acts: number;
  readonly admissions: number;
  readonly forks: number;
}

/** A small run has three nodes and few steps: many of them find what is found often. */
export type Size = 'small' | 'any';

export interface RunOptions {
  readonly broken?: Broken;
  readonly size?: Size;
  /** The only lies that a liar tells; absent: left to chance. */
  readonly lies?: readonly string[];
}

function nodesOf(world: World, skewMax: number, size: Size): void {
  const { random, scheduler, broken } = world;
  const count = size === 'small' ? 3 : random.between(3, NAMES.length);
  const hasLiar = random.chance(0.6);
  const { nextKey } = world;
  for (const [at, name] of NAMES.slice(0, count).entries()) {
    const isHonest = !(hasLiar && at === count - 1);
    world.nodes.push(
      new SimulatedNode({ name, random, scheduler, skewMax, broken, isHonest, nextKey }),
    );
  }
}

/** Every node has its key, vouches for the others' keys, and some open registers. */
async function setUp(world: World): Promise<void> {
  for (const node of world.nodes) await node.begin();
  for (const node of world.nodes) {
    for (const other of world.nodes) {
      const key = other.ring.keyFor(other.name);
      if (other !== node && key) await node.node.submit([keyDraft(other.name, key)]);
    }
  }
  for (const [at, node] of world.nodes.entries()) {
    if (at > 1 && node.isHonest) continue;
    const register = `papers/${node.name.toLowerCase()}`;
    const payload = { register, custodian: node.name };
    await node.node.submit([
      { type: 'registers.open', register, actor: node.name, payload, basis: { kind: 'signed' } },
    ]);
  }
}

/** All hear of all registers: whose they are is settled before anyone can dispute it. */
async function meet(world: World): Promise<void> {
  const { network } = world;
  const { faults } = network;
  network.faults = { ...faults, ...CALM };
  for (const from of world.nodes) {
    for (const to of world.nodes) {
      if (from !== to) world.spawn('a visit', () => world.visit(from, to));
      await world.scheduler.drain();
    }
  }
  network.faults = faults;
}

function leaveToChance(world: World, steps: number): void {
  const { random, scheduler } = world;
  const doings = doingsOf(world);
  const whole = doings.reduce((sum, [, weight]) => sum + weight, 0);
  let at = 0;
  for (let step = 0; step < steps; step++) {
    at += random.below(25);
    scheduler.after(at, () => {
      if (world.liar && random.chance(0.2)) return lie(world);
      let chance = (random.below(1_000_000) / 1_000_000) * whole;
      const found = doings.find(([, weight]) => (chance -= weight) < 0);
      found?.[0](world);
    });
  }
}

/** Everything stands, everything arrives, and all visit all until nothing moves any more. */
async function heal(world: World): Promise<void> {
  const { network, nodes, scheduler } = world;
  network.heal();
  network.faults = { ...network.faults, ...CALM };
  for (const node of nodes) if (!node.up) node.restart();
  // Who was restored a moment ago waits for what is on its way; that time passes first.
  scheduler.after(GRACE, () => undefined);
  await scheduler.drain();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const before = world.fingerprint();
    for (const from of world.honest) {
      for (const to of nodes) {
        if (from !== to) world.spawn('a visit', () => world.visit(from, to));
      }
      await scheduler.drain();
    }
    if (world.fingerprint() === before && world.honest.every(({ unasked }) => !unasked)) return;
  }
  world.broke('it never comes to rest');
}

async function runWith(random: Random, { broken = {}, size = 'any', lies }: RunOptions) {
  const scheduler = new Scheduler();
  const faults = weather(random);
  const trace = new Trace(() => scheduler.now);
  const world = new World(random, scheduler, faults, broken, trace);
  world.lying = lies ?? null;
  nodesOf(world, faults.skewMax, size);
  const setting = setUp(world);
  await scheduler.drain();
  await setting;
  await meet(world);
  makeLiar(world);
  leaveToChance(world, random.between(20, size === 'small' ? 60 : 120));
  await scheduler.drain();
  await heal(world);
  check(world);
  return world;
}

/** Runs one seed. The same seed gives the same run, to the byte. */
export async function simulate(seed: number, options: RunOptions = {}): Promise<Outcome> {
  const world = await withSeededSalts(new Random(seed ^ 0x2545f491), () =>
    runWith(new Random(seed), options),
  );
  const count = (sizeOf: (record: MemoryRecord) => number): number =>
    world.honest.reduce((sum, { record }) => sum + sizeOf(record), 0);
  return {
    seed,
    faults: world.faults,
    trace: world.trace.lines,
    acts: count(({ acts }) => acts.size),
    admissions: count(({ admissions }) => admissions.size),
    forks: count(({ forks }) => forks.size),
  };
}
