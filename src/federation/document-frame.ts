/**
 * Documents in a bundle: one to a section, after the acts that name them; and what is lacking.
 *
 *     a document: bytes of its name, 2 | digest, type and size, canonical JSON | bytes
 *     what is lacking: canonical JSON, a list of digests
 */
import { z } from 'zod';
import { ATTACHMENT_BYTES_MAX, Attachment, AttachmentDigest } from '../kernel/attachment.ts';
import type { KnownDocument } from '../kernel/attachment-type.ts';
import { canonicalBytes, parseCanonical } from '../kernel/canonical.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { BUNDLE_RULE } from './rules.ts';

const NAMED_BYTES_MAX = 1024;
const LENGTH_BYTES = 2;
export const DOCUMENT_FRAME_BYTES_MAX = LENGTH_BYTES + NAMED_BYTES_MAX + ATTACHMENT_BYTES_MAX;
/** Digests that one section says are lacking. */
export const LACKING_MAX = 1000;
const LACKING_BYTES_MAX = 100 * LACKING_MAX;

export interface DocumentSection {
  readonly kind: 'document';
  readonly named: KnownDocument;
  readonly bytes: Uint8Array;
}

/** Documents that acts of the bundle name and that it does not carry. */
export interface LackingSection {
  readonly kind: 'lacking';
  readonly digests: readonly string[];
}

const Named = Attachment.pick({ digest: true, mediaType: true, sizeBytes: true });
const Lacking = z.array(AttachmentDigest).max(LACKING_MAX);

const no = (reason: Sentence): Refusal =>
  refuse(BUNDLE_RULE, reason, { remedy: said('Ask its sender to write it again.') });

/** The content of a section that carries a document. */
export function encodeDocument({ named, bytes }: DocumentSection): Uint8Array {
  const { digest, mediaType, sizeBytes } = named;
  const head = canonicalBytes({ digest, mediaType, sizeBytes });
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(head.byteLength);
  return Buffer.concat([length, head, bytes]);
}

/** A document as a section carries it; whether it is the one named is for the taker to see. */
export function decodeDocument(content: Uint8Array): DocumentSection | Refusal {
  const frame = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const length = frame.byteLength >= LENGTH_BYTES ? frame.readUInt16BE() : NAMED_BYTES_MAX + 1;
  if (length > NAMED_BYTES_MAX) return no(said('A document of the bundle has no name.'));
  const head = parseCanonical(frame.subarray(LENGTH_BYTES, LENGTH_BYTES + length), NAMED_BYTES_MAX);
  const named = 'value' in head ? Named.safeParse(head.value).data : undefined;
  const bytes = new Uint8Array(frame.subarray(LENGTH_BYTES + length));
  return named?.sizeBytes === bytes.byteLength
    ? { kind: 'document', named, bytes }
    : no(said('A document of the bundle is not as large as it says.'));
}

/** The content of a section that says what is lacking. */
export function encodeLacking({ digests }: LackingSection): Uint8Array {
  return canonicalBytes(digests.slice(0, LACKING_MAX));
}

/** What a section says is lacking. */
export function decodeLacking(content: Uint8Array): LackingSection | Refusal {
  const list = parseCanonical(content, LACKING_BYTES_MAX);
  const digests = 'value' in list ? Lacking.safeParse(list.value).data : undefined;
  return digests ? { kind: 'lacking', digests } : no(said('What the bundle lacks cannot be read.'));
}
