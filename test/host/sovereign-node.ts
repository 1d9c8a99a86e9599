/** A whole node of its own owner on loopback: database, keys, folder, address, administrator. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { backUp } from '../../src/host/backup/backup.ts';
import { restore } from '../../src/host/backup/restore.ts';
import { type Config, readConfig } from '../../src/host/config.ts';
import { house } from '../../src/host/house.ts';
import { startNode } from '../../src/host/start-node.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { tokenByLink } from './administrator.ts';

const ROOT = join(import.meta.dirname, '../..');
const START_MILLISECONDS = 90_000;

export interface Answer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

/** The settings by which a person would start a node of this operator on that database. */
export function environmentOf(
  operator: string,
  { connection }: TestDatabase,
  port: number,
): Record<string, string> {
  const { host, port: at, user, password, database } = connection;
  const address = `postgres://${user}:${encodeURIComponent(password)}@localhost:${at}/${database}`;
  return {
    DATABASE_URL: `${address}?host=${encodeURIComponent(host)}`,
    CONCORD_OPERATOR: operator,
    CONCORD_NETWORK: 'loopback',
    CONCORD_WORLD: 'none',
    CONCORD_PRIVATE_PEERS: '127.0.0.0/8',
    CONCORD_LOG: 'silent',
    CONCORD_PORT: String(port),
  };
}

/** A node that was started, here or in a process of its own. */
interface Started {
  readonly address: string;
  readonly firstLink: string | null;
  stop(): Promise<void>;
  /** Ends it at once, wherever it is; where it is no process of its own, as `stop`. */
  kill(): Promise<void>;
}

/** Builds the program as `npm start` does, and gives the file to run. */
async function programFile(): Promise<string> {
  const script = join(ROOT, 'scripts/prepare.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, 'start']);
  return stdout.trim().split('\n')[1] ?? '';
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Starts the program in a process of its own, and waits until it says where it is. */
async function startApart(environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [await programFile()], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const deadline = Date.now() + START_MILLISECONDS;
  while (!said.includes('Concord is at ')) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`not started: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    address: /Concord is at (\S+)/.exec(said)?.[1] ?? '',
    firstLink: /(http\S+first\S+)/.exec(said)?.[1] ?? null,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

export class SovereignNode {
  readonly operator: string;
  database: TestDatabase;
  folder: string;
  /** Whether it runs in a process of its own, which can be killed. */
  readonly isApart: boolean;
  /** The first administrator's token. */
  token = '';
  port = 0;
  #started: Started | null = null;

  constructor(operator: string, database: TestDatabase, folder: string, isApart = false) {
    this.operator = operator;
    this.database = database;
    this.folder = folder;
    this.isApart = isApart;
  }

  static async start(operator: string, isApart = false): Promise<SovereignNode> {
    const node = new SovereignNode(operator, await createTestDatabase(), await folder(), isApart);
    await node.goOnline();
    return node;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get config(): Config {
    return readConfig(environmentOf(this.operator, this.database, this.port));
  }

  /** Starts the node, at the address that it had before. */
  async goOnline(): Promise<void> {
    const { config, folder: dataFolder, operator, database, port } = this;
    const environment = environmentOf(operator, database, port);
    if (this.isApart)
      this.#started = await startApart({ ...environment, CONCORD_DATA: dataFolder });
    else {
      const running = await startNode({ config, house, dataFolder, report: () => undefined });
      const stop = () => running.stop();
      this.#started = { ...running, stop, kill: stop };
    }
    const { address, firstLink } = this.#started;
    this.port = Number(new URL(address).port);
    if (this.token === '') this.token = await tokenByLink(firstLink ?? '');
  }

  async goOffline(): Promise<void> {
    await this.#started?.stop();
    this.#started = null;
  }

  /** The process ends in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#started?.kill();
    this.#started = null;
  }

  /** Makes a backup, as an administrator does beside the running node. */
  async backUp(file: string): Promise<void> {
    await backUp(this.config, this.folder, file);
  }

  /** A node from a backup of this one, in another database and folder; it is not started. */
  async restored(file: string, port = this.port): Promise<SovereignNode> {
    const node = new SovereignNode(this.operator, await createTestDatabase(), await folder());
    node.token = this.token;
    node.port = port;
    const { config, folder: dataFolder } = node;
    await restore({ config, house, dataFolder, file, report: () => undefined });
    return node;
  }

  async post(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(this.address + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
    });
    return answerOf(response);
  }

  async get(path: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}` };
    return answerOf(await fetch(this.address + path, { headers }));
  }

  /** Sends a form in a session, as a browser does. */
  form(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
    return fetch(this.address + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { cookie, origin: this.address },
    });
  }

  async page(path: string, cookie = ''): Promise<string> {
    return (await fetch(this.address + path, { headers: { cookie } })).text();
  }

  /** The administrator's session, as a cookie. */
  async session(): Promise<string> {
    const given = { email: 'amina@example.org', password: 'four calm green boats' };
    const entered = await this.form('/sign-in', given);
    return entered.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Sends a draft as the administrator, who acts for the operator. */
  act(draft: Omit<DraftAct, 'basis'> & Partial<DraftAct>): Promise<Answer> {
    return this.post('/api/acts', draft);
  }

  /** Follows another node, its fingerprint compared. */
  async follow(other: SovereignNode, relay = false): Promise<Answer> {
    const { address } = other;
    const looked = await this.post('/api/admin/nodes', { address });
    const { fingerprint } = looked.json;
    return this.post('/api/admin/nodes', { address, fingerprint, relay });
  }

  /** How it stands with another node. */
  async peer(other: SovereignNode): Promise<Readonly<Record<string, unknown>>> {
    const { json } = await this.get('/api/admin/nodes');
    // The answer has a row for each node that is followed.
    const rows = json['rows'] as Readonly<Record<string, unknown>>[];
    return rows.find(({ operator }) => operator === other.operator) ?? {};
  }

  async stop(): Promise<void> {
    await this.goOffline();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'concord-sovereign-'));

async function answerOf(response: Response): Promise<Answer> {
  // The API answers with objects, refusals included.
  return { status: response.status, json: (await response.json()) as Answer['json'] };
}
