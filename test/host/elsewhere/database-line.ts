/** A line to a database that a test can cut, at any step, and give back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, type Socket, createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionSettings } from '../../../src/store/connection.ts';

const socketOf = (folder: string, port: number): string => join(folder, `.s.PGSQL.${port}`);

export class DatabaseLine {
  /** While it is so, whoever comes is turned away. */
  isAway = false;
  readonly #sockets = new Set<Socket>();
  #left = Number.POSITIVE_INFINITY;
  #isCut = false;
  #server: Server | null = null;
  #folder = '';

  /** Puts the line before a database, and gives where it is reached now. */
  readonly through = async (to: ConnectionSettings): Promise<ConnectionSettings> => {
    this.#folder = await mkdtemp(join(tmpdir(), 'concord-line-'));
    const server = createServer((near) => this.#join(near, to));
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(socketOf(this.#folder, to.port), resolve);
    });
    return { ...to, host: this.#folder };
  };

  #join(near: Socket, to: ConnectionSettings): void {
    near.on('error', () => undefined);
    if (this.isAway) return void near.destroy();
    const far = to.host.startsWith('/')
      ? createConnection(socketOf(to.host, to.port))
      : createConnection(to.port, to.host);
    far.on('error', () => near.destroy());
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    far.pipe(near);
    near.on('data', (bytes) => {
      this.#left -= 1;
      if (this.#left > 0) return void far.write(bytes);
      this.#left = Number.POSITIVE_INFINITY;
      this.#isCut = true;
      // The last message arrives, and its answer does not: whether it was heeded is not known.
      far.unpipe(near);
      far.resume();
      far.write(bytes, () => setTimeout(() => this.cut(), 20));
    });
  }

  /** Cuts every connection right after so many further messages; zero: cuts none. */
  cutAfter(messages: number): void {
    this.#left = messages === 0 ? Number.POSITIVE_INFINITY : messages;
    this.#isCut = false;
  }

  /** Whether it was cut since that was last asked for. */
  get isCut(): boolean {
    return this.#isCut;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.cut();
    await new Promise<void>((resolve) => {
      if (server) server.close(() => resolve());
      else resolve();
    });
    await rm(this.#folder, { recursive: true, force: true });
  }
}
