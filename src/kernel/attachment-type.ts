/**
 * What a document is, found out from its bytes: the media type that a sender claims is believed
 * only where the bytes bear it out. One document has one type, so that its digest decides it.
 */
import { isUtf8 } from 'node:buffer';
import {
  ATTACHMENT_BYTES_MAX,
  ATTACHMENT_TYPES,
  type AttachmentDigest,
  type AttachmentType,
  digestOf,
} from './attachment.ts';
import { rule } from './law.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said } from './said.ts';

export const ATTACHMENT_EMPTY_RULE = rule(
  'attachments.empty',
  'Concord acts, "Attachments"',
  'An attachment has at least one byte.',
);
export const ATTACHMENT_SIZE_RULE = rule(
  'attachments.size',
  'Concord acts, "Attachments"',
  'An attachment is no larger than 25 MiB.',
);
export const ATTACHMENT_TYPE_RULE = rule(
  'attachments.type',
  'RFC 9110, section 8.3; Concord acts, "Attachments"',
  'An attachment is of one of the types that are taken, and is what it claims to be.',
);

/** A document as the store holds it: by digest, of the type that its bytes show. */
export interface KnownDocument {
  readonly digest: AttachmentDigest;
  readonly mediaType: AttachmentType;
  readonly sizeBytes: number;
}

/** Beyond it no prologue of an XML document is looked for its root. */
const PROLOGUE_BYTES_MAX = 16 * 1024;
const PNG_BEGINNING = '89504e470d0a1a0a0000000d49484452';
/** Intel's and Motorola's order of bytes: TIFF 6.0, section 2. */
const TIFF_BEGINNINGS = ['49492a00', '4d4d002a'];
const TIFF_HEADER_BYTES = 8;
const JPEG_BEGINNING = 'ffd8ff';
const PDF_BEGINNING = /^%PDF-[12]\.\d/;
const PDF_END = /%%EOF[\r\n\t \0]*$/;
const PDF_END_BYTES_MAX = 1024;

const AKN_ROOT =
  /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--[^]*?-->\s*)*<(?:[A-Za-z_][\w.-]*:)?akomaNtoso[\s>/]/;
/** OASIS LegalDocML, Akoma Ntoso 1.0 part 2: the namespace of version 3.0, drafts included. */
const AKN_NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

const beginsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex;

function isPdf(bytes: Buffer): boolean {
  return PDF_END.test(bytes.subarray(-PDF_END_BYTES_MAX).toString('latin1'));
}

/** The header names where the first directory of fields stands, which is within the file. */
function isTiff(bytes: Buffer): boolean {
  if (bytes.byteLength <= TIFF_HEADER_BYTES) return false;
  const first = beginsWith(bytes, '4949') ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  return first >= TIFF_HEADER_BYTES && first < bytes.byteLength;
}

/** A text; one whose root is Akoma Ntoso's and that declares no document type is Akoma Ntoso. */
function textType(bytes: Buffer): AttachmentType | null {
  if (!isUtf8(bytes) || bytes.includes(0)) return null;
  const prologue = bytes.subarray(0, PROLOGUE_BYTES_MAX).toString('utf8');
  const isAkomaNtoso = AKN_ROOT.test(prologue) && prologue.includes(AKN_NAMESPACE);
  return isAkomaNtoso ? 'application/akn+xml' : 'text/plain';
}

/** The type that the bytes show; null where they are of none that is taken. */
export function typeOfDocument(given: Uint8Array): AttachmentType | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.byteLength === 0) return null;
  // What begins as one of these and does not go on so is broken, and no text either.
  if (PDF_BEGINNING.test(bytes.subarray(0, TIFF_HEADER_BYTES).toString('latin1'))) {
    return isPdf(bytes) ? 'application/pdf' : null;
  }
  if (beginsWith(bytes, PNG_BEGINNING)) return 'image/png';
  if (beginsWith(bytes, JPEG_BEGINNING)) return 'image/jpeg';
  if (TIFF_BEGINNINGS.some((hex) => beginsWith(bytes, hex))) {
    return isTiff(bytes) ? 'image/tiff' : null;
  }
  return textType(bytes);
}

/** What programs say that know no better: they claim nothing. */
const NO_CLAIM = new Set(['', 'application/octet-stream', 'binary/octet-stream']);
/** XML by its general names; which kind it is, its root says. */
const ANY_XML = new Set(['text/xml', 'application/xml']);

/** Whether a claimed media type, as a header or a browser gives it, fits what the bytes show. */
export function claimHolds(claimed: string, found: AttachmentType): boolean {
  const type = claimed.split(';')[0]?.trim().toLowerCase() ?? '';
  if (NO_CLAIM.has(type) || type === found) return true;
  return ANY_XML.has(type) && found === 'application/akn+xml';
}

/** The document by its digest, type and size, or why it is not taken. */
export function judgeDocument(bytes: Uint8Array, claimed: string): KnownDocument | Refusal {
  const sizeBytes = bytes.byteLength;
  if (sizeBytes === 0) return refuse(ATTACHMENT_EMPTY_RULE, said('The document is empty.'));
  if (sizeBytes > ATTACHMENT_BYTES_MAX) {
    return refuse(
      ATTACHMENT_SIZE_RULE,
      said('The document is larger than {$attachmentBytesMax} bytes.', {
        attachmentBytesMax: ATTACHMENT_BYTES_MAX,
      }),
    );
  }
  const mediaType = typeOfDocument(bytes);
  if (mediaType === null) {
    return refuse(
      ATTACHMENT_TYPE_RULE,
      said('The document is of no type that is taken, or is broken.'),
      {
        remedy: said('Take one of: {$attachmentTypes}.', { attachmentTypes: ATTACHMENT_TYPES }),
      },
    );
  }
  if (!claimHolds(claimed, mediaType)) {
    const claim = claimed.slice(0, 100);
    return refuse(
      ATTACHMENT_TYPE_RULE,
      said('The document claims to be {$claim}; it is {$mediaType}.', { claim, mediaType }),
      {
        remedy: said('Choose the right document, or name it as what it is.'),
        values: { claimed: claim, found: mediaType },
      },
    );
  }
  return { digest: digestOf(bytes), mediaType, sizeBytes };
}
