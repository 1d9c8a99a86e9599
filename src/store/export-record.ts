/** Makes the record file of a register, as a viewer may see it, sealed with the operator's key. */
import { type Kysely, sql } from 'kysely';
import { Header, type SignedAct } from '../kernel/act.ts';
import type { InstantText } from '../kernel/dates.ts';
import type { Viewer } from '../kernel/define-area.ts';
import {
  type FileAct,
  type FileAnswer,
  INLINED_BYTES_MAX,
  RECORD_FILE_ACTS_MAX,
  RECORD_FILE_BYTES_MAX,
  RECORD_FILE_FORMAT,
  type RecordFileContent,
  digestsIn,
  sealRecordFile,
} from '../kernel/record-file.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { base64Url, signedActJson } from '../kernel/signed-act-json.ts';
import { authorityIds } from './export-authority.ts';
import { REGISTRY } from './keys-area.ts';
import { partsOf, payloadOf, readAs } from './read-record.ts';
import type { RecordTables } from './record-tables.ts';
import { EXPORT_SIZE_RULE, HELD_KEY_RULE, REGISTER_RULE } from './rules.ts';
import type { NodeIdentity } from './work.ts';

type Db = Kysely<RecordTables>;

export interface Exporting {
  readonly node: NodeIdentity;
  readonly reader: Db;
  readonly writer: Db;
  readonly now: () => InstantText;
}

export interface ExportAsked {
  readonly register: string;
  readonly viewer: Viewer;
  /** What the node answers about the register; null where its area has no such question. */
  readonly answer: FileAnswer | null;
}

interface Row {
  readonly id: string;
  readonly header: Buffer;
  readonly signature: Buffer;
  readonly place: number | null;
}

/** An act of the record, as it goes into a file and as it is read. */
export interface Read {
  readonly id: string;
  readonly file: FileAct;
  readonly header: Header;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a file may hold; tests set others. */
export interface ExportBounds {
  readonly actsMax: number;
  readonly bytesMax: number;
  readonly inlinedBytesMax: number;
}

const BOUNDS: ExportBounds = {
  actsMax: RECORD_FILE_ACTS_MAX,
  bytesMax: RECORD_FILE_BYTES_MAX,
  inlinedBytesMax: INLINED_BYTES_MAX,
};

/** What the file will at least take, told before it is read into memory. */
async function sizeFault(
  query: Db,
  register: string,
  { actsMax, bytesMax }: ExportBounds,
): Promise<Refusal | null> {
  const { rows } = await sql<{ acts: number; bytes: number }>`
    select count(*)::bigint as acts,
      coalesce(sum(length(header) + (
        select coalesce(sum(length(bytes)), 0) from act_parts where act = acts.id
      )), 0)::bigint as bytes
    from acts where register = ${register}`.execute(query);
  const { acts = 0, bytes = 0 } = rows[0] ?? {};
  if (acts === 0) {
    return refuse(
      REGISTER_RULE,
      said('There is no register {$register}, or nothing in it for you.', { register }),
      {
        values: { register },
      },
    );
  }
  if (acts <= actsMax && bytes <= bytesMax) return null;
  return refuse(
    EXPORT_SIZE_RULE,
    said('{$register} has {$acts} acts of {$bytes} bytes.', { register, acts, bytes }),
    {
      remedy: said('Read its acts one by one at /api/acts.'),
      values: { register },
    },
  );
}

/** The acts of registers, or of ids, as the query's viewer may see them, in order. */
export async function readActs(
  query: Db,
  where: 'register' | 'id',
  named: readonly string[],
): Promise<Read[]> {
  const { rows } = await sql<Row>`
    select acts.id, acts.header, acts.signature, admissions.ledger as place
    from acts left join admissions on admissions.act = acts.id
    where acts.${sql.ref(where)} = any(${[...named]}::text[])
    order by admissions.ledger nulls last, acts.stream, acts.seq`.execute(query);
  const parts = await query
    .selectFrom('act_parts')
    .select(['act', 'part', 'salt', 'bytes'])
    .where('act', '=', sql<string>`any(${rows.map((row) => row.id)}::text[])`)
    .execute();
  const byAct = Map.groupBy(parts, (part) => part.act);
  return rows.map((row) => {
    const header = Header.parse(JSON.parse(row.header.toString('utf8')));
    const whole = partsOf(header, byAct.get(row.id) ?? []);
    const signed: SignedAct = { header: row.header, signature: row.signature, parts: whole };
    const file = { place: row.place, signed: signedActJson(signed) };
    return { id: row.id, file, header, payload: payloadOf(whole) };
  });
}

/** The documents that the acts name, the smallest first within the bound, by digest. */
async function readDocuments(writer: Db, digests: readonly string[], bytesMax: number) {
  const { rows } = await sql<{ digest: string; bytes: Buffer }>`
    select digest, bytes from (
      select digest, bytes, sum(size_bytes) over (order by size_bytes, digest) as total
      from attachments where digest = any(${[...digests]}::text[])
    ) as counted where total <= ${bytesMax}`.execute(writer);
  const known = new Map(rows.map((row) => [row.digest, base64Url(row.bytes)]));
  return digests.map((digest) => ({ bytes: known.get(digest) ?? null, digest }));
}

/** The first key of the record, which its operator signed with itself. */
export async function genesisIn(query: Db): Promise<RecordFileContent['genesis']> {
  return query
    .selectFrom('keys_key')
    .select(['actor', 'key'])
    .where('registry', '=', REGISTRY)
    .orderBy('ledger')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/**
 * Numbers the places anew without gaps: those of the ledger would tell how much was admitted in
 * between that is not for the viewer. Only their order says something to whoever verifies the file.
 */
function placeAnew(read: readonly Read[]): void {
  const places = [...new Set(read.flatMap(({ file }) => file.place ?? []))].sort((a, b) => a - b);
  const order = new Map(places.map((place, at) => [place, at + 1]));
  for (const { file } of read) if (file.place !== null) file.place = order.get(file.place) ?? null;
}

async function readContent(
  exporting: Exporting,
  { register, viewer, answer }: ExportAsked,
  bounds: ExportBounds,
): Promise<RecordFileContent | Refusal> {
  const { node, reader, writer } = exporting;
  const read = await readAs(reader, viewer, async (query) => {
    const fault = await sizeFault(query, register, bounds);
    if (fault) return fault;
    const acts = await readActs(query, 'register', [register]);
    const headers = acts.map(({ header }) => header);
    const known = await authorityIds(query, register, headers);
    const authority = await readActs(query, 'id', known);
    placeAnew([...acts, ...authority]);
    return { acts, authority, genesis: await genesisIn(query) };
  });
  if (isRefusal(read)) return read;
  // Bytes are kept from the reader; that these acts name them, the viewer was let see.
  const digests = digestsIn(read.acts.map(({ payload }) => payload));
  return {
    acts: read.acts.map(({ file }) => file),
    answer,
    attachments: await readDocuments(writer, digests, bounds.inlinedBytesMax),
    authority: read.authority.map(({ file }) => file),
    clearance: [...viewer.actors].sort(),
    exportedAt: exporting.now(),
    format: RECORD_FILE_FORMAT,
    genesis: read.genesis,
    network: node.network,
    register,
  };
}

/** The bytes of the file, or why there is none. */
export async function exportRecord(
  exporting: Exporting,
  asked: ExportAsked,
  bounds: ExportBounds = BOUNDS,
): Promise<Uint8Array | Refusal> {
  const { operator, keys } = exporting.node;
  const key = keys.keyFor(operator);
  if (!key)
    return refuse(HELD_KEY_RULE, said('This node holds no key of {$operator}.', { operator }));
  const content = await readContent(exporting, asked, bounds);
  if (isRefusal(content)) return content;
  const bytes = sealRecordFile(content, operator, key);
  if (bytes.byteLength <= bounds.bytesMax) return bytes;
  return refuse(
    EXPORT_SIZE_RULE,
    said('The file would have {$byteLength} bytes.', { byteLength: bytes.byteLength }),
  );
}
