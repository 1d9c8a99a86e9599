/**
 * The nodes of the log as tiles, C2SP tlog-tiles: at every eighth level of the tree 256 hashes in
 * one row. A tile only ever grows to its right, so that any of its beginnings stays what it was.
 */
import { type Kysely, sql } from 'kysely';
import {
  type CompletedNode,
  type Frontier,
  HASH_BYTES,
  type NodeAddress,
  nodesOf,
  rootOf,
} from '../kernel/merkle.ts';
import type { RecordTables } from './record-tables.ts';

type Db = Kysely<RecordTables>;

export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

interface TileAddress {
  readonly level: number;
  readonly tile: number;
}

const nameOf = ({ level, tile }: TileAddress): string => `${level}/${tile}`;

/** The hashes of a tile that a node is the root of: a run of them, within one tile. */
function runOf({ level, index }: NodeAddress): TileAddress & { from: number; count: number } {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  const tile = Math.floor(first / TILE_WIDTH);
  return { level: Math.floor(level / TILE_HEIGHT), tile, from: first % TILE_WIDTH, count };
}

/** The bytes of these tiles, by name; a tile that is not there is left out. */
async function readTiles(db: Db, tiles: readonly TileAddress[]): Promise<Map<string, Buffer>> {
  const wanted = JSON.stringify(tiles);
  const { rows } = await sql<{ level: number; tile: number; hashes: Buffer }>`
    select level, tile, hashes from log_tiles
    where (level, tile) in (
      select level, tile from json_to_recordset(${wanted}::json) as given (level int, tile bigint)
    )`.execute(db);
  return new Map(rows.map((row) => [nameOf(row), row.hashes]));
}

const hashAt = (hashes: Buffer, at: number): Uint8Array =>
  new Uint8Array(hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));

/** The hashes of perfect subtrees. Throws where the log does not have one of them. */
export async function readNodes(db: Db, nodes: readonly NodeAddress[]): Promise<Uint8Array[]> {
  const runs = nodes.map(runOf);
  const tiles = await readTiles(db, runs);
  return runs.map((run) => {
    const hashes = tiles.get(nameOf(run));
    if (!hashes || hashes.byteLength < (run.from + run.count) * HASH_BYTES) {
      throw new Error(`the log lacks hash ${run.from + run.count} of tile ${nameOf(run)}`);
    }
    return rootOf(Array.from({ length: run.count }, (_, at) => hashAt(hashes, run.from + at)));
  });
}

/** The tree of this size, to be appended to. */
export async function readFrontier(db: Db, size: number): Promise<Frontier> {
  return { size, roots: await readNodes(db, nodesOf({ start: 0, end: size })) };
}

/** Hashes that leaves completed, gathered by tile. */
export class TileWriter {
  readonly #fresh = new Map<string, TileAddress & { hashes: Uint8Array[] }>();

  /** Takes a node; those between the levels of tiles can be made anew and are not kept. */
  add({ level, index, hash }: CompletedNode): void {
    if (level % TILE_HEIGHT !== 0) return;
    const address = { level: level / TILE_HEIGHT, tile: Math.floor(index / TILE_WIDTH) };
    const known = this.#fresh.get(nameOf(address)) ?? { ...address, hashes: [] };
    known.hashes.push(hash);
    this.#fresh.set(nameOf(address), known);
  }

  async write(db: Db): Promise<void> {
    for (const { level, tile, hashes } of this.#fresh.values()) {
      await sql`
        insert into log_tiles values (${level}, ${tile}, ${Buffer.concat(hashes)})
        on conflict (level, tile)
        do update set hashes = log_tiles.hashes || excluded.hashes`.execute(db);
    }
  }
}

/** The first `width` hashes of a tile as bytes; null where it has not that many. */
export async function readTile(
  db: Db,
  address: TileAddress,
  width: number,
): Promise<Uint8Array | null> {
  const hashes = (await readTiles(db, [address])).get(nameOf(address));
  const sizeBytes = width * HASH_BYTES;
  return hashes && hashes.byteLength >= sizeBytes
    ? new Uint8Array(hashes.subarray(0, sizeBytes))
    : null;
}

/** Ids of the acts that are leaves of a tile of the lowest level, as bytes; null as `readTile`. */
export async function readEntries(
  db: Db,
  tile: number,
  width: number,
): Promise<readonly Uint8Array[] | null> {
  const { rows } = await sql<{ act: string }>`
    select act from log_leaves
    where leaf >= ${tile * TILE_WIDTH} and leaf < ${tile * TILE_WIDTH + width}
    order by leaf`.execute(db);
  return rows.length === width
    ? rows.map(({ act }) => new Uint8Array(Buffer.from(act, 'hex')))
    : null;
}
