/** A document that came from elsewhere: kept where it is the one that an act here names. */
import { digestOf } from '../kernel/attachment.ts';
import type { KnownDocument } from '../kernel/attachment-type.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Attachments } from '../store/contract.ts';

/**
 * Keeps a document that came, where it is the one that was named; false where it is another, or of
 * another type than the act says.
 */
export async function keepDocument(
  attachments: Pick<Attachments, 'keep'>,
  { digest, mediaType, sizeBytes }: KnownDocument,
  bytes: Uint8Array,
): Promise<boolean> {
  // Before anything is kept: whoever sends something else fills no room here.
  if (bytes.byteLength !== sizeBytes || digestOf(bytes) !== digest) return false;
  return !isRefusal(await attachments.keep(bytes, mediaType));
}
