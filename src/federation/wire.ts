/**
 * Acts on the wire: frames of exact lengths, big-endian.
 *
 *     "CCDA" | version, 1 byte | number of acts, 4
 *     each act: bytes of header, 2 | header | signature, 64 | number of parts, 1
 *     each part: 0 where it is withheld, or 1 | salt, 16 | bytes of part, 4 | part
 *
 * Reading makes room for nothing on the word of the sender: what is read lies in the bytes that are
 * there already. Whether it is an act that anyone accepts is for the kernel to say.
 */
import {
  HEADER_BYTES_MAX,
  PARTS_MAX,
  PAYLOAD_BYTES_MAX,
  type Part,
  SALT_BYTES,
  type SignedAct,
} from '../kernel/act.ts';
import { PAGE_ACTS_MAX, PAGE_SIZE_BYTES_MAX } from '../kernel/exchange.ts';
import { SIGNATURE_BYTES } from '../kernel/key.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { FRAME_RULE } from './rules.ts';

const MAGIC = Buffer.from('CCDA', 'latin1');
export const FRAME_VERSION = 1;
const HEAD_BYTES = MAGIC.byteLength + 1 + 4;
const ACT_BYTES = 2 + SIGNATURE_BYTES + 1;
const PART_BYTES = 1 + SALT_BYTES + 4;
/** A page in its frame: what the acts hold, and what is told of their lengths. */
export const FRAME_BYTES_MAX =
  PAGE_SIZE_BYTES_MAX + HEAD_BYTES + PAGE_ACTS_MAX * (ACT_BYTES + PARTS_MAX * PART_BYTES);
export const FRAME_MEDIA_TYPE = 'application/vnd.concord.acts';

/** The bytes that an act takes in a frame. */
export function framedBytes({ header, parts }: SignedAct): number {
  let total = ACT_BYTES + header.byteLength;
  for (const part of parts) total += part === null ? 1 : PART_BYTES + part.bytes.byteLength;
  return total;
}

function assertFits({ header, signature, parts }: SignedAct): void {
  const fits =
    header.byteLength <= HEADER_BYTES_MAX &&
    signature.byteLength === SIGNATURE_BYTES &&
    parts.length <= PARTS_MAX &&
    parts.every((part) => part === null || part.salt.byteLength === SALT_BYTES);
  if (!fits) throw new RangeError('no act that is on record has this form');
}

function writePart(frame: Buffer, start: number, part: Part | null): number {
  if (part === null) return frame.writeUInt8(0, start);
  let at = frame.writeUInt8(1, start);
  frame.set(part.salt, at);
  at = frame.writeUInt32BE(part.bytes.byteLength, at + SALT_BYTES);
  frame.set(part.bytes, at);
  return at + part.bytes.byteLength;
}

function writeAct(frame: Buffer, start: number, act: SignedAct): number {
  assertFits(act);
  let at = frame.writeUInt16BE(act.header.byteLength, start);
  frame.set(act.header, at);
  at += act.header.byteLength;
  frame.set(act.signature, at);
  at = frame.writeUInt8(act.parts.length, at + SIGNATURE_BYTES);
  for (const part of act.parts) at = writePart(frame, at, part);
  return at;
}

/** The frame of acts that are on record. Throws RangeError for what can be on no record. */
export function encodeActs(acts: readonly SignedAct[]): Uint8Array {
  const size = acts.reduce((total, act) => total + framedBytes(act), HEAD_BYTES);
  if (acts.length > PAGE_ACTS_MAX || size > FRAME_BYTES_MAX) throw new RangeError('too many acts');
  // Every byte is written below.
  const frame = Buffer.allocUnsafeSlow(size);
  MAGIC.copy(frame);
  let at = frame.writeUInt8(FRAME_VERSION, MAGIC.byteLength);
  at = frame.writeUInt32BE(acts.length, at);
  for (const act of acts) at = writeAct(frame, at, act);
  return frame;
}

/** The frame is not one. Caught below; no reader of acts sees it. */
class Malformed extends Error {}

/** A place in a frame, that goes on as it is read, and never past the end. */
class Place {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #go(bytes: number): number {
    const at = this.#at;
    if (at + bytes > this.#bytes.byteLength) throw new Malformed('it breaks off');
    this.#at = at + bytes;
    return at;
  }

  take(bytes: number): Buffer {
    const at = this.#go(bytes);
    return this.#bytes.subarray(at, at + bytes);
  }

  number(bytes: 1 | 2 | 4, max: number, what: string): number {
    const value = this.#bytes.readUIntBE(this.#go(bytes), bytes);
    if (value > max) throw new Malformed(`${what} beyond ${max}`);
    return value;
  }

  end(): void {
    if (this.#at !== this.#bytes.byteLength) throw new Malformed('more follows after its end');
  }
}

function readPart(place: Place, bytesMax: number): Part | null {
  if (place.number(1, 1, 'a mark of presence') === 0) return null;
  const salt = place.take(SALT_BYTES);
  return { salt, bytes: place.take(place.number(4, bytesMax, 'a payload')) };
}

function readSigned(place: Place): SignedAct {
  const header = place.take(place.number(2, HEADER_BYTES_MAX, 'a header'));
  const signature = place.take(SIGNATURE_BYTES);
  const count = place.number(1, PARTS_MAX, 'a number of parts');
  const parts: (Part | null)[] = [];
  let bytesLeft = PAYLOAD_BYTES_MAX;
  for (let at = 0; at < count; at++) {
    const part = readPart(place, bytesLeft);
    bytesLeft -= part?.bytes.byteLength ?? 0;
    parts.push(part);
  }
  return { header, signature, parts };
}

function readActs(frame: Uint8Array, actsMax: number): SignedAct[] {
  if (frame.byteLength > FRAME_BYTES_MAX) throw new Malformed(`larger than ${FRAME_BYTES_MAX}`);
  const place = new Place(frame);
  if (!place.take(MAGIC.byteLength).equals(MAGIC)) throw new Malformed('it is none of Concord');
  if (place.number(1, 0xff, 'a version') !== FRAME_VERSION) {
    throw new Malformed('it is of another version');
  }
  const count = place.number(4, actsMax, 'a number of acts');
  const acts: SignedAct[] = [];
  for (let at = 0; at < count; at++) acts.push(readSigned(place));
  place.end();
  return acts;
}

/**
 * The acts of a frame, or why it is none. They lie in the bytes given, which must not change as
 * long as they are used.
 */
export function decodeActs(frame: Uint8Array, actsMax = PAGE_ACTS_MAX): SignedAct[] | Refusal {
  try {
    return readActs(frame, actsMax);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return refuse(
      FRAME_RULE,
      said('The frame of acts is malformed: {$message}.', { message: error.message }),
    );
  }
}
