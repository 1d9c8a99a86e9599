/** What a batch of acts of other nodes is, and what has to be loaded to take it. */
import { type Kysely, sql } from 'kysely';
import { type Act, type ActId, type Header, type SignedAct, readAct } from '../../kernel/act.ts';
import { AUTHORITY_REGISTER } from '../../kernel/authority-acts.ts';
import {
  type AdmitPayload,
  AdmitPayload as AdmitSchema,
  RefusePayload,
} from '../../kernel/register.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { mayView } from '../../kernel/marking.ts';
import { markingsIn, released, releasedParts } from '../../kernel/release.ts';
import { INBOUND_RULE, localRegister } from '../../kernel/taking.ts';
import { audienceFault, holdsNul } from '../candidate-faults.ts';
import { partsOf } from '../read-record.ts';
import type { RecordTables } from '../record-tables.ts';
import { NETWORK_RULE, TEXT_RULE } from '../rules.ts';
import type { NodeIdentity } from '../work.ts';

type Db = Kysely<RecordTables>;

/** An act of another node that any reader would accept. */
export interface Given {
  readonly act: Act;
  readonly signed: SignedAct;
  /** What it admits, where it is a custodian's admission. */
  readonly admits: AdmitPayload | null;
  /** The acts that it decides on, where it is a custodian's admission or refusal. */
  readonly decides: readonly ActId[];
}

function decidesOf(act: Act, admits: AdmitPayload | null): readonly ActId[] {
  if (act.header.type !== 'registers.refuse') return admits?.acts ?? [];
  const parsed = RefusePayload.safeParse(act.payload);
  return parsed.success ? [parsed.data.act] : [];
}

function admitsOf(act: Act): AdmitPayload | null {
  if (act.header.type !== 'registers.admit') return null;
  const parsed = AdmitSchema.safeParse(act.payload);
  return parsed.success ? parsed.data : null;
}

/** Actors among those whom the act or its parts name whose node this is. */
export function oursIn(node: NodeIdentity, header: Header): string[] {
  const named = new Set(markingsIn(header).flatMap(({ to }) => to));
  return [...named].filter((actor) => actor === node.operator || node.keys.keyFor(actor));
}

/** What was signed here comes back whole, also where it was for others only: it was lost here. */
export const isOwn = (node: NodeIdentity, { author }: Header): boolean =>
  author === node.operator || node.keys.keyFor(author) !== null;

function fault(node: NodeIdentity, act: Act, signed: SignedAct): Refusal | null {
  const { network, marking } = act.header;
  if (network !== node.network) {
    return refuse(
      NETWORK_RULE,
      said('The act belongs to {$network}; this node is in {$nodeNetwork}.', {
        network,
        nodeNetwork: node.network,
      }),
    );
  }
  // Checked at the way out of the other node too: neither relies on the other.
  if (!isOwn(node, act.header) && !mayView(marking, oursIn(node, act.header))) {
    return refuse(INBOUND_RULE, said('The act is released to nobody whose node this is.'));
  }
  const texts = [signed.header, ...signed.parts.flatMap((part) => (part ? [part.bytes] : []))];
  if (texts.some(holdsNul)) return refuse(TEXT_RULE, said('A text of the act holds a NUL.'));
  return audienceFault(marking);
}

/** Reads an act of another node, or says why no reader would accept it here. */
export function readGiven(node: NodeIdentity, signed: SignedAct): Given | Refusal {
  const act = readAct(signed);
  if (isRefusal(act)) return act;
  const refusal = fault(node, act, signed);
  if (refusal) return refusal;
  if (isOurs(node, act.header, signed)) return givenOf(act, signed);
  // Whoever gave more than it may has told this node; it keeps none of that.
  const mine = released(act.header, signed, oursIn(node, act.header)) ?? signed;
  const read = readAct(mine);
  return isRefusal(read) ? read : givenOf(read, mine);
}

/** Whether every part that came is for this node. */
function isOurs(node: NodeIdentity, header: Header, { parts }: SignedAct): boolean {
  if (isOwn(node, header)) return true;
  if (header.parts.every(({ marking }) => marking === undefined)) return true;
  const theirs = releasedParts(header, oursIn(node, header));
  return parts.every((part, at) => part === null || theirs.includes(at));
}

function givenOf(act: Act, signed: SignedAct): Given {
  const admits = admitsOf(act);
  return { act, signed, admits, decides: decidesOf(act, admits) };
}

/** The acts of these ids that are held already, with the parts that are at hand. */
export async function loadHeld(
  db: Db,
  ids: readonly ActId[],
): Promise<Map<ActId, { act: Act; signed: SignedAct }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; header: Buffer; signature: Buffer }>`
    select id, header, signature from acts where id = any(${ids}::text[])`.execute(db);
  const parts = await db
    .selectFrom('act_parts')
    .select(['act', 'part', 'salt', 'bytes'])
    .where('act', '=', sql<string>`any(${rows.map((row) => row.id)}::text[])`)
    .execute();
  const byAct = Map.groupBy(parts, (part) => part.act);
  return new Map(
    rows.map(({ id, header, signature }) => {
      // Recorded bytes were checked when they were taken.
      const fields = JSON.parse(header.toString('utf8')) as Act['header'];
      const whole = partsOf(fields, byAct.get(id) ?? []);
      const signed = { header, signature, parts: whole };
      const act = readAct(signed);
      if (isRefusal(act)) throw new Error(`act ${id} is held, and cannot be read: ${act.reason}`);
      return [id, { act, signed }];
    }),
  );
}

/** The acts that stand at these places of streams. */
export async function loadPlaces(
  db: Db,
  places: readonly { stream: string; seq: number }[],
): Promise<Map<string, ActId>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ id: string; stream: string; seq: number }>`
    select acts.id, acts.stream, acts.seq from acts join
      json_to_recordset(${JSON.stringify(places)}::json) as wanted (stream text, seq bigint)
      on acts.stream = wanted.stream and acts.seq = wanted.seq`.execute(db);
  return new Map(rows.map(({ id, stream, seq }) => [placeName(stream, seq), id]));
}

export const placeName = (stream: string, seq: number): string => `${stream} ${seq}`;

/** The registers that the acts name, under the names that they have here. */
export function registersNamed(given: readonly Given[], operator: string): string[] {
  return given.flatMap(({ act: { header }, admits }) => [
    ...(header.register === null ? [] : [header.register]),
    ...(admits ? [localRegister(admits.register, header.author, operator)] : []),
  ]);
}

/** Whether an act asks this node, as custodian of its register, to decide. */
export function asksUs(act: Act, custodian: string | undefined, node: NodeIdentity): boolean {
  const { register, basis, author, type } = act.header;
  if (register === null || custodian === undefined || type.startsWith('registers.')) return false;
  // Keys and mandates of another node are that node's to decide on; its registry counts here.
  if (register === AUTHORITY_REGISTER || basis.kind === 'recorded') return false;
  return node.keys.keyFor(custodian) !== null && node.keys.keyFor(author) === null;
}
