/** The documents that go along in a bundle, and the names of those that do not. */
import type { Viewer } from '../kernel/define-area.ts';
import type { Attachments } from '../store/contract.ts';
import { type DocumentSection, LACKING_MAX, type LackingSection } from './document-frame.ts';

/** Documents as they are put into a bundle. */
export type DocumentsToCarry = Pick<Attachments, 'named' | 'find'>;
/** All documents of one bundle together; what is beyond is said to be lacking. */
export const DOCUMENTS_BYTES_MAX = 1024 ** 3;

/** The documents that the reader's acts name, as far as they are here and there is room. */
export async function* documentSections(
  documents: DocumentsToCarry,
  reader: Viewer,
  bytesMax = DOCUMENTS_BYTES_MAX,
): AsyncGenerator<DocumentSection | LackingSection> {
  const lacking: string[] = [];
  let left = bytesMax;
  for (let page = await documents.named(reader, ''); page.length > 0; ) {
    for (const { digest } of page) {
      const held = await documents.find(digest, reader);
      if (!held || held.sizeBytes > left) {
        lacking.push(digest);
        continue;
      }
      left -= held.sizeBytes;
      const { mediaType, sizeBytes } = held;
      const bytes = new Uint8Array(await new Response(held.read()).arrayBuffer());
      yield { kind: 'document', named: { digest, mediaType, sizeBytes }, bytes };
    }
    page = await documents.named(reader, page.at(-1)?.digest ?? '');
  }
  for (let at = 0; at < lacking.length; at += LACKING_MAX) {
    yield { kind: 'lacking', digests: lacking.slice(at, at + LACKING_MAX) };
  }
}
