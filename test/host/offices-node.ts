/** A node with three States and an agreement between them, its administrator, and her tools. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/host/config.ts';
import { type House, house } from '../../src/host/house.ts';
import { type Running, startNode } from '../../src/host/start-node.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { admitted } from '../../src/store/test-store.ts';
import { tokenByLink } from './administrator.ts';

export const STATES = ['FJI', 'KEN', 'NOR'] as const;
export const TREATY = 'agreements/river';

/** An agreement that enters into force with the third deposit. */
export function adoption(register: string, title: string): DraftAct {
  const when = { count: 3, of: { any: true } };
  return {
    type: 'agreements.adopt',
    register,
    actor: 'operator',
    payload: {
      title: { en: title },
      kind: 'multilateral',
      sectors: ['environment'],
      adoptedOn: '2020-01-01',
      finalClauses: { entryIntoForce: { when, delay: { days: 30 }, citation: 'Article 12(1)' } },
    },
    basis: { kind: 'recorded', source: 'a test' },
  };
}

const smallHouse: House = {
  ...house,
  loadWorld: async (store) => {
    if ((await store.ledger()) > 1) return;
    const other = adoption('agreements/lake', 'Convention on the Lake');
    const drafts = [adoption(TREATY, 'Convention on the River'), other];
    admitted(await store.submit([...STATES.map((id) => enteringState(id)), ...drafts]));
  },
};

export interface Answer {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

export class OfficesNode {
  readonly database: TestDatabase;
  readonly folder: string;
  running: Running;
  /** The first administrator's token. */
  administrator = '';

  private constructor(database: TestDatabase, folder: string, running: Running) {
    this.database = database;
    this.folder = folder;
    this.running = running;
  }

  static async start(environment: Record<string, string> = {}): Promise<OfficesNode> {
    const database = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'concord-offices-'));
    const node = new OfficesNode(
      database,
      folder,
      await startNode(settings(database, folder, environment)),
    );
    node.administrator = await tokenByLink(node.running.firstLink ?? '');
    return node;
  }

  /** Stops and starts the node on the same data. */
  async restart(): Promise<void> {
    await this.running.stop();
    this.running = await startNode(settings(this.database, this.folder));
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async post(path: string, body: unknown, token = this.administrator): Promise<Answer> {
    const response = await fetch(`${this.running.address}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    return answerOf(response);
  }

  async get(path: string, token = ''): Promise<Answer> {
    const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
    return answerOf(await fetch(`${this.running.address}${path}`, { headers }));
  }

  /** Makes an office of a State with a mandate for all that concerns agreements. */
  office(actor: string, office: string, mandate: object = {}): Promise<Answer> {
    const source = `Note verbale of ${actor}, 2026/1`;
    const covers = { covers: ['agreements.*'], fromOn: '2026-01-01', ...mandate };
    return this.post('/api/admin/offices', {
      actor,
      office,
      title: office,
      source,
      mandate: covers,
    });
  }

  /** Invites a person, opens their link, sets a password and makes a token. */
  async person(name: string, actors: readonly string[], administrator = false): Promise<string> {
    const email = `${name.toLowerCase()}@example.org`;
    const invited = { name, email, actors, administrator };
    const { json } = await this.post('/api/admin/people', invited);
    return tokenByLink(String(json['link']));
  }

  /** Signs the agreement for a State. */
  sign(token: string, actor: string, more: object = {}): Promise<Answer> {
    const act = { type: 'agreements.sign', register: TREATY, actor, payload: { on: '2020-02-01' } };
    return this.post('/api/acts', { ...act, ...more }, token);
  }

  /** The header of a recorded act. */
  async header(id: unknown): Promise<Readonly<Record<string, unknown>>> {
    const { json } = await this.get(`/api/acts/${String(id)}`);
    // An act's page for machines holds its header as an object.
    return json['header'] as Readonly<Record<string, unknown>>;
  }
}

async function answerOf(response: Response): Promise<Answer> {
  // The API answers with objects, refusals included.
  return { status: response.status, json: (await response.json()) as Answer['json'] };
}

function settings(
  { connection }: TestDatabase,
  folder: string,
  environment: Record<string, string> = {},
) {
  const { host, port, user, password, database: name } = connection;
  const address = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
  const config = readConfig({
    DATABASE_URL: `${address}?host=${encodeURIComponent(host)}`,
    CONCORD_OPERATOR: 'operator',
    CONCORD_LOG: 'silent',
    CONCORD_PORT: '0',
    ...environment,
  });
  return { config, house: smallHouse, dataFolder: folder, report: () => undefined };
}
