import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { readConfig } from '../../src/host/config.ts';
import type { House } from '../../src/host/house.ts';
import { API_BODY_BYTES_MAX, HEADER_BYTES_MAX } from '../../src/host/limits.ts';
import { type Running, startNode } from '../../src/host/start-node.ts';
import { tokenByLink } from './administrator.ts';
import { notesArea, notesQuestion } from '../../src/store/test-area.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';

const loaded: number[] = [];
const house: House = {
  areas: [{ ...notesArea, questions: [notesQuestion] }],
  pages: [],
  texts: [],
  feeds: [],
  dates: [],
  mailings: [],
  loadWorld: async (store) => {
    loaded.push(await store.ledger());
  },
};

let database: TestDatabase;
let folder: string;
let node: Running;

function settings(more: Record<string, string> = {}) {
  const { host, port, user, password, database: name } = database.connection;
  const address = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
  const config = readConfig({
    DATABASE_URL: `${address}?host=${encodeURIComponent(host)}`,
    CONCORD_OPERATOR: 'operator',
    CONCORD_LOG: 'silent',
    CONCORD_PORT: '0',
    ...more,
  });
  return { config, house, dataFolder: folder, report: () => undefined };
}

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'concord-node-'));
  node = await startNode(settings());
});
afterAll(async () => {
  await node.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('a running node', () => {
  it('loads its world, then answers at its address', async () => {
    expect(loaded).toHaveLength(1);
    const index = await (await fetch(`${node.address}/api`)).json();
    expect(index).toMatchObject({
      operator: 'operator',
      areas: [
        { name: 'notes' },
        { name: 'keys' },
        { name: 'mandates' },
        { name: 'registers' },
        { name: 'streams' },
      ],
    });
  });

  it('keeps its keys where nobody else reads them', async () => {
    for (const name of ['operator.key', 'secret']) {
      const file = join(folder, 'keys', name);
      expect((await stat(file)).mode & 0o077).toBe(0);
      expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    }
  });

  it('records an act sent from the command line, shows it at once, and verifies it', async () => {
    const made = await tokenByLink(node.firstLink ?? '');
    const out: string[] = [];
    const complaints: string[] = [];
    const concord = (line: string, input = '') =>
      run(line.split(' '), {
        environment: { CONCORD_URL: node.address, CONCORD_TOKEN: made },
        fetch,
        terminal: {
          isTerminal: true,
          write: (text) => out.push(text),
          complain: (text) => complaints.push(text),
          read: async () => input,
          readBytes: async () => new Uint8Array(),
          save: async () => undefined,
        },
      });
    const text = `<script>'; drop table acts; --`;
    const act = {
      type: 'notes.write',
      register: 'notes/common',
      actor: 'operator',
      payload: { note: 'first', text },
    };
    expect(await concord('notes list')).toBe(0);
    expect(out.join('')).not.toContain('first');
    expect(await concord('acts preview -', JSON.stringify(act)), complaints.join()).toBe(0);
    expect(await concord('acts submit - --json', JSON.stringify(act)), complaints.join()).toBe(0);
    const receipt = JSON.parse(out.at(-1) ?? '') as { id: string };
    expect(await concord('notes list')).toBe(0);
    expect(out.at(-1)).toContain('first');
    const shown = await (await fetch(`${node.address}/api/acts/${receipt.id}`)).json();
    expect(shown).toMatchObject({
      payload: { text },
      verification: { holds: true },
      admission: { register: 'notes/common', position: 1 },
    });
    const page = await (await fetch(`${node.address}/acts/${receipt.id}`)).text();
    expect(page).toContain('verified just now');
    expect(page).not.toContain('<script>');
    expect(await concord('acts submit -', JSON.stringify(act))).toBe(1);
    expect(complaints.join('')).toContain('notes.once');
  });

  it('refuses what is too large, by length told or by length come', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = new Uint8Array(10_000_000);
    const told = await fetch(`${node.address}/api/acts`, { method: 'POST', body, headers });
    expect(told.status).toBe(413);
    const chunk = new Uint8Array(API_BODY_BYTES_MAX / 2 + 1);
    const stream = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < 2; at++) controller.enqueue(chunk);
        controller.close();
      },
    });
    const init = { method: 'POST', body: stream, headers, duplex: 'half' };
    // `duplex` is needed by fetch for streams and not yet among its types.
    const come = await fetch(`${node.address}/api/acts`, init as RequestInit);
    expect(come.status).toBe(413);
  });

  it('refuses headers that are too large, and what is no HTTP, with a problem', async () => {
    const { hostname, port } = new URL(node.address);
    const speak = (words: string) =>
      new Promise<string>((resolve, reject) => {
        let said = '';
        const socket = connect(Number(port), hostname, () => socket.write(words));
        socket.on('data', (data) => {
          said += data.toString();
        });
        socket.on('end', () => resolve(said));
        socket.on('error', reject);
      });
    const large = await speak(
      `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(HEADER_BYTES_MAX)}\r\n\r\n`,
    );
    expect(large).toContain('431');
    expect(large).toContain('host.headers');
    expect(await speak('HELO mail\r\n\r\n')).toContain('400 Bad Request');
  });
});

describe('starting and stopping', () => {
  it('takes the next free port, or says that the one asked for is taken', async () => {
    const { port } = new URL(node.address);
    await expect(startNode(settings({ CONCORD_PORT: port }))).rejects.toThrow(
      `Port ${port} is taken`,
    );
    const { config, ...rest } = settings();
    const other = await startNode({
      ...rest,
      config: { ...config, port: Number(port), portAsked: false },
    });
    expect(Number(new URL(other.address).port)).toBeGreaterThan(Number(port));
    await other.stop();
  });

  it('gives no further link once there is an administrator, and keeps the record', async () => {
    const again = await startNode(settings());
    expect(again.firstLink).toBeNull();
    const answer = await (await fetch(`${again.address}/api/notes/list`)).text();
    expect(answer).toContain('first');
    await again.stop();
    await again.stop();
  });
});
