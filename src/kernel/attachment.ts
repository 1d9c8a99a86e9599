/**
 * Documents too large to stand in an act: scans, signed originals. An act names one by the SHA-256
 * of its bytes, so that whoever holds the bytes can prove that they are meant, whatever node they
 * were had from.
 */
import { hash } from 'node:crypto';
import { z } from 'zod';

export const ATTACHMENT_BYTES_MAX = 25 * 1024 * 1024;
export const ATTACHMENT_NAME_CHARACTERS_MAX = 200;
/** The `format` of an attachment in JSON Schema. */
export const ATTACHMENT_FORMAT = 'attachment';

/** What a scan or a document may be. */
export const ATTACHMENT_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'application/akn+xml',
  'text/plain',
] as const;
export const AttachmentType = z.enum(ATTACHMENT_TYPES);
export type AttachmentType = z.infer<typeof AttachmentType>;

/** `sha256:` and the hash of the bytes in hex. */
export const AttachmentDigest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'a digest is sha256: and 64 characters, 0-9 and a-f');
export type AttachmentDigest = z.infer<typeof AttachmentDigest>;

/** A document as an act names it. */
export const Attachment = z
  .strictObject({
    digest: AttachmentDigest,
    mediaType: AttachmentType,
    sizeBytes: z.int().min(1).max(ATTACHMENT_BYTES_MAX),
    name: z.string().min(1).max(ATTACHMENT_NAME_CHARACTERS_MAX),
  })
  // By which a form knows that a document is to be chosen, and not four fields filled in.
  .meta({ format: ATTACHMENT_FORMAT });
export type Attachment = z.infer<typeof Attachment>;

/** The digest of a document's bytes. */
export function digestOf(bytes: Uint8Array): AttachmentDigest {
  return `sha256:${hash('sha256', bytes, 'hex')}`;
}

/** Every attachment that a payload names, however deep; what only looks like one is none. */
export function attachmentsIn(payload: unknown): Attachment[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const own = Attachment.safeParse(payload);
  if (own.success) return [own.data];
  return Object.values(payload).flatMap(attachmentsIn);
}
