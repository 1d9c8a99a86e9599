/** Writes what a batch adds to the record. Each table takes one statement for the whole batch. */
import { sql } from 'kysely';
import type { SignedAct } from '../kernel/act.ts';
import { audienceOf } from '../kernel/marking.ts';
import { type BatchState, audienceId } from './batch-state.ts';
import { bigintArray, bytesArray, integerArray, textArray } from './binary-arrays.ts';
import { besideStream } from './holdings/beside.ts';
import type { SignedRecord } from './signatures.ts';
import type { AcceptedElsewhere, RefusedElsewhere, ToRecord, Work } from './work.ts';

/** The channel on which admissions are made known. */
export const ADMITTED_CHANNEL = 'concord_admitted';

/** The stream in which the act stands. */
const streamOf = ({ act, isBeside }: ToRecord): string =>
  isBeside ? besideStream(act.header.stream, act.id) : act.header.stream;

/**
 * Writes the acts. One that stood beside its stream comes to stand in it, where the fork was
 * resolved for it.
 */
export async function writeActs(work: Work, records: readonly SignedRecord[]): Promise<void> {
  const { db, state } = work;
  const headers = records.map(({ act }) => act.header);
  const texts = (member: 'key' | 'author' | 'actor' | 'type' | 'register' | 'prev') =>
    sql`${textArray(headers.map((header) => header[member]))}::text[]`;
  const audiences = headers.map(({ marking }) => audienceId(state, marking));
  await sql`insert into acts
    select id, header, signature, key, author, actor, type, register, stream, seq, prev, audience,
      issued_at::timestamptz, effective_on::date
    from unnest(${textArray(records.map(({ act }) => act.id))}::text[],
      ${bytesArray(records.map(({ header }) => header))}::bytea[],
      ${bytesArray(records.map(({ signature }) => signature))}::bytea[],
      ${texts('key')}, ${texts('author')}, ${texts('actor')}, ${texts('type')},
      ${texts('register')}, ${textArray(records.map(streamOf))}::text[],
      ${bigintArray(headers.map(({ seq }) => seq))}::bigint[], ${texts('prev')},
      ${integerArray(audiences)}::integer[],
      ${textArray(headers.map(({ issuedAt }) => issuedAt))}::text[],
      ${textArray(headers.map(({ effectiveOn }) => effectiveOn))}::text[])
      as given (id, header, signature, key, author, actor, type, register, stream, seq, prev,
        audience, issued_at, effective_on)
    on conflict (id) do update set stream = excluded.stream
      where acts.stream <> excluded.stream`.execute(db);
}

function partRows(state: BatchState, { act, parts }: ToRecord) {
  return parts.flatMap((part: SignedAct['parts'][number], at) => {
    // Withheld from this node, or erased before it came.
    if (!part) return [];
    const marking = act.header.parts[at]?.marking ?? act.header.marking;
    const audience = audienceId(state, marking);
    state.usedAudiences.add(audience);
    return { act: act.id, at, audience, part };
  });
}

/** Writes the parts of the acts that are at hand. */
export async function writeParts(work: Work, records: readonly ToRecord[]): Promise<void> {
  const { db, state } = work;
  const rows = records.flatMap((record) => partRows(state, record));
  await sql`insert into act_parts
    select * from unnest(${textArray(rows.map(({ act }) => act))}::text[],
      ${integerArray(rows.map(({ at }) => at))}::integer[],
      ${integerArray(rows.map(({ audience }) => audience))}::integer[],
      ${bytesArray(rows.map(({ part }) => part.salt))}::bytea[],
      ${bytesArray(rows.map(({ part }) => part.bytes))}::bytea[])
    on conflict do nothing`.execute(db);
}

/** Writes the places that acts were given. */
export async function writeAdmissions(
  work: Work,
  accepted: readonly AcceptedElsewhere[],
): Promise<void> {
  if (accepted.length === 0) return;
  const given = accepted.map(({ act }) => act.admission);
  await sql`insert into admissions
    select ledger, act, register, audience, position, recorded_at::timestamptz, admitted_by
    from unnest(${bigintArray(given.map(({ ledger }) => ledger))}::bigint[],
      ${textArray(accepted.map(({ act }) => act.id))}::text[],
      ${textArray(given.map(({ register }) => register))}::text[],
      ${integerArray(accepted.map(({ audience }) => audience))}::integer[],
      ${bigintArray(given.map(({ position }) => position))}::bigint[],
      ${textArray(given.map(({ recordedAt }) => recordedAt))}::text[],
      ${textArray(accepted.map(({ admittedBy }) => admittedBy))}::text[])
      as given (ledger, act, register, audience, position, recorded_at, admitted_by)`.execute(
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
