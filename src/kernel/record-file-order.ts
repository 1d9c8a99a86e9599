/** The order of a record file: admissions without gap or repetition, streams without forks. */
import type { z } from 'zod';
import { AdmitPayload, RefusePayload } from './register.ts';
import { audienceOf } from './marking.ts';
import type { ReadAct } from './record-file-authority.ts';

export const ADMIT = 'registers.admit';
export const REFUSE = 'registers.refuse';

/** Where acts were admitted, as the custodian's own acts say it. */
export interface Admitting {
  /** By the id of the act that was admitted. */
  readonly positions: ReadonlyMap<string, { readonly by: ReadAct; readonly position: number }>;
  /** The first place that each admission gives, by its id: the key that signed it counted there. */
  readonly firstPlaces: ReadonlyMap<string, number>;
  /** Ids of the acts that were refused. */
  readonly refused: ReadonlySet<string>;
  readonly faults: readonly string[];
}

const named = (read: ReadAct): string => `${read.act.header.type} ${read.act.id.slice(0, 16)}…`;

/** One admission, read; or what is wrong with it. */
function admitted(read: ReadAct): z.infer<typeof AdmitPayload> | string {
  if (read.withheldParts > 0) return `${named(read)}: what it admits is withheld`;
  const payload = AdmitPayload.safeParse(read.act.payload).data;
  if (!payload) return `${named(read)}: its content is not as its kind asks`;
  return payload.register === read.act.header.register
    ? payload
    : `${named(read)}: it admits to another register than its own`;
}

/** The acts that the custodian refused; and refusals that cannot be read. */
function readRefusals(acts: readonly ReadAct[]) {
  const refused = new Set<string>();
  const faults: string[] = [];
  for (const read of acts) {
    const payload = RefusePayload.safeParse(read.act.payload).data;
    if (payload) refused.add(payload.act);
    else if (read.withheldParts === 0) faults.push(`${named(read)}: its content is malformed`);
  }
  return { refused, faults };
}

const ofType = (acts: readonly ReadAct[], type: string): ReadAct[] =>
  acts.filter(({ act }) => act.header.type === type);

/** What the admissions and refusals say, and where two of them contradict each other. */
export function readAdmissions(acts: readonly ReadAct[]): Admitting {
  const positions = new Map<string, { by: ReadAct; position: number }>();
  const firstPlaces = new Map<string, number>();
  const places = new Map(acts.map(({ act, place }) => [act.id, place]));
  const { refused, faults } = readRefusals(ofType(acts, REFUSE));
  for (const by of ofType(acts, ADMIT)) {
    const payload = admitted(by);
    if (typeof payload === 'string') {
      faults.push(payload);
      continue;
    }
    for (const [at, act] of payload.acts.entries()) {
      if (positions.has(act)) faults.push(`act ${act.slice(0, 16)}… is admitted twice`);
      positions.set(act, { by, position: payload.first + at });
    }
    const known = payload.acts.flatMap((act) => places.get(act) ?? []);
    if (known.length > 0) firstPlaces.set(by.act.id, Math.min(...known));
  }
  return { positions, firstPlaces, refused, faults };
}

/** The admissions to a register, by audience, in the order of their positions. */
function byAudience(register: string, { positions }: Admitting) {
  const audiences = new Map<string, { act: string; position: number }[]>();
  for (const [act, { by, position }] of positions) {
    if (by.act.header.register !== register) continue;
    const audience = audienceOf(by.act.header.marking);
    const known = audiences.get(audience) ?? [];
    known.push({ act, position });
    audiences.set(audience, known);
  }
  for (const list of audiences.values()) list.sort((one, other) => one.position - other.position);
  return audiences;
}

/** What is wrong with the positions of a register: every act from the first on is in the file. */
export function positionFaults(
  register: string,
  admitting: Admitting,
  acts: ReadonlyMap<string, ReadAct>,
): string[] {
  const faults: string[] = [];
  for (const [audience, list] of byAudience(register, admitting)) {
    let before = 0;
    for (const [at, { act, position }] of list.entries()) {
      const where = `position ${position} of ${register} (${audience})`;
      const place = acts.get(act)?.place ?? null;
      if (position !== at + 1) faults.push(`${where}: the positions before it have a gap`);
      if (place === null) faults.push(`${where}: act ${act.slice(0, 16)}… is not in the file`);
      else if (place <= before) faults.push(`${where}: it stands before the one before it`);
      before = Math.max(before, place ?? 0);
    }
  }
  return faults;
}

/** Places of the record follow the instants of admission, which are signed. */
export function placeFaults(acts: readonly ReadAct[], admitting: Admitting): string[] {
  const faults: string[] = [];
  const placed = acts.filter((read) => read.place !== null);
  const inOrder = placed.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0));
  let last = { place: 0, at: '' };
  for (const { act, place } of inOrder) {
    const at = admitting.positions.get(act.id)?.by.act.header.issuedAt ?? last.at;
    const where = `place ${place ?? 0} of the record`;
    if (place === last.place) faults.push(`${where} is taken twice`);
    if (at < last.at) faults.push(`${where}: it was admitted before what stands before it`);
    last = { place: place ?? 0, at };
  }
  return faults;
}

/** Where a stream forks, or an act names another than the one before it; and how often it gaps. */
export function streamFaults(acts: readonly ReadAct[]): { faults: string[]; gaps: number } {
  const faults: string[] = [];
  let gaps = 0;
  const streams = Map.groupBy(acts, ({ act }) => act.header.stream);
  for (const [stream, list] of streams) {
    const inOrder = list.toSorted((one, other) => one.act.header.seq - other.act.header.seq);
    for (const [at, { act }] of inOrder.entries()) {
      const before = inOrder[at - 1]?.act;
      const step = act.header.seq - (before?.header.seq ?? 0);
      if (step === 0) faults.push(`stream ${stream} forks at ${act.header.seq}`);
      else if (step > 1) gaps += 1;
      else if (before && act.header.prev !== before.id) {
        faults.push(`stream ${stream}: ${act.header.seq} does not follow the act before it`);
      }
    }
  }
  return { faults, gaps };
}
