/**
 * Documents that acts of other nodes name and that are not here: fetched after a visit, from the
 * node that was visited, within bounds. What a node does not give, it is asked for again later.
 */
import { keepDocument } from '../../federation/keep-document.ts';
import type { RemoteNode } from '../../federation/remote-node.ts';
import type { KnownDocument } from '../../kernel/attachment-type.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { FederationRoom } from './federation-room.ts';

export interface DocumentBounds {
  /** Asked for in one visit, given or not. */
  readonly documentsMax: number;
  readonly bytesMax: number;
}
export const DOCUMENT_BOUNDS: DocumentBounds = {
  documentsMax: 100,
  bytesMax: 256 * 1024 * 1024,
};
const LATER_SECONDS = 60;
const LATER_SECONDS_MAX = 24 * 60 * 60;

/** Which of the documents the node is not to be asked for yet. */
async function notYet(
  { pool }: FederationRoom,
  operator: string,
  documents: readonly KnownDocument[],
): Promise<Set<string>> {
  const { rows } = await pool.query<{ digest: string }>(
    `select digest from federation.document
     where operator = $1 and digest = any($2::text[]) and next_at > now()`,
    [operator, documents.map(({ digest }) => digest)],
  );
  return new Set(rows.map(({ digest }) => digest));
}

async function askLater({ pool }: FederationRoom, operator: string, digest: string): Promise<void> {
  await pool.query(
    `insert into federation.document (digest, operator, next_at)
     values ($1, $2, now() + make_interval(secs => $3))
     on conflict (digest, operator) do update set tries = document.tries + 1, next_at = now()
       + make_interval(secs => least($4, $3 * power(2, least(document.tries, 20))))`,
    [digest, operator, LATER_SECONDS, LATER_SECONDS_MAX],
  );
}

async function settled({ pool }: FederationRoom, digest: string): Promise<void> {
  await pool.query('delete from federation.document where digest = $1', [digest]);
}

/** Documents that are missing and due, one after another. */
async function* due(room: FederationRoom, operator: string): AsyncGenerator<KnownDocument> {
  for (let after = ''; ; ) {
    const missing = await room.store.attachments.missing(after);
    const later = await notYet(room, operator, missing);
    yield* missing.filter(({ digest }) => !later.has(digest));
    const last = missing.at(-1);
    if (!last) return;
    after = last.digest;
  }
}

/** Fetches what is missing from a node; how many documents came. */
export async function fetchDocuments(
  room: FederationRoom,
  operator: string,
  remote: Pick<RemoteNode, 'document'>,
  signal: AbortSignal,
  bounds: DocumentBounds = DOCUMENT_BOUNDS,
): Promise<number> {
  let [asked, bytes, fetched] = [0, 0, 0];
  for await (const named of due(room, operator)) {
    if (signal.aborted || asked >= bounds.documentsMax) break;
    if (bytes + named.sizeBytes > bounds.bytesMax) break;
    asked += 1;
    bytes += named.sizeBytes;
    const given: Uint8Array | Refusal = await remote.document(named);
    const isKept = !isRefusal(given) && (await keepDocument(room.store.attachments, named, given));
    if (isKept) {
      fetched += 1;
      await settled(room, named.digest);
    } else await askLater(room, operator, named.digest);
  }
  return fetched;
}
