/**
 * A node that lies: it forks its own stream, admits what was never signed, or out of order, or
 * under a mandate that it had revoked, decides on what is not its own, vouches for false keys, and
 * says one thing to some and another to others. What it gives is well formed, and mostly signed.
 */
import { type Header, partOf, streamOf } from '../../src/kernel/act.ts';
import { AUTHORITY_REGISTER } from '../../src/kernel/authority-acts.ts';
import type { Json } from '../../src/kernel/canonical.ts';
import type { SigningKey } from '../../src/kernel/key.ts';
import { CLEAR } from '../../src/kernel/marking.ts';
import { type Composed, composeAct } from '../../src/kernel/sign.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { keyDraft, paperDraft } from './doings.ts';
import type { MemoryNode } from './memory-node.ts';
import { type MemoryRecord, recordCopy } from './memory-record.ts';
import { NETWORK, type SimulatedNode } from './station.ts';
import { withholding } from './withholding.ts';
import type { World } from './world.ts';

/** The liar, and the second face that it shows to some. */
export interface Liar {
  readonly node: SimulatedNode;
  /** Shown to these instead. */
  readonly believers: ReadonlySet<string>;
  twin: MemoryNode | null;
  /** Whom it gives acts without their parts. */
  readonly stripped: Set<string>;
  /** The lies of this one: one that tells them all is believed by nobody after the first. */
  readonly repertoire: readonly string[];
}

/** The world's liar, where it has one, begins. */
export function makeLiar(world: World): void {
  const node = world.nodes.find(({ isHonest }) => !isHonest);
  if (!node) return;
  const others = world.honest.map(({ name }) => name);
  const { random } = world;
  const believers = new Set(random.some(others, 0.5));
  world.liar = {
    node,
    believers,
    twin: null,
    stripped: new Set(),
    repertoire: world.lying ?? random.some(Object.keys(LIES), 0.3),
  };
  node.show = (to) => {
    const { liar } = world;
    const face = liar?.twin && liar.believers.has(to) ? liar.twin : node.node;
    return liar?.stripped.has(to) ? withholding(face) : face;
  };
}

type Payload = Record<string, Json>;

/** An act at the end of its author's stream as the liar holds it, signed with whatever key. */
function compose(
  record: MemoryRecord,
  key: SigningKey,
  payload: Payload,
  more: Pick<Header, 'author' | 'type' | 'register'> & Partial<Header>,
): Composed {
  const marking = more.marking ?? CLEAR;
  const ids = record.streams.get(streamOf(more.author, marking)) ?? [];
  const draft = {
    network: NETWORK,
    actor: more.author,
    mandate: null,
    basis: { kind: 'signed' } as const,
    seq: ids.length + 1,
    prev: ids.at(-1) ?? null,
    parents: [],
    effectiveOn: null,
    issuedAt: '2026-05-01T00:00:00.000Z',
    marking,
    ...more,
  };
  return composeAct(draft, partOf(payload), payload, key);
}

/** Puts an act into a stream, whatever any rule says. */
function force(record: MemoryRecord, { act, signed }: Composed): void {
  const { stream, author, seq, marking } = act.header;
  const { streams, acts, standing } = record;
  acts.set(act.id, { act, signed });
  streams.set(stream, [...(streams.get(stream) ?? []), act.id]);
  const audience = marking.level === 'clear' ? 0 : (standing.streams.get(stream)?.audience ?? 0);
  standing.streams.set(stream, { author, audience, seq, last: act.id });
}

interface Lying {
  readonly world: World;
  readonly liar: Liar;
  /** The face that lies this time. */
  readonly record: MemoryRecord;
  readonly key: SigningKey;
  readonly name: string;
  readonly register: string;
}

function admit(lying: Lying, acts: string[], more: { first?: number; register?: string } = {}) {
  const { record, key, name } = lying;
  const register = more.register ?? lying.register;
  const { positions } = record.standing;
  const last = positions.get(`${register} 0`)?.last ?? 0;
  const payload = { register, first: more.first ?? last + 1, acts };
  force(record, compose(record, key, payload, { author: name, type: 'registers.admit', register }));
  if (more.first === undefined && more.register === undefined) {
    // It goes on from there, so that all that follows stands or falls with this.
    positions.set(`${register} 0`, {
      register,
      audience: 0,
      last: last + acts.length,
      changed: true,
    });
  }
}

function refusing(lying: Lying, act: string, register: string): void {
  const { record, key, name } = lying;
  const said = { rule: 'made.up', citation: 'none', reason: 'It does not please us.' };
  const payload = { register, act, ...said };
  force(
    record,
    compose(record, key, payload, { author: name, type: 'registers.refuse', register }),
  );
}

function paper(
  lying: Lying,
  author: string,
  key: SigningKey,
  more: Partial<Header> = {},
): Composed {
  const { record, register, world } = lying;
  const payload = { paper: 'alpha', text: `a lie ${world.random.bits()}` };
  return compose(record, key, payload, { author, type: 'papers.put', register, ...more });
}

const anyHonest = ({ world }: Lying): SimulatedNode => world.random.pick(world.honest);

const strangerKey = ({ world }: Lying): SigningKey => world.nextKey();

function falselySigned(lying: Lying): void {
  const made = paper(lying, anyHonest(lying).name, strangerKey(lying));
  lying.world.lies.set(made.act.id, 'nobody signed it');
  force(lying.record, made);
  admit(lying, [made.act.id]);
}

/** Says that a key is another's, signs in its name, and so makes it look like a forger. */
function falselyVouched(lying: Lying): void {
  const { world, record, liar } = lying;
  const key = strangerKey(lying);
  const victim = anyHonest(lying).name;
  world.spawnLie(async () => {
    const [receipt] = await liar.node.node.submit([keyDraft(victim, key)]);
    if (!receipt || isRefusal(receipt)) return;
    const made = paper(lying, victim, key);
    world.lies.set(made.act.id, 'its key is not of its author');
    force(record, made);
    admit(lying, [made.act.id]);
  });
}

/** Acts under a mandate that its own registry knows to be revoked. */
function underRevoked(lying: Lying): void {
  const { world, liar, record } = lying;
  const { node } = liar;
  const office = `${lying.name.toLowerCase()}-office`;
  world.spawnLie(async () => {
    if (!node.ring.held.has(office)) {
      await node.node.submit([keyDraft(office, node.newKey(office))]);
    }
    const basis = { kind: 'signed' } as const;
    const place = { register: AUTHORITY_REGISTER, actor: lying.name, basis };
    const days = { fromOn: '2000-01-01', toOn: null };
    const payload = { holder: office, covers: ['papers.*'], registers: null, ...days };
    const [granted] = await node.node.submit([{ ...place, type: 'mandates.grant', payload }]);
    const mandate = granted && 'id' in granted ? granted.id : null;
    if (mandate === null) return;
    await node.node.submit([{ ...place, type: 'mandates.revoke', payload: { mandate } }]);
    const key = node.ring.keyFor(office);
    if (!key || record !== node.record) return;
    const made = paper(lying, office, key, { actor: lying.name, mandate });
    world.lies.set(made.act.id, 'its mandate was revoked');
    force(record, made);
    admit(lying, [made.act.id]);
  });
}

function anyAdmitted({ record, world }: Lying): { id: string; register: string } | null {
  const all = [...record.admissions.values()].filter(({ audience }) => audience === 0);
  if (all.length === 0) return null;
  const { act, register } = world.random.pick(all);
  return { id: act, register: register.replace(/@.*/, '') };
}

/** Hands on, on a stick, what was released to it and not to who gets it. */
function handsOn({ world, liar, record }: Lying): void {
  const { random, network } = world;
  const to = random.pick(world.honest);
  const marked = [...record.acts.values()].filter(({ act: { header } }) => {
    return header.marking.level !== 'clear' || header.parts.some(({ marking }) => marking);
  });
  if (marked.length === 0) return;
  world.spawnLie(async () => {
    const { stream } = random.pick(marked).act.header;
    const acts = (record.streams.get(stream) ?? []).flatMap((id) => record.acts.get(id) ?? []);
    const came = await network.carry(
      liar.node,
      to,
      acts.map(({ signed }) => signed),
      5,
    );
    if (!isRefusal(came) && to.up) await to.node.take(came);
  });
}

const LIES: Readonly<Record<string, (lying: Lying) => void>> = {
  'admits what is nowhere': (lying) =>
    admit(lying, [Buffer.from(lying.world.random.bytes(32)).toString('hex')]),
  'leaves a position out': (lying) => {
    const made = paper(lying, lying.name, lying.key);
    force(lying.record, made);
    lying.world.lies.set(made.act.id, 'a position was left out before it');
    const last = lying.record.standing.positions.get(`${lying.register} 0`)?.last ?? 0;
    admit(lying, [made.act.id], { first: last + 3 });
  },
  'admits what nobody signed': falselySigned,
  'vouches for a false key': falselyVouched,
  'admits under a revoked mandate': underRevoked,
  'hands on what is not released': handsOn,
  'withholds parts': (lying) => void lying.liar.stripped.add(anyHonest(lying).name),
  'admits what half of cannot stand': (lying) => {
    const elsewhere = { ...lying, register: `papers/${anyHonest(lying).name.toLowerCase()}` };
    const made = paper(lying, lying.name, lying.key);
    lying.world.lies.set(made.act.id, 'it came with what cannot stand');
    force(lying.record, made);
    const strange = paper(elsewhere, lying.name, lying.key);
    force(lying.record, strange);
    admit(lying, [made.act.id, strange.act.id]);
  },
  'admits once more': (lying) => {
    const found = anyAdmitted(lying);
    if (found) admit(lying, [found.id], { register: found.register });
  },
  'admits to another’s register': (lying) => {
    const { name } = anyHonest(lying);
    const register = `papers/${name.toLowerCase()}`;
    const made = paper({ ...lying, register }, lying.name, lying.key);
    force(lying.record, made);
    const held = [...lying.record.admissions.values()].filter((one) => one.register === register);
    admit(lying, [made.act.id], { register, first: held.length + 1 });
  },
  'refuses what it may not, twice': (lying) => {
    const found = anyAdmitted(lying);
    if (!found) return;
    refusing(lying, found.id, found.register);
    refusing(lying, found.id, found.register);
  },
};

/** The liar does something: works like any other, shows two faces, or lies. */
export function lie(world: World): void {
  const { liar, random } = world;
  if (!liar?.node.up) return;
  const { node } = liar;
  const chance = random.below(10);
  if (chance < 3) return world.spawnLie(() => world.visit(node, random.pick(world.honest)));
  if (chance < 5) return working(world, liar);
  if (chance < 7 && !liar.twin) {
    liar.twin = node.another(recordCopy(node.record));
    world.trace.say(`${node.name} begins to show two faces`);
    return undefined;
  }
  return tell(world, liar);
}

function tell(world: World, liar: Liar): void {
  const { random } = world;
  const { node } = liar;
  const key = node.ring.keyFor(node.name);
  const record = liar.twin && random.chance(0.5) ? liar.twin.record : node.record;
  const register = `papers/${node.name.toLowerCase()}`;
  if (!key) return undefined;
  if (liar.repertoire.length === 0) return working(world, liar);
  const kind = random.pick(liar.repertoire);
  world.trace.say(`${node.name} ${kind}`);
  LIES[kind]?.({ world, liar, record, key, name: node.name, register });
  return undefined;
}

function working(world: World, { node, twin }: Liar): void {
  const draft = paperDraft(world, node);
  const face = twin && world.random.chance(0.5) ? twin : node.node;
  // What is said by neither face alone is said by both, each in its own stream.
  if (draft) world.spawnLie(() => face.submit([draft]));
}
