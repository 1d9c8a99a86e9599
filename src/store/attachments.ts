/**
 * The documents that acts name. Bytes are kept once, by digest, out of the reader's sight; who may
 * have them follows from the acts that the viewer may see. What no act comes to name is let go.
 */
import { type Kysely, sql } from 'kysely';
import { type KnownDocument, judgeDocument } from '../kernel/attachment-type.ts';
import { AttachmentDigest } from '../kernel/attachment.ts';
import type { Viewer } from '../kernel/define-area.ts';
import { LEVELS } from '../kernel/marking.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { knownDocuments } from './attachment-uses.ts';
import type { Attachments, HeldDocument } from './contract.ts';
import type { JobHandler } from './jobs.ts';
import { lockRecord } from './load-batch-state.ts';
import { readAs } from './read-record.ts';
import type { GivenNoMore } from './releases/given-no-more.ts';
import type { RecordTables } from './record-tables.ts';
import { ROOM_RULE } from './rules.ts';
import { CLEAR_AUDIENCE } from './row-security.ts';

/** A document that no act names is kept this long: as long as an act may take to be made. */
export const UNUSED_HOURS = 48;
/** What all documents that no act names yet may take together. */
export const UNUSED_BYTES_MAX = 1024 * 1024 * 1024;
/** Documents let go in one transaction, so that recording never waits long for it. */
export const SWEPT_AT_ONCE_MAX = 100;
/** The job that lets go of what no act named. */
export const SWEEP_JOB = 'attachments.sweep';
/** Bytes of a document that are in memory at once while it is read. */
export const PIECE_BYTES = 1024 * 1024;
/** Acts that are looked at for how a document that they name is marked. */
const USES_READ_MAX = 100;
/** Names of documents in one answer. */
const NAMED_AT_ONCE_MAX = 500;

type Db = Kysely<RecordTables>;

const UNUSED = sql`not exists (
  select from attachment_uses where attachment_uses.digest = attachments.digest)`;

async function roomFault(db: Db, sizeBytes: number): Promise<Refusal | null> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(size_bytes), 0)::bigint as bytes from attachments
    where ${UNUSED}`.execute(db);
  if ((rows[0]?.bytes ?? 0) + sizeBytes <= UNUSED_BYTES_MAX) return null;
  return refuse(ROOM_RULE, said('Too many documents wait here for an act that names them.'), {
    remedy: said('Record the acts that they belong to; others go after {$unusedHours} hours.', {
      unusedHours: UNUSED_HOURS,
    }),
  });
}

/** Puts the job down for when the oldest document is due, unless it waits already. */
async function scheduleSweep(db: Db): Promise<void> {
  await sql`insert into jobs (kind, payload, run_after)
    select ${SWEEP_JOB}, '{}'::jsonb, min(uploaded_at) + ${UNUSED_HOURS} * interval '1 hour'
    from attachments where ${UNUSED} and not exists (
      select from jobs where kind = ${SWEEP_JOB}
        and done_at is null and failed_at is null and locked_by is null)
    having min(uploaded_at) is not null`.execute(db);
}

async function keep(db: Db, bytes: Uint8Array, claimed: string): Promise<KnownDocument | Refusal> {
  const known = judgeDocument(bytes, claimed);
  if (isRefusal(known)) return known;
  const { digest, mediaType, sizeBytes } = known;
  const full = await roomFault(db, sizeBytes);
  if (full) return full;
  // Uploaded again, it is new again: someone is about to make an act that names it.
  await sql`insert into attachments (digest, media_type, size_bytes, bytes, uploaded_at)
    values (${digest}, ${mediaType}, ${sizeBytes}, ${Buffer.from(bytes)}, now())
    on conflict (digest) do update set uploaded_at = excluded.uploaded_at`.execute(db);
  await scheduleSweep(db);
  return known;
}

/** Lets go of documents that no act named in time; how many there were. */
async function sweep(db: Db): Promise<number> {
  return db.transaction().execute(async (within) => {
    // An act that names one of them is not recorded meanwhile.
    await lockRecord(within);
    const { rows } = await sql`delete from attachments where digest in (
        select digest from attachments
        where ${UNUSED} and
          uploaded_at <= now() - ${UNUSED_HOURS} * interval '1 hour'
        order by uploaded_at limit ${SWEPT_AT_ONCE_MAX})
      returning digest`.execute(within);
    return rows.length;
  });
}

async function sweepAll(db: Db): Promise<void> {
  while ((await sweep(db)) === SWEPT_AT_ONCE_MAX);
  await scheduleSweep(db);
}

/** The bytes in pieces, each read when it is wanted, so that readers share little memory. */
function piecesOf(db: Db, { digest, sizeBytes }: KnownDocument): ReadableStream<Uint8Array> {
  let from = 1;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { rows } = await sql<{ piece: Buffer }>`
        select substring(bytes from ${from} for ${PIECE_BYTES}) as piece
        from attachments where digest = ${digest}`.execute(db);
      const piece = rows[0]?.piece;
      if (!piece || piece.byteLength === 0) throw new Error(`${digest} is not whole`);
      controller.enqueue(piece);
      from += piece.byteLength;
      if (from > sizeBytes) controller.close();
    },
  });
}

/** By whom a document is named for the viewer, in acts whose release has not ended for it. */
async function usesFor({ reader, endedOf }: Pools, digest: string, viewer: Viewer) {
  return readAs(reader, viewer, async (query) => {
    const uses = await query
      .selectFrom('attachment_uses')
      .innerJoin('audiences', 'audiences.id', 'attachment_uses.audience')
      .select(['act', 'name', 'audience', 'level'])
      .where('digest', '=', digest)
      .orderBy('audience')
      .orderBy('act')
      .limit(USES_READ_MAX)
      .execute();
    const named = uses.map(({ act }) => act);
    const ended = await endedOf(query, viewer.actors, named);
    return uses.filter(({ act }) => !ended.has(act));
  });
}

async function find(pools: Pools, digest: string, viewer: Viewer): Promise<HeldDocument | null> {
  const { writer } = pools;
  if (!AttachmentDigest.safeParse(digest).success) return null;
  const uses = await usesFor(pools, digest, viewer);
  const [use] = uses;
  if (!use) return null;
  const level = LEVELS.find((one) => uses.some((other) => other.level === one)) ?? 'red';
  const known = (await knownDocuments(writer, [digest])).get(digest);
  if (!known) return null;
  const isClear = use.audience === CLEAR_AUDIENCE;
  return { ...known, name: use.name, isClear, level, read: () => piecesOf(writer, known) };
}

/** Documents that acts name, a page of them; whose policies hold is for the query to say. */
async function namedAfter(query: Db, after: string): Promise<KnownDocument[]> {
  const { rows } = await sql<KnownDocument>`
    select distinct on (digest) digest, media_type as "mediaType", size_bytes as "sizeBytes"
    from attachment_uses where digest > ${after}
    order by digest, act limit ${NAMED_AT_ONCE_MAX}`.execute(query);
  return rows;
}

/** Those of them whose bytes are not here. What was erased is named by nothing any more. */
async function missingAfter(writer: Db, after: string): Promise<KnownDocument[]> {
  const { rows } = await sql<KnownDocument>`
    select distinct on (digest) digest, media_type as "mediaType", size_bytes as "sizeBytes"
    from attachment_uses where digest > ${after} and not exists (
      select from attachments where attachments.digest = attachment_uses.digest)
    order by digest, act limit ${NAMED_AT_ONCE_MAX}`.execute(writer);
  return rows;
}

async function lacks(writer: Db, digest: string): Promise<boolean> {
  const { rows } = await sql`select from attachment_uses where digest = ${digest} and not exists (
    select from attachments where attachments.digest = attachment_uses.digest) limit 1`.execute(
    writer,
  );
  return rows.length > 0;
}

interface Pools {
  readonly reader: Db;
  readonly writer: Db;
  readonly endedOf: GivenNoMore;
}

/** The documents of a store, as its contract offers them. */
export function attachmentsOf(pools: Pools): Attachments {
  const { writer } = pools;
  return {
    keep: (bytes, claimed) => keep(writer, bytes, claimed),
    atHand: (digests) => knownDocuments(writer, digests),
    lacks: (digest) => lacks(writer, digest),
    missing: (after) => missingAfter(writer, after),
    named: (viewer, after) => readAs(pools.reader, viewer, (query) => namedAfter(query, after)),
    find: (digest, viewer) => find(pools, digest, viewer),
    sweepJob: { [SWEEP_JOB]: (): ReturnType<JobHandler> => sweepAll(writer) },
  };
}
