/** The characters of an XML file: by its mark, by what it declares, else UTF-8. XML 1.0, 4.3.3. */
import { own } from '../../kernel/own.ts';

const DECLARATION_BYTES_MAX = 256;
const DECLARED = /^<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/** Encodings whose every byte is known; a file in another is refused. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'latin1',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
};

function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES_MAX)).toString('latin1');
  const declared = DECLARED.exec(head.replace(/^\u00ef\u00bb\u00bf/, ''))?.[1] ?? 'utf-8';
  return own(ENCODINGS, declared.toLowerCase()) ?? null;
}

/** The text, or why it cannot be read. */
export function decodeXml(bytes: Uint8Array): { text: string } | { fault: string } {
  const encoding = encodingOf(bytes);
  if (encoding === null) return { fault: 'its encoding is none that is read here' };
  // What the platform calls ISO 8859-1 is Windows 1252; the Latin of 256 letters is read by itself.
  if (encoding === 'latin1') return { text: Buffer.from(bytes).toString('latin1') };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { fault: `it is not the ${encoding} that it says it is` };
  }
}
