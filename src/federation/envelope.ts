/**
 * What travels through a relay that is not to read it. Outside stands for whom it is, and nothing
 * else: not from whom, not of what kind, and its size only as that of the bucket it fits into.
 *
 *     "CCEV" | version, 1 byte | length of recipient, 1 | recipient | sealed
 *     sealed: bytes of content, 4 | content | zeros
 */
import { hash } from 'node:crypto';
import { ActorId } from '../kernel/actor-id.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { SEAL_RULE } from './rules.ts';
import { type EncryptionKey, SEAL_BYTES, openSealed, sealFor } from './sealing.ts';

export const BUCKET_BYTES_MIN = 4 * 1024;
export const BUCKET_BYTES_MAX = 16 * 1024 * 1024;
const LENGTH_BYTES = 4;
export const ENVELOPE_CONTENT_BYTES_MAX = BUCKET_BYTES_MAX - LENGTH_BYTES;
const RECIPIENT_BYTES_MAX = 63;
const MAGIC = Buffer.from('CCEV\u0001', 'latin1');
export const ENVELOPE_BYTES_MAX =
  MAGIC.byteLength + 1 + RECIPIENT_BYTES_MAX + SEAL_BYTES + BUCKET_BYTES_MAX;
export const ENVELOPE_MEDIA_TYPE = 'application/vnd.concord.envelope';

/** What a relay knows of an envelope. */
export interface Outside {
  /** SHA-256 of the whole, hex. */
  readonly id: string;
  readonly recipient: string;
  readonly sizeBytes: number;
}

const no = (reason: Sentence): Refusal => refuse(SEAL_RULE, reason);

/** The size that content of a size is filled up to: a power of two. */
export function bucketOf(contentBytes: number): number {
  let bucket = BUCKET_BYTES_MIN;
  while (bucket < contentBytes + LENGTH_BYTES) bucket *= 2;
  return bucket;
}

function padded(content: Uint8Array): Uint8Array {
  const filled = Buffer.alloc(bucketOf(content.byteLength));
  filled.set(content, filled.writeUInt32BE(content.byteLength, 0));
  return filled;
}

function unpadded(filled: Uint8Array): Uint8Array | Refusal {
  const view = Buffer.from(filled.buffer, filled.byteOffset, filled.byteLength);
  const length = view.byteLength < LENGTH_BYTES ? Infinity : view.readUInt32BE(0);
  const isFilled = length <= ENVELOPE_CONTENT_BYTES_MAX && bucketOf(length) === view.byteLength;
  return isFilled
    ? view.subarray(LENGTH_BYTES, LENGTH_BYTES + length)
    : no(said('The envelope is not filled up in the way that envelopes are.'));
}

/** For whom an envelope is; `key` is the encryption key of that node. */
export interface Addressee {
  readonly network: string;
  readonly operator: string;
  readonly key: Uint8Array;
}

const contextOf = (network: string, recipient: string) =>
  ({ purpose: 'envelope', network, sender: '', recipient }) as const;

/** Puts content into an envelope for a node. */
export async function makeEnvelope(
  content: Uint8Array,
  { network, operator, key }: Addressee,
): Promise<Uint8Array | Refusal> {
  if (content.byteLength > ENVELOPE_CONTENT_BYTES_MAX) {
    return refuse(
      SEAL_RULE,
      said('An envelope holds {$envelopeContentBytesMax} bytes at most.', {
        envelopeContentBytesMax: ENVELOPE_CONTENT_BYTES_MAX,
      }),
      {
        remedy: said('Send it in several envelopes.'),
      },
    );
  }
  const sealed = await sealFor(padded(content), key, contextOf(network, operator));
  if ('refused' in sealed) return sealed;
  const recipient = Buffer.from(operator, 'latin1');
  return Buffer.concat([MAGIC, Buffer.from([recipient.byteLength]), recipient, sealed]);
}

function splitEnvelope(bytes: Uint8Array): { recipient: string; sealed: Uint8Array } | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!MAGIC.equals(view.subarray(0, MAGIC.byteLength))) return null;
  const start = MAGIC.byteLength + 1;
  const end = start + (view[MAGIC.byteLength] ?? 0);
  const recipient = view.toString('latin1', start, end);
  const sealed = view.subarray(end);
  const sizeBytes = sealed.byteLength - SEAL_BYTES;
  const isWhole = sizeBytes > 0 && sizeBytes <= BUCKET_BYTES_MAX;
  const fits = isWhole && bucketOf(sizeBytes - LENGTH_BYTES) === sizeBytes;
  return fits && ActorId.safeParse(recipient).success ? { recipient, sealed } : null;
}

/** What the outside tells, or why it is no envelope that is carried. */
export function readOutside(bytes: Uint8Array): Outside | Refusal {
  const split = bytes.byteLength <= ENVELOPE_BYTES_MAX ? splitEnvelope(bytes) : null;
  return split
    ? { id: hash('sha256', bytes, 'hex'), recipient: split.recipient, sizeBytes: bytes.byteLength }
    : no(said('It is no envelope, or not of one of the sizes that envelopes have.'));
}

/** Opens an envelope that is for this node. */
export async function openEnvelope(
  bytes: Uint8Array,
  key: EncryptionKey,
  node: { readonly network: string; readonly operator: string },
): Promise<Uint8Array | Refusal> {
  const split = bytes.byteLength <= ENVELOPE_BYTES_MAX ? splitEnvelope(bytes) : null;
  if (!split) return no(said('It is no envelope.'));
  if (split.recipient !== node.operator) {
    return no(
      said('The envelope is for {$recipient}, not for {$operator}.', {
        recipient: split.recipient,
        operator: node.operator,
      }),
    );
  }
  const filled = await openSealed(split.sealed, key, contextOf(node.network, node.operator));
  return 'refused' in filled ? filled : unpadded(filled);
}
