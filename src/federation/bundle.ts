/**
 * Streams in a file, for where no line is: the same frames that travel otherwise, one by one, and
 * an end that vouches for all of them. Plain for what is clear, or sealed for one node.
 *
 *     "CCBN" | version, 1 byte | bytes of head, 2 | head, canonical JSON
 *     where it is sealed: encapsulated key, 32
 *     each section: bytes, 4 | kind, 1: acts, forks, a document, … | content; sealed, if sealed
 *     the end: SHA-256 over head and sections before it
 *
 * Both ways it is a stream of bytes: neither writing nor reading holds more than one section.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SignedAct } from '../kernel/act.ts';
import { ActorId } from '../kernel/actor-id.ts';
import { canonicalBytes, parseCanonical } from '../kernel/canonical.ts';
import type { Fork } from '../kernel/exchange.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import {
  DOCUMENT_FRAME_BYTES_MAX,
  type DocumentSection,
  type LackingSection,
  decodeDocument,
  decodeLacking,
  encodeDocument,
  encodeLacking,
} from './document-frame.ts';
import { Incoming } from './incoming.ts';
import { decodeForks, encodeForks } from './fork-frame.ts';
import { BUNDLE_RULE } from './rules.ts';
import {
  ENCAPSULATED_BYTES,
  type EncryptionKey,
  type SealedPieces,
  beginOpening,
  beginSealing,
  openPiece,
} from './sealing.ts';
import { FRAME_BYTES_MAX, decodeActs, encodeActs } from './wire.ts';

export const BUNDLE_MEDIA_TYPE = 'application/vnd.concord.bundle';
export const SECTIONS_MAX = 100_000;
const HEAD_BYTES_MAX = 1024;
const TAG_BYTES = 16;
const SECTION_BYTES_MAX = 1 + Math.max(FRAME_BYTES_MAX, DOCUMENT_FRAME_BYTES_MAX) + TAG_BYTES;
const MAGIC = Buffer.from('CCBN\u0001', 'latin1');
const KINDS = { acts: 1, forks: 2, end: 3, document: 4, lacking: 5 } as const;

/** What stands outside, in clear. */
export const BundleHead = z.strictObject({
  network: z.string().regex(/^[a-z][a-z0-9-]{1,62}$/),
  /** Null: not sealed, for everyone. */
  recipient: ActorId.nullable(),
  sender: ActorId,
});
export type BundleHead = z.infer<typeof BundleHead>;

export type Section =
  | { readonly kind: 'acts'; readonly acts: readonly SignedAct[] }
  | { readonly kind: 'forks'; readonly forks: readonly Fork[] }
  | DocumentSection
  | LackingSection;

const contextOf = ({ network, sender, recipient }: BundleHead) =>
  ({ purpose: 'bundle', network, sender, recipient: recipient ?? '' }) as const;

const uint = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

function sectionBytes(section: Section): Buffer {
  return Buffer.concat([Buffer.from([KINDS[section.kind]]), frameOf(section)]);
}

function frameOf(section: Section): Uint8Array {
  switch (section.kind) {
    case 'acts':
      return encodeActs(section.acts);
    case 'forks':
      return encodeForks(section.forks);
    case 'document':
      return encodeDocument(section);
    case 'lacking':
      return encodeLacking(section);
  }
}

/**
 * Writes sections into a bundle. `recipientKey` is the encryption key of the recipient that the
 * head names, and null where it names none. Throws RangeError where that key cannot be sealed for.
 */
export async function* writeBundle(
  head: BundleHead,
  recipientKey: Uint8Array | null,
  sections: AsyncIterable<Section>,
): AsyncGenerator<Uint8Array> {
  if ((head.recipient === null) !== (recipientKey === null)) throw new RangeError('no recipient');
  const headBytes = canonicalBytes(head);
  const begun = recipientKey ? await beginSealing(recipientKey, contextOf(head)) : null;
  if (isRefusal(begun)) throw new RangeError(begun.reason);
  yield Buffer.concat([MAGIC, uint(headBytes.byteLength, 2), headBytes]);
  if (begun) yield begun.encapsulated;
  const digest = createHash('sha256').update(headBytes);
  const written = async (plain: Uint8Array): Promise<Uint8Array> => {
    const body = begun ? await begun.pieces.next(plain) : plain;
    return Buffer.concat([uint(body.byteLength, 4), body]);
  };
  for await (const section of sections) {
    const plain = sectionBytes(section);
    digest.update(plain);
    yield await written(plain);
  }
  yield await written(Buffer.concat([Buffer.from([KINDS.end]), digest.digest()]));
}

const no = (reason: Sentence): Refusal =>
  refuse(BUNDLE_RULE, reason, { remedy: said('Ask its sender to write it again.') });

async function readHead(incoming: Incoming): Promise<BundleHead | Refusal> {
  const start = await incoming.take(MAGIC.byteLength);
  if (!start || !MAGIC.equals(start))
    return no(said('It is no bundle of a version that is read here.'));
  const length = await incoming.number(2);
  const bytes = length !== null && length <= HEAD_BYTES_MAX ? await incoming.take(length) : null;
  const parsed = bytes && parseCanonical(bytes, HEAD_BYTES_MAX);
  const head = parsed && 'value' in parsed ? BundleHead.safeParse(parsed.value) : null;
  return head?.success ? head.data : no(said('The head of the bundle cannot be read.'));
}

/** What the reader is: the node that bundles are sealed for. */
export interface BundleReader {
  readonly network: string;
  readonly operator: string;
  readonly key: EncryptionKey;
}

function headFault(head: BundleHead, reader: BundleReader): Refusal | null {
  if (head.network !== reader.network)
    return no(said('The bundle is of the network {$network}.', { network: head.network }));
  return head.recipient === null || head.recipient === reader.operator
    ? null
    : no(
        said('The bundle is sealed for {$recipient}, not for {$operator}.', {
          recipient: head.recipient,
          operator: reader.operator,
        }),
      );
}

async function openerOf(
  head: BundleHead,
  reader: BundleReader,
  incoming: Incoming,
): Promise<SealedPieces | null | Refusal> {
  if (head.recipient === null) return null;
  const encapsulated = await incoming.take(ENCAPSULATED_BYTES);
  return encapsulated
    ? beginOpening(encapsulated, reader.key, contextOf(head))
    : no(said('The bundle breaks off.'));
}

async function nextPlain(
  incoming: Incoming,
  pieces: SealedPieces | null,
): Promise<Uint8Array | Refusal> {
  const length = await incoming.number(4);
  if (length === null) return no(said('The bundle breaks off.'));
  if (length === 0 || length > SECTION_BYTES_MAX)
    return no(said('A section is empty or too large.'));
  const body = await incoming.take(length);
  if (!body) return no(said('The bundle breaks off.'));
  return pieces ? openPiece(pieces, body) : body;
}

function sectionOf(plain: Uint8Array): Section | Refusal {
  const content = plain.subarray(1);
  if (plain[0] === KINDS.acts) {
    const acts = decodeActs(content);
    return isRefusal(acts) ? acts : { kind: 'acts', acts };
  }
  if (plain[0] === KINDS.document) return decodeDocument(content);
  if (plain[0] === KINDS.lacking) return decodeLacking(content);
  if (plain[0] !== KINDS.forks) return no(said('A section is of no kind that is read here.'));
  const forks = decodeForks(content);
  return isRefusal(forks) ? forks : { kind: 'forks', forks };
}

/**
 * Reads a bundle: its sections as they come, and a refusal at the first thing that is wrong. Only
 * where none comes was the bundle whole; sections before stand by themselves, as acts do.
 */
export async function* readBundle(
  chunks: AsyncIterable<Uint8Array>,
  reader: BundleReader,
): AsyncGenerator<Section | Refusal> {
  const incoming = new Incoming(chunks);
  const head = await readHead(incoming);
  const fault = isRefusal(head) ? head : headFault(head, reader);
  if (isRefusal(head) || fault) {
    if (fault) yield fault;
    return;
  }
  const pieces = await openerOf(head, reader, incoming);
  if (isRefusal(pieces)) yield pieces;
  else yield* sectionsIn(incoming, head, pieces);
}

async function* sectionsIn(
  incoming: Incoming,
  head: BundleHead,
  pieces: SealedPieces | null,
): AsyncGenerator<Section | Refusal> {
  const digest = createHash('sha256').update(canonicalBytes(head));
  for (let at = 0; at < SECTIONS_MAX; at++) {
    const plain = await nextPlain(incoming, pieces);
    if (isRefusal(plain)) {
      yield plain;
      return;
    }
    if (plain[0] === KINDS.end) {
      const isWhole = digest.digest().equals(plain.subarray(1)) && (await incoming.isAtEnd());
      if (!isWhole)
        yield no(said('The end of the bundle does not vouch for what stands before it.'));
      return;
    }
    digest.update(plain);
    const section = sectionOf(plain);
    yield section;
    if (isRefusal(section)) return;
  }
  yield no(
    said('The bundle has more than {$sectionsMax} sections.', { sectionsMax: SECTIONS_MAX }),
  );
}
