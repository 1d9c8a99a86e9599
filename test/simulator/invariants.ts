/** What must hold, whatever went wrong: checked when all is healed and nothing moves any more. */
import type { ActId } from '../../src/kernel/act.ts';
import { type Marking, audienceOf, mayView } from '../../src/kernel/marking.ts';
import type { HeldAct, MemoryRecord, Row } from './memory-record.ts';
import { isPartLost, partsArrive } from './parts-arrive.ts';
import { isRobbed, robbedStreams } from './robbed.ts';
import type { SimulatedNode } from './station.ts';
import type { World } from './world.ts';

const short = (id: string): string => id.slice(0, 8);

/** Honest nodes lose nothing that they said was recorded, nor that others saw admitted. */
function nothingIsLost(world: World): void {
  for (const { node, id, register, position } of world.told) {
    const { acts, admissions } = world.node(node).record;
    if (!world.node(node).isHonest) continue;
    if (!acts.has(id)) world.broke(`${node} lost ${short(id)}, which it had recorded`);
    const held = admissions.get(id);
    if (position !== null && held?.position !== position) {
      world.broke(
        `${node} moved ${short(id)} in ${register} from ${position} to ${held?.position}`,
      );
    }
  }
}

/** What was handed in is decided on, and whoever handed it in knows it. */
function nothingWaits(world: World): void {
  for (const { node, id, register, custodian } of world.told) {
    if (isPartLost(world, id, custodian)) continue;
    if (!world.node(node).isHonest || !world.node(custodian).isHonest) continue;
    if (isRobbed(world, node) || isRobbed(world, custodian)) continue;
    for (const name of [node, custodian]) {
      const { admissions, refusals } = world.node(name).record;
      if (!admissions.has(id) && !refusals.has(id)) {
        world.broke(`${name} knows no decision of ${custodian} on ${short(id)} for ${register}`);
      }
    }
  }
}

const audienceIn = ({ markings }: MemoryRecord, id: unknown): Marking => {
  const marking = markings.get(Number(id));
  if (!marking) throw new Error(`there is no audience ${String(id)}`);
  return marking;
};

/** Rows that a node shows to a viewer, in a form that is the same on every node. */
export function rowsFor(record: MemoryRecord, viewer: string): string[] {
  const rows = [...record.rows].flatMap(([table, all]) =>
    table.startsWith('papers_') ? [...all.values()].map((row) => ({ ...row, table })) : [],
  );
  return rows
    .filter((row: Record<string, unknown>) =>
      mayView(audienceIn(record, row['audience']), [viewer]),
    )
    .map(({ audience, ledger: _ledger, ...row }: Record<string, unknown>) =>
      JSON.stringify({ ...row, audience: audienceOf(audienceIn(record, audience)) }),
    )
    .sort();
}

/** Where each act stands, of the registers that are the same on both. */
function admissionsFor(record: MemoryRecord, viewer: string): Map<ActId, string> {
  const seen = [...record.admissions.values()].filter(
    ({ register, audience }) =>
      register.startsWith('papers/') && mayView(audienceIn(record, audience), [viewer]),
  );
  return new Map(seen.map((one) => [one.act, `${one.register} ${one.position}`]));
}

const isForBoth = (record: MemoryRecord, one: string, other: string) => (row: string) => {
  const { audience } = JSON.parse(row) as { audience: string };
  const marking = [...record.markings.values()].find((known) => audienceOf(known) === audience);
  return marking !== undefined && mayView(marking, [one]) && mayView(marking, [other]);
};

/** Honest nodes that may see the same admitted acts have the same rows. */
function nodesAgree(world: World): void {
  const [...nodes] = world.honest;
  for (const [at, one] of nodes.entries()) {
    for (const other of nodes.slice(at + 1)) agree(world, one, other);
  }
}

/**
 * Rows that acts of two marked audiences leave for one narrower audience: these acts have no order
 * that everybody sees, so that on each node the one that came later stands (decision 0015).
 */
function unorderedIn(records: readonly MemoryRecord[]): (row: string) => boolean {
  const audiences = new Map<string, Set<string>>();
  const nameOf = (...name: unknown[]): string => JSON.stringify(name);
  const admitted = records.flatMap(({ acts, admissions }) =>
    [...admissions.keys()].flatMap((id) => acts.get(id)?.act ?? []),
  );
  for (const { header, payload } of admitted) {
    // Of papers alone is asked below; of what is not at hand no row follows.
    const { paper } = (payload ?? {}) as { paper?: string };
    const markings = header.parts.flatMap(({ marking }) => marking ?? []);
    for (const marking of markings) {
      const name = nameOf(header.register, paper, audienceOf(marking));
      const audience = header.stream.replace(/^.*\//, '');
      audiences.set(name, (audiences.get(name) ?? new Set()).add(audience));
    }
  }
  return (row) => {
    const { table, place, paper, audience } = JSON.parse(row) as Record<string, string>;
    const seen = audiences.get(nameOf(place, paper, audience));
    return table === 'papers_annex' && seen !== undefined && seen.size > 1;
  };
}

function agree(world: World, one: SimulatedNode, other: SimulatedNode): void {
  const [mine, theirs] = [one, other].map(({ record }, at) => {
    const viewer = at === 0 ? other.name : one.name;
    return admissionsFor(record, viewer);
  });
  if (!mine || !theirs) return;
  const apart = [...mine].filter(([id, place]) => (theirs.get(id) ?? place) !== place);
  for (const [id] of apart) world.broke(`${one.name} and ${other.name} place ${short(id)} apart`);
  if (world.hasLiar) return;
  const isUnordered = unorderedIn([one.record, other.record]);
  const [first, second] = [one, other].map(({ record }) =>
    rowsFor(record, one.name)
      .filter(isForBoth(record, one.name, other.name))
      .filter((row) => !isUnordered(row)),
  );
  if (JSON.stringify(first) !== JSON.stringify(second)) {
    const lacking = (first ?? []).find((row) => !second?.includes(row));
    const extra = (second ?? []).find((row) => !first?.includes(row));
    world.broke(`${one.name} and ${other.name} have other rows: ${lacking} and ${extra}`);
  }
}

/** The places of parts that a node holds, and that are not released to it. */
function partsTooMany({ act, signed }: HeldAct, name: string): number[] {
  return signed.parts.flatMap((part, at) => {
    const narrower = act.header.parts[at]?.marking;
    return part === null || narrower === undefined || mayView(narrower, [name]) ? [] : [at];
  });
}

/** Nobody holds what is not released to it. */
function nothingLeaks(world: World): void {
  for (const { name, record, actors } of world.honest) {
    const others = [...record.acts.values()].filter(
      ({ act }) => !actors.includes(act.header.author),
    );
    for (const held of others) {
      const { id, header } = held.act;
      if (!mayView(header.marking, [name])) world.broke(`${name} holds ${short(id)}`);
      for (const at of partsTooMany(held, name)) {
        world.broke(`${name} holds part ${at} of ${short(id)}`);
      }
    }
  }
}

/** Positions of a register follow one another for each audience. */
function positionsHaveNoGaps(world: World): void {
  for (const { name, record } of world.honest) {
    const places = Map.groupBy(
      [...record.admissions.values()],
      ({ register, audience }) => `${register} for ${audience}`,
    );
    for (const [place, all] of places) {
      const sorted = all.map(({ position }) => position).sort((one, other) => one - other);
      if (sorted.some((position, at) => position !== at + 1)) {
        world.broke(`${name} has a gap in ${place}: ${sorted.join(' ')}`);
      }
    }
  }
}

/** Nobody honest is accused of a fork that could be avoided. */
function nobodyIsAccused(world: World): void {
  const robbed = robbedStreams(world);
  const authors = new Map(world.nodes.flatMap((node) => node.actors.map((one) => [one, node])));
  for (const { name, record } of world.honest) {
    for (const { fork } of record.forks.values()) {
      const [author = ''] = fork.stream.split('/');
      if (robbed.has(fork.stream)) continue;
      if (authors.get(author)?.isHonest) world.broke(`${name} accuses ${author}, who is honest`);
    }
  }
}

/** Every fork is known to all who may see its stream. */
function forksAreFound(world: World): void {
  const forked = [...actsByPlace(world)].filter(([, ids]) => ids.size > 1);
  for (const [place] of forked) {
    const [stream = ''] = place.split(' ');
    for (const { name, record } of world.honest.filter((one) => one.record.streams.has(stream))) {
      const knows = [...record.forks.values()].some(({ fork }) => fork.stream === stream);
      if (!knows) world.broke(`${name} overlooks the fork at ${place}`);
    }
  }
}

function actsByPlace(world: World): Map<string, Set<ActId>> {
  const places = new Map<string, Set<ActId>>();
  for (const { record } of world.honest) {
    for (const [stream, ids] of record.streams) {
      for (const [at, id] of ids.entries()) {
        const place = `${stream} ${at + 1}`;
        places.set(place, (places.get(place) ?? new Set()).add(id));
      }
    }
  }
  return places;
}

const actsIn = (rows: Iterable<Row>): unknown[] => [...rows].map((row) => row['act']);

/** What was never rightly signed or never covered has no effect on an honest node. */
function liesHaveNoEffect(world: World): void {
  for (const { name, record } of world.honest) {
    const shown = new Set([...record.rows.values()].flatMap((rows) => actsIn(rows.values())));
    for (const [id, why] of world.lies) {
      if (record.admissions.has(id) || shown.has(id))
        world.broke(`${name} admitted ${short(id)}: ${why}`);
    }
  }
}

/** Everybody who may see a stream of an honest author has all of it. */
function streamsAreWhole(world: World): void {
  const robbed = robbedStreams(world);
  for (const one of world.honest) {
    const own = [...one.record.streams].filter(([stream]) =>
      one.actors.some((actor) => stream.startsWith(`${actor}/`)),
    );
    const whole = own.filter(([stream]) => !robbed.has(stream));
    for (const [stream, ids] of whole) streamIsWhole(world, one.record, stream, ids);
  }
}

function streamIsWhole(
  world: World,
  { acts }: MemoryRecord,
  stream: string,
  ids: readonly ActId[],
): void {
  const marking = acts.get(ids[0] ?? '')?.act.header.marking;
  if (!marking) return;
  for (const { name, record } of world.honest.filter((one) => mayView(marking, [one.name]))) {
    const held = record.streams.get(stream)?.length ?? 0;
    if (held !== ids.length) world.broke(`${name} has ${held} of ${ids.length} acts of ${stream}`);
  }
}

/** Checks everything; what is broken is in `world.faults`. */
export function check(world: World): void {
  nothingIsLost(world);
  nothingWaits(world);
  nodesAgree(world);
  nothingLeaks(world);
  positionsHaveNoGaps(world);
  nobodyIsAccused(world);
  forksAreFound(world);
  liesHaveNoEffect(world);
  streamsAreWhole(world);
  partsArrive(world);
}
