/** Writes what a batch adds to the record. Each table takes one statement for the whole batch. */
import { sql } from 'kysely';
import type { SignedAct } from '../kernel/act.ts';
import { audienceOf } from '../kernel/marking.ts';
import { type BatchState, audienceId } from './batch-state.ts';
import { besideStream } from './holdings/beside.ts';
import type { SignedRecord } from './signatures.ts';
import type { AcceptedElsewhere, RefusedElsewhere, ToRecord, Work } from './work.ts';

/** The channel on which admissions are made known. */
export const ADMITTED_CHANNEL = 'concord_admitted';

/**
 * Bytes travel one after another in one binary parameter, and each row says where its own are: as
 * text in the rows they would be decoded, escaped and encoded again on both sides.
 */
class Packed {
  readonly #pieces: Uint8Array[] = [];
  #sizeBytes = 0;

  /** Adds bytes; where they begin, from 1 as SQL counts, and how many they are. */
  add(piece: Uint8Array): { from: number; size: number } {
    const from = this.#sizeBytes + 1;
    this.#pieces.push(piece);
    this.#sizeBytes += piece.byteLength;
    return { from, size: piece.byteLength };
  }

  all(): Buffer {
    return Buffer.concat(this.#pieces, this.#sizeBytes);
  }
}

function actRow(state: BatchState, packed: Packed, record: SignedRecord) {
  const { act, header, signature, isBeside } = record;
  const { key, author, actor, type, register, seq, prev, issuedAt, marking } = act.header;
  const stream = isBeside ? besideStream(act.header.stream, act.id) : act.header.stream;
  const [said, signed] = [packed.add(header), packed.add(signature)];
  return {
    id: act.id,
    header_from: said.from,
    header_size: said.size,
    signature_from: signed.from,
    signature_size: signed.size,
    key,
    author,
    actor,
    type,
    register,
    stream,
    seq,
    prev,
    audience: audienceId(state, marking),
    issued_at: issuedAt,
    effective_on: act.header.effectiveOn,
  };
}

function partRows(state: BatchState, packed: Packed, { act, parts }: ToRecord) {
  return parts.flatMap((part: SignedAct['parts'][number], at) => {
    // Withheld from this node, or erased before it came.
    if (!part) return [];
    const marking = act.header.parts[at]?.marking ?? act.header.marking;
    const audience = audienceId(state, marking);
    state.usedAudiences.add(audience);
    const [salt, bytes] = [packed.add(part.salt), packed.add(part.bytes)];
    return {
      act: act.id,
      part: at,
      audience,
      salt_from: salt.from,
      salt_size: salt.size,
      bytes_from: bytes.from,
      bytes_size: bytes.size,
    };
  });
}

/**
 * Writes the acts. One that stood beside its stream comes to stand in it, where the
 * fork was resolved for it.
 */
export async function writeActs(work: Work, records: readonly SignedRecord[]): Promise<void> {
  const { db, state } = work;
  const ofActs = new Packed();
  const acts = JSON.stringify(records.map((record) => actRow(state, ofActs, record)));
  await sql`insert into acts
    select id, substring(packed.bytes from header_from for header_size),
      substring(packed.bytes from signature_from for signature_size), key, author, actor, type,
      register, stream, seq, prev, audience, issued_at, effective_on
    from (select ${ofActs.all()}::bytea as bytes) as packed,
      json_to_recordset(${acts}::json) as given (id text, header_from integer,
        header_size integer, signature_from integer, signature_size integer, key text,
        author text, actor text, type text, register text, stream text, seq bigint, prev text,
        audience integer, issued_at timestamptz, effective_on date)
    on conflict (id) do update set stream = excluded.stream
      where acts.stream <> excluded.stream`.execute(db);
}

/** Writes the parts of the acts that are at hand. */
export async function writeParts(work: Work, records: readonly ToRecord[]): Promise<void> {
  const { db, state } = work;
  const ofParts = new Packed();
  const parts = JSON.stringify(records.flatMap((record) => partRows(state, ofParts, record)));
  await sql`insert into act_parts
    select act, part, audience, substring(packed.bytes from salt_from for salt_size),
      substring(packed.bytes from bytes_from for bytes_size)
    from (select ${ofParts.all()}::bytea as bytes) as packed,
      json_to_recordset(${parts}::json) as given (act text, part integer, audience integer,
        salt_from integer, salt_size integer, bytes_from integer, bytes_size integer)
    on conflict do nothing`.execute(db);
}

/** Writes the places that acts were given. */
export async function writeAdmissions(
  work: Work,
  accepted: readonly AcceptedElsewhere[],
): Promise<void> {
  if (accepted.length === 0) return;
  const rows = accepted.map(({ act, audience, admittedBy }) => ({
    ledger: act.admission.ledger,
    act: act.id,
    register: act.admission.register,
    audience,
    position: act.admission.position,
    recorded_at: act.admission.recordedAt,
    admitted_by: admittedBy,
  }));
  await sql`insert into admissions
    select * from json_populate_recordset(null::admissions, ${JSON.stringify(rows)}::json)`.execute(
    work.db,
  );
}

/** Writes which acts were refused, why, and by which act of the custodian. */
export async function writeRefusals(
  work: Work,
  refusals: readonly RefusedElsewhere[],
): Promise<void> {
  if (refusals.length === 0) return;
  const rows = refusals.map(({ act, refusal, by }) => ({
    act: act.id,
    register: act.header.register,
    audience: audienceId(work.state, act.header.marking),
    refusal,
    recorded_at: work.state.recordedAt,
    refused_by: by,
  }));
  await sql`insert into refusals
    select * from json_populate_recordset(null::refusals, ${JSON.stringify(rows)}::json)`.execute(
    work.db,
  );
}

/** Writes where streams and registers stand now, and the audiences met for the first time. */
export async function writeState(work: Work): Promise<void> {
  const { db, state } = work;
  const audiences = [...state.freshAudiences]
    .filter(([id]) => state.usedAudiences.has(id))
    .map(([id, marking]) => ({
      id,
      key: audienceOf(marking),
      level: marking.level,
      released_to: marking.to,
    }));
  const streams = [...state.changedStreams].map((stream) => ({
    stream,
    ...state.streams.get(stream),
  }));
  const positions = [...state.positions.values()].filter((position) => position.changed);
  if (audiences.length > 0) await db.insertInto('audiences').values(audiences).execute();
  if (state.freshRegisters.length > 0) {
    await db.insertInto('registers').values(state.freshRegisters).execute();
  }
  await sql`insert into streams (stream, author, audience, seq, last)
    select stream, author, audience, seq, last
    from json_populate_recordset(null::streams, ${JSON.stringify(streams)}::json)
    on conflict (stream) do update set seq = excluded.seq, last = excluded.last`.execute(db);
  await sql`insert into positions (register, audience, last)
    select register, audience, last
    from json_populate_recordset(null::positions, ${JSON.stringify(positions)}::json)
    on conflict (register, audience) do update set last = excluded.last`.execute(db);
}

/** Makes the admissions known to all processes, as part of the transaction. */
export async function announce(work: Work): Promise<void> {
  await sql`select pg_notify(${ADMITTED_CHANNEL}, ${String(work.state.ledger)})`.execute(work.db);
}
