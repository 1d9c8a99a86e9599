/** Readers of pages: each asks for the next page when it has the last byte of the one before. */
import { Agent, request } from 'node:http';
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

/** Resolves with the number of bytes when the last one has come. */
function readPage(agent: Agent, address: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip' };
    const asked = request(new URL(path, address), { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${path} was answered with ${response.statusCode}`));
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Reads all paths, and tells how long each took. */
export async function readPages({ address, paths, readers }: ReadJob): Promise<Reading> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const left = paths.values();
  const times: number[] = [];
  let bytesMax = 0;
  const reader = async (): Promise<void> => {
    for (const path of left) {
      const began = performance.now();
      bytesMax = Math.max(bytesMax, await readPage(agent, address, path));
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: readers }, reader));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { ...durationsOf(times), perSecond: times.length / seconds, bytesMax };
}
