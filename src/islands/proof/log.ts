/** The log: a signed tree of ids, the way from a leaf to its root, and those who cosigned it. */
import { type Bytes, bytesOf, fromBase64, hexOf, holds, isSoundKey, joined } from './bytes.ts';
import { sha256 } from './bytes.ts';

interface Signature {
  readonly name: string;
  readonly keyId: string;
  readonly bytes: Bytes;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Bytes;
  readonly text: string;
  readonly signatures: readonly Signature[];
}

const LINE = /^\u2014 ([^\s+]+) (\S+)$/u;
const [SIGNED, COSIGNED] = [1, 4];

function signatureOf(line: string): Signature | null {
  const [, name = '', encoded = ''] = LINE.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (name === '' || !bytes || bytes.byteLength <= 4) return null;
  return { name, keyId: hexOf(bytes.slice(0, 4)), bytes: bytes.slice(4) };
}

/** Reads the three lines of a tree; null where they are none. */
function readTree(text: string): Omit<Checkpoint, 'text' | 'signatures'> | null {
  const [origin = '', size = '', rootText = '', ...more] = text.slice(0, -1).split('\n');
  const root = fromBase64(rootText);
  const isTree = /^[^\s+]+$/.test(origin) && /^(?:0|[1-9]\d{0,15})$/.test(size);
  if (!isTree || root?.byteLength !== 32 || more.includes('')) return null;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : null;
}

/** Reads a checkpoint; null where it is none. */
export function readCheckpoint(note: string): Checkpoint | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  const signatures = lines.map(signatureOf).filter((one) => one !== null);
  const tree = readTree(text);
  return tree && signatures.length === lines.length ? { ...tree, text, signatures } : null;
}

async function keyIdOf(name: string, type: number, key: Bytes): Promise<string> {
  const digest = await sha256(bytesOf(`${name}\n`), new Uint8Array([type]), key);
  return hexOf(digest.slice(0, 4));
}

/** Whether one of the keys signed the tree, and none that is named failed to. */
export async function isSignedBy(checkpoint: Checkpoint, keys: readonly Bytes[]): Promise<boolean> {
  let found = 0;
  for (const key of keys) {
    const keyId = await keyIdOf(checkpoint.origin, SIGNED, key);
    for (const one of checkpoint.signatures) {
      if (one.name !== checkpoint.origin || one.keyId !== keyId) continue;
      if (!(await holds(key, bytesOf(checkpoint.text), one.bytes))) return false;
      found += 1;
    }
  }
  return found > 0;
}

export interface Witness {
  readonly name: string;
  readonly keyId: string;
  readonly key: Bytes;
}

/** Reads the text of a witness's key; null where it is none. */
export async function readWitness(text: string): Promise<Witness | null> {
  const [, name = '', keyId = '', rest = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const typed = fromBase64(rest);
  if (typed?.[0] !== COSIGNED) return null;
  const key = typed.slice(1);
  if (!isSoundKey(key) || (await keyIdOf(name, COSIGNED, key)) !== keyId) return null;
  return { name, keyId, key };
}

/** When the witness cosigned, in seconds from 1970; null where it did not. */
export async function cosignedAt(
  { text, signatures }: Checkpoint,
  witness: Witness,
): Promise<number | null> {
  for (const { name, keyId, bytes } of signatures) {
    if (name !== witness.name || keyId !== witness.keyId || bytes.byteLength !== 72) continue;
    const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
    const message = bytesOf(`cosignature/v1\ntime ${seconds}\n${text}`);
    if (await holds(witness.key, message, bytes.slice(8))) return Number(seconds);
  }
  return null;
}

const nodeOf = (left: Bytes, right: Bytes): Promise<Bytes> =>
  sha256(new Uint8Array([1]), left, right);

/** How many hashes lie between a leaf and the root. */
function heightOf(index: number, size: number): number {
  let [at, last, height] = [index, size - 1, 0];
  for (; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    // A node without a neighbour goes up as it is.
    if (at % 2 === 1 || at < last) height += 1;
  }
  return height;
}

/** Whether the proof leads from the act to the root. */
export async function isIncluded(
  act: Bytes,
  { size, root }: Checkpoint,
  index: number,
  proof: readonly Bytes[],
): Promise<boolean> {
  if (index >= size || proof.length !== heightOf(index, size)) return false;
  let [hash, at, last] = [await sha256(new Uint8Array([0]), act), index, size - 1];
  const left = [...proof];
  for (; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    if (at % 2 === 0 && at >= last) continue;
    const neighbour = left.shift();
    if (neighbour?.byteLength !== 32) return false;
    hash = at % 2 === 1 ? await nodeOf(neighbour, hash) : await nodeOf(hash, neighbour);
  }
  return hexOf(joined(hash)) === hexOf(root);
}
