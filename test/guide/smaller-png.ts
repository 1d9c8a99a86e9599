/**
 * A picture of a page in fewer bytes: its colours, of which a page has few, as a palette of 256
 * (PNG, third edition, 11.2.2 and 9.2). What Chromium gives is of eight bits, without interlace.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS_MAX = 256;
const CHUNK_AROUND_BYTES = 12;
const RED_GREEN_BLUE = 2;
const PALETTE = 3;

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    chunks.push({ name, data: png.subarray(at + 8, at + 8 + length) });
    at += length + CHUNK_AROUND_BYTES;
  }
  return chunks;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Of left, above and above left, the one nearest to what they promise together. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    // Three come in, three go out.
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function promised(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? paeth(left, above, corner) : 0;
}

/** The bytes of all pixels, each row from the filter that it was written with. */
function unfiltered(packed: Buffer, rowBytes: number, pixelBytes: number): Uint8Array {
  const height = packed.length / (rowBytes + 1);
  const out = new Uint8Array(height * rowBytes);
  for (let row = 0; row < height; row += 1) {
    const from = row * (rowBytes + 1);
    const filter = packed[from] ?? 0;
    for (let at = 0; at < rowBytes; at += 1) {
      const here = row * rowBytes + at;
      const left = at < pixelBytes ? 0 : (out[here - pixelBytes] ?? 0);
      const above = row === 0 ? 0 : (out[here - rowBytes] ?? 0);
      const corner = row === 0 || at < pixelBytes ? 0 : (out[here - rowBytes - pixelBytes] ?? 0);
      out[here] = (packed[from + 1 + at] ?? 0) + promised(filter, left, above, corner);
    }
  }
  return out;
}

/** The colour with its last bits left out, so many that no more than a palette remain. */
function coloursOf(pixels: Uint8Array, pixelBytes: number) {
  const count = pixels.length / pixelBytes;
  for (let bits = 0; ; bits += 1) {
    const mask = (0xff << bits) & 0xff;
    const known = new Map<number, number>();
    const indexes = new Uint8Array(count);
    const colours: number[] = [];
    for (let pixel = 0; pixel < count; pixel += 1) {
      const at = pixel * pixelBytes;
      const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
      const key = ((red & mask) << 16) | ((green & mask) << 8) | (blue & mask);
      let index = known.get(key);
      if (index === undefined) {
        index = known.size;
        known.set(key, index);
        // The first pixel of a colour speaks for those that are like it.
        colours.push(red, green, blue);
      }
      indexes[pixel] = index;
    }
    if (known.size <= COLOURS_MAX) return { indexes, colours: Buffer.from(colours) };
  }
}

/** The same picture with a palette. */
export function smallerPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = Buffer.from(chunks.find(({ name }) => name === 'IHDR')?.data ?? []);
  const width = header.readUInt32BE(0);
  const pixelBytes = header[9] === RED_GREEN_BLUE ? 3 : 4;
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((one) => one.data));
  const pixels = unfiltered(inflateSync(packed), width * pixelBytes, pixelBytes);
  const { indexes, colours } = coloursOf(pixels, pixelBytes);
  header[9] = PALETTE;
  const rows = Buffer.alloc(indexes.length + indexes.length / width);
  for (let row = 0; row * width < indexes.length; row += 1) {
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const image = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', image),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
