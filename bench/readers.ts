/** Readers of pages: each asks for the next page when it has the last byte of the one before. */
import { type Socket, connect } from 'node:net';
import { type Durations, durationsOf } from './quantiles.ts';

/** As many as the level names. */
export const READERS = 50;

export interface ReadJob {
  readonly address: string;
  readonly paths: readonly string[];
  readonly readers: number;
}

export interface Reading extends Durations {
  readonly perSecond: number;
  /** The largest page, as it came: compressed. */
  readonly bytesMax: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** What is left of an answer whose head has come: a page is sent with its length. */
function lengthsOf(head: string): { status: string; bodyBytes: number } {
  const status = head.slice(9, 12);
  const bodyBytes = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
  return { status, bodyBytes };
}

/**
 * One reader on a connection of its own. It knows just enough of HTTP to count bytes, since a whole
 * client takes longer for a page than the server that is measured.
 */
class Reader {
  readonly #socket: Socket;
  readonly #host: string;

  constructor(address: URL) {
    this.#socket = connect({ host: address.hostname, port: Number(address.port) });
    this.#socket.setNoDelay(true);
    this.#host = address.host;
  }

  /** Asks for a page; resolves with the bytes of its body when the last one has come. */
  read(path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      let head: Buffer | null = Buffer.alloc(0);
      let [left, total] = [0, 0];
      const end = (settle: () => void): void => {
        this.#socket.removeAllListeners('data').removeAllListeners('error');
        settle();
      };
      const begin = (chunk: Buffer): number => {
        head = Buffer.concat([head ?? Buffer.alloc(0), chunk]);
        const at = head.indexOf(HEAD_END);
        if (at < 0) return -1;
        const { status, bodyBytes } = lengthsOf(head.toString('latin1', 0, at));
        if (status !== '200') throw new Error(`${path} was answered with ${status}`);
        if (Number.isNaN(bodyBytes)) throw new Error(`${path} was sent without its length`);
        const body = head.byteLength - at - HEAD_END.byteLength;
        head = null;
        [left, total] = [bodyBytes, bodyBytes];
        return body;
      };
      this.#socket.on('error', (error) => end(() => reject(error)));
      this.#socket.on('data', (chunk: Buffer) => {
        try {
          const body = head === null ? chunk.byteLength : begin(chunk);
          if (body < 0) return;
          left -= body;
          if (left <= 0) end(() => resolve(total));
        } catch (error) {
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      });
      this.#socket.write(
        `GET ${path} HTTP/1.1\r\nhost: ${this.#host}\r\naccept-encoding: gzip\r\n\r\n`,
      );
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** Reads all paths, and tells how long each took. */
export async function readPages({ address, paths, readers }: ReadJob): Promise<Reading> {
  const left = paths.values();
  const times: number[] = [];
  let bytesMax = 0;
  const readAll = async (): Promise<void> => {
    const reader = new Reader(new URL(address));
    for (const path of left) {
      const began = performance.now();
      bytesMax = Math.max(bytesMax, await reader.read(path));
      times.push(performance.now() - began);
    }
    reader.close();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: readers }, readAll));
  const seconds = (performance.now() - began) / 1000;
  return { ...durationsOf(times), perSecond: times.length / seconds, bytesMax };
}
