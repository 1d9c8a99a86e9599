/** Writes a compressed file from texts as they come, and knows its digest when it is done. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export interface Written {
  readonly bytes: number;
  /** SHA-256 of the compressed bytes, hexadecimal. */
  readonly digest: string;
}

/** Writes the texts; no more is in memory than what the streams hold back. */
export async function writeGzip(path: string, texts: AsyncIterable<string>): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(texts), createGzip(), counted, createWriteStream(path));
  return { bytes, digest: hash.digest('hex') };
}
