/** Bytes that come in pieces of any size, read in pieces of known sizes. */
export class Incoming {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array[] = [];
  #bytes = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** So many bytes, or null where they end before; holds no more than were asked for and came. */
  async take(bytes: number): Promise<Buffer | null> {
    while (this.#bytes < bytes) {
      const next = await this.#chunks.next();
      if (next.done === true) return null;
      this.#held.push(next.value);
      this.#bytes += next.value.byteLength;
    }
    const [first, ...others] = this.#held;
    const all =
      first && others.length === 0
        ? Buffer.from(first.buffer, first.byteOffset, first.byteLength)
        : Buffer.concat(this.#held);
    this.#held = [all.subarray(bytes)];
    this.#bytes = all.byteLength - bytes;
    return all.subarray(0, bytes);
  }

  /** A whole number, big-endian, or null at the end. */
  async number(bytes: 2 | 4): Promise<number | null> {
    return (await this.take(bytes))?.readUIntBE(0, bytes) ?? null;
  }

  async isAtEnd(): Promise<boolean> {
    return this.#bytes === 0 && (await this.take(1)) === null;
  }
}
