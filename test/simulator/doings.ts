/** What honest people and honest nodes do, and what weather does to them, each as one step. */
import { AUTHORITY_REGISTER } from '../../src/kernel/authority-acts.ts';
import { type Marking, CLEAR, markedFor } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { SigningKey } from '../../src/kernel/key.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { SimulatedNode } from './station.ts';
import { GRACE, type World } from './world.ts';

const MEMBERS_SHARE = 0.6;
const PAPERS = ['alpha', 'beta', 'gamma', 'delta'];

/** The text of a public key as acts carry it. */
export const keyText = ({ publicBytes }: SigningKey): string =>
  Buffer.from(publicBytes).toString('base64url');

/** An act by which the custodian of a registry records another's key. */
export function keyDraft(actor: string, key: SigningKey): DraftAct {
  return {
    type: 'keys.register',
    register: AUTHORITY_REGISTER,
    actor,
    payload: { actor, publicKey: keyText(key) },
    basis: { kind: 'recorded', source: 'Note verbale' },
  };
}

/** A marking for all, or for some nodes, of which these are some. */
export function anyMarking({ random, nodes }: World, among: readonly string[]): Marking {
  if (random.chance(0.55)) return CLEAR;
  const names = random.some(
    nodes.map(({ name }) => name),
    MEMBERS_SHARE,
  );
  return markedFor(random.pick(['green', 'amber', 'amber+strict', 'red']), [...names, ...among]);
}

function annexOf({ random }: World, marking: Marking): Pick<DraftAct, 'narrower'> {
  if (marking.level === 'clear' || !random.chance(0.3)) return {};
  const to = random.some(marking.to, 0.5);
  const [first = ''] = marking.to;
  const narrower = markedFor('red', to.length === 0 ? [first] : to);
  return { narrower: [{ marking: narrower, members: ['annex'] }] };
}

/** In whose name, by whom, and under which mandate something is done at a node. */
function anyService({ random, mandates }: World, at: SimulatedNode) {
  const found = random.chance(0.3)
    ? mandates.find(({ holder }) => at.actors.includes(holder))
    : undefined;
  if (found) return { author: found.holder, actor: found.actor, mandate: found.mandate };
  const author = random.pick(at.actors);
  return { author, actor: author, mandate: null };
}

/** A paper for a register that the node knows. */
export function paperDraft(world: World, at: SimulatedNode): DraftAct | null {
  const { random } = world;
  const registers = [...at.record.standing.registers.values()].filter(({ key }) =>
    key.startsWith('papers/'),
  );
  if (registers.length === 0) return null;
  const { key: register, custodian } = random.pick(registers);
  const marking = anyMarking(world, [at.name, custodian]);
  const common = { register, marking, basis: { kind: 'signed' } as const };
  const service = anyService(world, at);
  const named = { paper: random.pick(PAPERS) };
  if (random.chance(0.08)) {
    return { ...common, ...service, type: 'papers.withdraw', payload: named };
  }
  const narrower = annexOf(world, marking);
  const text = `${random.bits()}`;
  const annex = narrower.narrower ? { annex: `annex ${text}` } : {};
  const payload = { ...named, text, ...annex };
  return { ...common, ...service, ...narrower, type: 'papers.put', payload };
}

/** One step that someone takes. */
export type Doing = (world: World) => void;

const anyUp = ({ random, honest }: World): SimulatedNode | null => {
  const up = honest.filter((node) => node.up);
  return up.length === 0 ? null : random.pick(up);
};

const submits: Doing = (world) => {
  const at = anyUp(world);
  if (!at) return;
  const draft = paperDraft(world, at);
  if (draft) world.spawn('submitting', () => world.submit(at, draft));
};

const visits: Doing = (world) => {
  const at = anyUp(world);
  if (!at) return;
  const to = world.random.pick(world.nodes);
  world.spawn('a visit', () => world.visit(at, to));
};

/** Acts come unasked: handed in to their custodian, or on a stick, in any order, more than once. */
const carries: Doing = (world) => {
  const { random, network } = world;
  const [from, to] = [anyUp(world), anyUp(world)];
  if (!from || !to || from === to) return;
  world.spawn('carrying', async () => {
    const viewer = { actors: to.actors };
    const heads = random.shuffled(await from.node.heads(viewer)).slice(0, 4);
    const pages = await Promise.all(
      heads.map(({ stream, seq }) => from.node.page(viewer, stream, random.between(1, seq))),
    );
    const acts = pages.flat();
    const mixed = random.chance(0.5) ? random.shuffled([...acts, ...random.some(acts, 0.3)]) : acts;
    const came = await network.carry(from, to, mixed, 1 + random.below(GRACE / 4));
    if (!isRefusal(came) && to.up) await to.node.take(came);
  });
};

const crashes: Doing = (world) => {
  const at = anyUp(world);
  if (!at) return;
  at.crash();
  world.trace.say(`${at.name} crashes`);
  world.scheduler.after(1 + world.random.below(100), () => {
    if (at.up) return;
    at.restart();
    world.trace.say(`${at.name} starts again`);
  });
};

const backsUp: Doing = (world) => anyUp(world)?.takeBackup();

const restores: Doing = (world) => {
  const at = anyUp(world);
  if (!at?.backup) return;
  const others = world.nodes.filter((node) => node !== at);
  const before = [...at.record.acts.keys()];
  at.restore(others.map(({ name }) => name));
  world.trace.say(`${at.name} is restored from a backup`);
  forgetUnsent(world, at);
  for (const id of before) {
    if (!world.honest.some(({ record }) => record.acts.has(id))) world.withheld.add(id);
  }
};

/**
 * What only lost disks held is lost: nobody else had heard of it. So is what only the disk that is
 * lost now held for one that was restored before, and has not got it back yet.
 */
function forgetUnsent(world: World, lost: SimulatedNode): void {
  for (const at of world.honest) if (at === lost || at.unasked) forgetOf(world, at);
}

function forgetOf(world: World, at: SimulatedNode): void {
  const others = world.honest.filter((node) => node !== at);
  const isHeld = (id: string): boolean =>
    at.record.acts.has(id) || others.some(({ record }) => record.acts.has(id));
  const isPlaced = (id: string): boolean =>
    at.record.admissions.has(id) || others.some(({ record }) => record.admissions.has(id));
  const kept = world.told.filter(
    ({ node, id, position }) =>
      node !== at.name || (isHeld(id) && (position === null || isPlaced(id))),
  );
  world.told.splice(0, world.told.length, ...kept);
}

const partitions: Doing = (world) => {
  const { random, network, nodes, scheduler } = world;
  const side = random.some(nodes, 0.5);
  for (const one of side) {
    for (const other of nodes) if (!side.includes(other)) network.cut(one.name, other.name);
  }
  world.trace.say(`the network is cut around ${side.map(({ name }) => name).join(', ')}`);
  scheduler.after(50 + random.below(400), () => network.heal());
};

const setsClock: Doing = (world) => anyUp(world)?.setClock();

const rotates: Doing = (world) => {
  const at = anyUp(world);
  if (!at) return;
  const actor = world.random.pick(at.actors);
  const old = at.ring.keyFor(actor);
  if (!old || at.unasked) return;
  const draft: DraftAct = {
    type: 'keys.rotate',
    register: AUTHORITY_REGISTER,
    author: actor,
    actor,
    payload: { key: old.id, publicKey: keyText(at.newKey(actor)) },
    basis: { kind: 'signed' },
  };
  world.spawn('rotating', () => world.submit(at, draft));
};

/** An office is set up: its key is recorded, and it may act in its State's name. */
const setsUpOffice: Doing = (world) => {
  const at = anyUp(world);
  if (!at || at.unasked || at.actors.length > 3) return;
  const office = `${at.name.toLowerCase()}-office-${at.actors.length}`;
  world.spawn('setting up an office', async () => {
    await world.submit(at, keyDraft(office, at.newKey(office)));
    const receipt = await world.submit(at, {
      type: 'mandates.grant',
      register: AUTHORITY_REGISTER,
      actor: at.name,
      payload: {
        holder: office,
        covers: ['papers.*'],
        registers: null,
        fromOn: '2000-01-01',
        toOn: null,
      },
      basis: { kind: 'signed' },
    });
    if (!receipt || isRefusal(receipt)) return;
    world.mandates.push({ actor: at.name, holder: office, mandate: receipt.id });
  });
};

const revokes: Doing = (world) => {
  const granted = world.mandates.filter(({ actor }) => world.node(actor).up);
  if (granted.length === 0) return;
  const { actor, mandate } = world.random.pick(granted);
  const at = world.node(actor);
  if (!at.isHonest || at.unasked) return;
  world.spawn('revoking', () =>
    world.submit(at, {
      type: 'mandates.revoke',
      register: AUTHORITY_REGISTER,
      actor,
      payload: { mandate },
      basis: { kind: 'signed' },
    }),
  );
};

/** Each step with how often it is taken; what the weather does comes as often as it says. */
export function doingsOf({ network: { faults } }: World): readonly (readonly [Doing, number])[] {
  return [
    [submits, 0.4],
    [visits, 0.35],
    [carries, 0.06],
    [rotates, 0.015],
    [setsUpOffice, 0.03],
    [revokes, 0.02],
    [setsClock, 0.02],
    [backsUp, faults.restore],
    [restores, faults.restore],
    [crashes, faults.crash],
    [partitions, faults.partition],
  ];
}
