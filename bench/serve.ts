/** A whole node on a database that was filled before, in a process of its own until it is told. */
import type { Connection } from '../src/store/embedded-postgres.ts';
import { readConfig } from '../src/host/config.ts';
import { type House, house } from '../src/host/house.ts';
import { type Running, startNode } from '../src/host/start-node.ts';
import { notesArea } from '../src/store/test-area.ts';
import { NETWORK, OPERATOR } from './rigs.ts';

export interface ServeJob {
  readonly folder: string;
  readonly connection: Connection;
  /** What of the world it loads when it starts; absent: nothing. */
  readonly world?: 'load' | 'actors';
}

function addressOf({ host, port, user, password, database }: Connection): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

/** Starts the node as `npm start` does, on any free port of the loopback. */
export async function serve(job: ServeJob): Promise<Running> {
  return serveHouse(house, job);
}

/** The same node with the notes that are exchanged. */
export async function serveNotes(job: ServeJob): Promise<Running> {
  return serveHouse({ ...house, areas: [...house.areas, notesArea] }, job);
}

async function serveHouse(given: House, { folder, connection, world }: ServeJob): Promise<Running> {
  const config = readConfig({
    DATABASE_URL: addressOf(connection),
    CONCORD_DATA: folder,
    CONCORD_OPERATOR: OPERATOR,
    CONCORD_NETWORK: NETWORK,
    CONCORD_PORT: '0',
    CONCORD_WORLD: world ?? 'none',
  });
  return startNode({ config, house: given, dataFolder: folder, report: () => undefined });
}
