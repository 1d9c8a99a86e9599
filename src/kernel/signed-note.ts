/**
 * Signed notes, C2SP signed-note: a text, an empty line, and lines of signatures by named keys.
 * Read strictly, byte for byte, so that a note that was read is written again as the same bytes.
 *
 * A note is signed as it is, without a prefix of ours. What keeps its signature apart from all
 * others by the same key is its first line, which by our rule is a name without a space: what acts
 * and record files are signed over begins with a line that has spaces.
 */
import { type KeyObject, hash, sign as cryptoSign } from 'node:crypto';
import { publicKeyFault, publicKeyOf, PUBLIC_KEY_BYTES, type SigningKey } from './key.ts';
import { messageHolds } from './sign.ts';

/** The kinds of signature that are read here: over the text, and with an instant, of a witness. */
export const NOTE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const;
export type NoteType = keyof typeof NOTE_TYPES;

/** A reader must take 16; a note with more than this was made to keep readers busy. */
export const NOTE_SIGNATURES_MAX = 64;
export const NOTE_BYTES_MAX = 64 * 1024;
const KEY_ID_BYTES = 4;
const [LINE_FEED, SPACE] = [0x0a, 0x20];
const NAME_CHARACTERS_MAX = 200;
/** Twenty post-quantum signatures fit; ours have 64 or 72 bytes. */
const SIGNATURE_BYTES_MAX = 5000;

export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** With its final line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A public key as notes name it. */
export interface NoteKey {
  readonly name: string;
  readonly keyId: string;
  readonly type: NoteType;
  readonly publicBytes: Uint8Array;
  readonly publicKey: KeyObject;
}

export type Fault = { readonly fault: string };

/** Whether a text may name a key: no space of any kind, and no plus sign. */
export function isNoteName(name: string): boolean {
  return name !== '' && name.length <= NAME_CHARACTERS_MAX && !/[\s+\p{Z}\p{Cc}]/u.test(name);
}

/** The bytes of standard base64 that is spelled as only it may be; null for any other text. */
export function strictBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}

/** Bytes in standard base64. */
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function keyIdFor(name: string, type: NoteType, publicBytes: Uint8Array): string {
  const named = Buffer.from(`${name}\n`, 'utf8');
  const sequence = Buffer.concat([named, Buffer.from([NOTE_TYPES[type]]), publicBytes]);
  return hash('sha256', sequence, 'hex').slice(0, 2 * KEY_ID_BYTES);
}

/** The key of a name. Throws RangeError for no name and for no key. */
export function noteKey(name: string, type: NoteType, publicBytes: Uint8Array): NoteKey {
  if (!isNoteName(name)) throw new RangeError(`no name of a key: ${name}`);
  const keyId = keyIdFor(name, type, publicBytes);
  return { name, keyId, type, publicBytes, publicKey: publicKeyOf(publicBytes) };
}

/** The text by which a key is handed on: `name+id+base64(type and key)`. */
export function vkeyOf({ name, keyId, type, publicBytes }: NoteKey): string {
  const typed = Buffer.concat([Buffer.from([NOTE_TYPES[type]]), publicBytes]);
  return `${name}+${keyId}+${base64Of(typed)}`;
}

function typedKey(text: string): { type: NoteType; publicBytes: Uint8Array } | null {
  const typed = strictBase64(text);
  if (typed?.byteLength !== PUBLIC_KEY_BYTES + 1) return null;
  const publicBytes = typed.subarray(1);
  if (typed[0] === NOTE_TYPES.ed25519) return { type: 'ed25519', publicBytes };
  return typed[0] === NOTE_TYPES.cosignature ? { type: 'cosignature', publicBytes } : null;
}

/** Reads the text of a key; the fault follows "The key is". */
export function readVkey(text: string): NoteKey | Fault {
  // Base64 may hold a plus sign, the name and the id may not.
  const [, name = '', keyId = '', rest = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  if (!isNoteName(name)) return { fault: 'not of the form name+id+key' };
  const typed = typedKey(rest);
  if (!typed) return { fault: 'not an Ed25519 key of a type that is read here' };
  const fault = publicKeyFault(typed.publicBytes);
  if (fault !== null) return { fault };
  const key = noteKey(name, typed.type, typed.publicBytes);
  return key.keyId === keyId ? key : { fault: 'named by another id than its own' };
}

const SIGNATURE_LINE = /^\u2014 (\S+) (\S+)$/u;

/** Reads one line of a signature, without its line feed; null where it is none. */
export function readSignatureLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = strictBase64(encoded);
  if (!isNoteName(name) || bytes === null) return null;
  const sizeBytes = bytes.byteLength - KEY_ID_BYTES;
  if (sizeBytes < 1 || sizeBytes > SIGNATURE_BYTES_MAX) return null;
  const keyId = Buffer.from(bytes.subarray(0, KEY_ID_BYTES)).toString('hex');
  return { name, keyId, signature: bytes.subarray(KEY_ID_BYTES) };
}

/** The line of a signature, with its line feed. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${base64Of(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`;
}

/** The note as text. */
export function noteTextOf({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

function textFault(text: string): string | null {
  if (Buffer.byteLength(text) > NOTE_BYTES_MAX) return `larger than ${NOTE_BYTES_MAX} bytes`;
  if (!text.isWellFormed() || text.includes('\ufffd')) return 'not UTF-8';
  const isControl = (byte: number): boolean => byte < SPACE && byte !== LINE_FEED;
  return Buffer.from(text, 'utf8').some(isControl) ? 'holding a control character' : null;
}

/** Reads a note; the fault follows "The note is". No signature is checked here. */
export function readNote(note: string): SignedNote | Fault {
  const fault = textFault(note);
  if (fault !== null) return { fault };
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return { fault: 'not a text, an empty line, signatures' };
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > NOTE_SIGNATURES_MAX) {
    return { fault: `signed more than ${NOTE_SIGNATURES_MAX} times` };
  }
  const signatures = lines.map(readSignatureLine);
  return signatures.every((one) => one !== null)
    ? { text, signatures }
    : { fault: 'signed in a line that is no signature' };
}

/** Signs a text as the key of a name. Throws RangeError for a text that no note may hold. */
export function signNote(text: string, name: string, key: SigningKey): NoteSignature {
  const fault = textFault(text);
  if (fault !== null || !text.endsWith('\n')) throw new RangeError(`no text of a note: ${fault}`);
  if (!isNoteName(text.slice(0, text.indexOf('\n')))) {
    throw new RangeError('the first line of a note that is signed here is a name');
  }
  const { keyId } = noteKey(name, 'ed25519', key.publicBytes);
  const signature = new Uint8Array(cryptoSign(null, Buffer.from(text, 'utf8'), key.privateKey));
  return { name, keyId, signature };
}

const byKey =
  (key: NoteKey) =>
  (one: NoteSignature): boolean =>
    one.name === key.name && one.keyId === key.keyId;

/** The signatures of a note by one key. */
export function signaturesBy({ signatures }: SignedNote, key: NoteKey): readonly NoteSignature[] {
  return signatures.filter(byKey(key));
}

/**
 * Why a note is not signed by any of the keys; null where it is. One signature of a key that is
 * known and does not hold is enough to refuse the note.
 */
export function noteFault(note: SignedNote, keys: readonly NoteKey[]): string | null {
  const message = Buffer.from(note.text, 'utf8');
  const found = keys.flatMap((key) =>
    signaturesBy(note, key).map(({ signature }) => ({ key, signature })),
  );
  if (found.length === 0) return 'it is not signed by a key that is known';
  const isWhole = found.every(({ key, signature }) =>
    messageHolds(message, signature, key.publicKey),
  );
  return isWhole ? null : 'a signature by a known key does not hold';
}
