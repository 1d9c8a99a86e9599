/**
 * The log of a node, a leaf for every act of its record: the 32 bytes of the act's id. Acts wait in
 * a queue that the database fills as they are written; one process at a time moves them on, in the
 * order of recording, and signs the tree that results. What a transaction does not finish, the next
 * one finds as it was, so that no leaf is lost, doubled or exchanged.
 */
import { type Kysely, sql } from 'kysely';
import type { ActId } from '../kernel/act.ts';
import { type SignedCheckpoint, readCheckpoint, signCheckpoint } from '../kernel/checkpoint.ts';
import type { InstantText } from '../kernel/dates.ts';
import { type Frontier, appendLeaf, frontierRoot, leafHash } from '../kernel/merkle.ts';
import { consistencyRanges, inclusionRanges, proofFrom } from '../kernel/merkle-proof.ts';
import { noteTextOf } from '../kernel/signed-note.ts';
import { TileWriter, readEntries, readFrontier, readNodes, readTile } from './log-tiles.ts';
import { readMark } from './marks.ts';
import type { RecordTables } from './record-tables.ts';
import type { NodeIdentity } from './work.ts';

type Db = Kysely<RecordTables>;

/** Held while leaves are appended or a checkpoint is cosigned. */
const LOG_LOCK = 2662675;
/** Under this a reason is kept for which no further tree is signed. */
export const LOG_HALTED_MARK = 'log.halted';
/** Acts that are moved on in one transaction. */
export const LOG_BATCH_MAX = 10_000;
/** Trees among which one is looked for that witnesses have cosigned. */
const LATEST_MAX = 200;

export interface LogSettings {
  readonly node: NodeIdentity;
  readonly writer: Db;
  /** The name of the log, which its checkpoints begin with. */
  readonly origin: string;
  readonly now: () => InstantText;
}

/** That an act is a leaf of the tree that a checkpoint is of. */
export interface LogProof {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: SignedCheckpoint;
}

export interface MerkleLog {
  readonly origin: string;
  /** Appends the acts that wait, and signs the tree; how many leaves it has then. */
  advance(): Promise<number>;
  /** The last tree that was signed, with its cosignatures; null before the first. */
  checkpoint(): Promise<SignedCheckpoint | null>;
  /** The last trees that were signed, the largest first. */
  latest(): Promise<readonly SignedCheckpoint[]>;
  /** The first hashes of a tile; null where there are fewer. */
  tile(level: number, tile: number, width: number): Promise<Uint8Array | null>;
  /** The first leaves of a tile of the lowest level: ids of acts; null where there are fewer. */
  entries(tile: number, width: number): Promise<readonly Uint8Array[] | null>;
  /** Where the act is in the tree of a checkpoint of this size; null where it is not. */
  prove(act: ActId, checkpoint: SignedCheckpoint): Promise<LogProof | null>;
  consistency(size1: number, size2: number): Promise<readonly Uint8Array[]>;
}

/** Waits until no other process appends or cosigns; held to the end of the transaction. */
export async function lockLog(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOG_LOCK})`.execute(db);
}

async function sizeOf(db: Db): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select coalesce(max(leaf) + 1, 0)::bigint as size from log_leaves`.execute(db);
  return rows[0]?.size ?? 0;
}

/**
 * Takes the acts that have waited longest, in the order of recording. What is a leaf already is not
 * taken again: where a record is put back from a copy, its acts are queued as they are written.
 */
async function takeQueued(db: Db): Promise<{ acts: string[]; more: boolean }> {
  const { rows } = await sql<{ recorded: number; act: string; isLeaf: boolean }>`
    with taken as (
      delete from log_queue where recorded in (
        select recorded from log_queue order by recorded limit ${LOG_BATCH_MAX}
      ) returning recorded, act
    )
    select recorded, taken.act, log_leaves.act is not null as "isLeaf"
    from taken left join log_leaves on log_leaves.act = taken.act
    order by recorded`.execute(db);
  const fresh = rows.filter(({ isLeaf }) => !isLeaf).map(({ act }) => act);
  return { acts: [...new Set(fresh)], more: rows.length === LOG_BATCH_MAX };
}

async function appendActs(db: Db, size: number, acts: readonly string[]): Promise<Frontier> {
  const tiles = new TileWriter();
  let tree = await readFrontier(db, size);
  for (const act of acts) {
    tree = appendLeaf(tree, leafHash(Buffer.from(act, 'hex')), (node) => tiles.add(node));
  }
  const leaves = JSON.stringify(acts.map((act, at) => ({ leaf: size + at, act })));
  await sql`insert into log_leaves
    select * from json_populate_recordset(null::log_leaves, ${leaves}::json)`.execute(db);
  await tiles.write(db);
  return tree;
}

/** Keeps a checkpoint in place of the one of its size. */
export async function keepCheckpoint(
  db: Db,
  { origin, size, note }: SignedCheckpoint,
  keptAt: InstantText,
): Promise<void> {
  await sql`insert into log_checkpoints values (${origin}, ${size}, ${noteTextOf(note)}, ${keptAt})
    on conflict (origin, size) do update set note = excluded.note`.execute(db);
}

/** The largest checkpoint of a log that is kept, or that of a size; null where there is none. */
export async function keptCheckpoint(
  db: Db,
  origin: string,
  size: number | null = null,
): Promise<SignedCheckpoint | null> {
  const { rows } = await sql<{ note: string }>`
    select note from log_checkpoints
    where origin = ${origin} and size = coalesce(${size}::bigint, size)
    order by size desc limit 1`.execute(db);
  return rows[0] ? readKept(rows[0]) : null;
}

function readKept({ note }: { note: string }): SignedCheckpoint {
  const checkpoint = readCheckpoint(note);
  if ('fault' in checkpoint) throw new Error(`a checkpoint is kept that is ${checkpoint.fault}`);
  return checkpoint;
}

async function latestCheckpoints(db: Db, origin: string): Promise<SignedCheckpoint[]> {
  const { rows } = await sql<{ note: string }>`
    select note from log_checkpoints where origin = ${origin}
    order by size desc limit ${LATEST_MAX}`.execute(db);
  return rows.map(readKept);
}

async function appendBatch({ node, writer, origin, now }: LogSettings) {
  return writer.transaction().execute(async (db) => {
    await lockLog(db);
    const [size, { acts, more }] = [await sizeOf(db), await takeQueued(db)];
    const last = await keptCheckpoint(db, origin);
    if (acts.length === 0 && (last?.size ?? 0) === size) return { size, more };
    const tree = await appendActs(db, size, acts);
    const key = node.keys.keyFor(node.operator);
    // Without the key leaves go on, and who holds it signs what stands then. Where witnesses know
    // a longer log, signing a shorter one again would fork it.
    if (key && (await readMark(db, LOG_HALTED_MARK)) === null) {
      const checkpoint = { origin, size: tree.size, root: frontierRoot(tree) };
      await keepCheckpoint(db, signCheckpoint(checkpoint, key), now());
    }
    return { size: tree.size, more };
  });
}

async function advance(settings: LogSettings): Promise<number> {
  for (;;) {
    const { size, more } = await appendBatch(settings);
    if (!more) return size;
  }
}

async function proofOf(db: Db, act: ActId, checkpoint: SignedCheckpoint): Promise<LogProof | null> {
  const { rows } = await sql<{ leaf: number }>`
    select leaf from log_leaves where act = ${act}`.execute(db);
  const index = rows[0]?.leaf;
  if (index === undefined || index >= checkpoint.size) return null;
  const ranges = inclusionRanges(index, checkpoint.size);
  const proof = await proofFrom(ranges, (nodes) => readNodes(db, nodes));
  return { index, proof, checkpoint };
}

/** The log over the record of a database. */
export function merkleLogOf(settings: LogSettings): MerkleLog {
  const { writer, origin } = settings;
  return {
    origin,
    advance: () => advance(settings),
    checkpoint: () => keptCheckpoint(writer, origin),
    latest: () => latestCheckpoints(writer, origin),
    tile: (level, tile, width) => readTile(writer, { level, tile }, width),
    entries: (tile, width) => readEntries(writer, tile, width),
    prove: (act, checkpoint) => proofOf(writer, act, checkpoint),
    consistency: (size1, size2) =>
      proofFrom(consistencyRanges(size1, size2), (nodes) => readNodes(writer, nodes)),
  };
}
