import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer, request as forward } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOB_LEASE_SECONDS } from '../../src/store/jobs.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { tokenByLink } from './administrator.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const OPERATOR = 'operator';
const START_MILLISECONDS_MAX = 40_000;

interface Process {
  readonly child: ChildProcess;
  /** What it has said so far, line by line. */
  readonly said: readonly string[];
}

const children: ChildProcess[] = [];

function begin(args: readonly string[], environment: Record<string, string> = {}): Process {
  const env = { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      said.push(...lines);
    });
  }
  return { child, said };
}

async function end({ child }: Pick<Process, 'child'>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

const lineOf = ({ said }: Process, pattern: RegExp): string | null =>
  said.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined) ?? null;

async function saidBy(one: Process, pattern: RegExp): Promise<string> {
  const until = Date.now() + START_MILLISECONDS_MAX;
  for (;;) {
    const found = lineOf(one, pattern);
    if (found !== null) return found;
    if (one.child.exitCode !== null || Date.now() > until) throw new Error(one.said.join('\n'));
    await delay(20);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  await once(server, 'close');
  return at === null || typeof at === 'string' ? 0 : at.port;
}

async function stopAll(): Promise<void> {
  for (const child of children.splice(0)) await end({ child }, 'SIGKILL');
}

describe('two processes of one node behind a proxy', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let folder: string;
  let proxy: Server;
  let origin: string;
  let nodes: readonly [string, string];
  let token = '';
  let turn = 0;

  /** Each request goes to the next process, whoever answered the one before. */
  async function openProxy(targets: () => readonly string[]): Promise<Server> {
    const server = createServer((asked, answer) => {
      const all = targets();
      const to = new URL(asked.url ?? '/', all[turn++ % all.length]);
      const sent = forward(to, { method: asked.method ?? 'GET', headers: asked.headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      sent.on('error', () => answer.destroy());
      asked.pipe(sent);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ ...database.connection });
    await owner.connect();
    folder = await mkdtemp(join(tmpdir(), 'concord-two-'));
    const { buildIfNeeded }: { buildIfNeeded(root: string, name: string): Promise<string> } =
      await import(join(ROOT, 'scripts', 'build', 'build.mjs'));
    const program = await buildIfNeeded(ROOT, 'start');
    const { host, port, user, password, database: name } = database.connection;
    const address = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
    let targets: readonly string[] = [];
    proxy = await openProxy(() => targets);
    const at = proxy.address();
    if (at === null || typeof at === 'string') throw new Error('the proxy has no port');
    origin = `http://127.0.0.1:${at.port}`;
    const environment = {
      DATABASE_URL: `${address}?host=${encodeURIComponent(host)}`,
      CONCORD_DATA: folder,
      CONCORD_OPERATOR: OPERATOR,
      CONCORD_ORIGIN: origin,
      CONCORD_WORLD: 'none',
      CONCORD_LOG: 'info',
      CONCORD_FEDERATION: 'off',
    };
    // Both begin on an empty database at once.
    const ports = [await freePort(), await freePort()] as const;
    const both = ports.map((one) =>
      begin([program], { ...environment, CONCORD_PORT: String(one) }),
    );
    for (const one of both) await saidBy(one, /^(Concord is at .*)$/);
    nodes = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`];
    targets = nodes;
    const links = both.flatMap((one) => lineOf(one, /(http:\S+\/first\/\S+)/) ?? []);
    // Of two that begin at once each prints a link, and the one that was made last holds.
    for (const link of links) token ||= await tokenByLink(link);
  }, 120_000);
  afterAll(async () => {
    await stopAll();
    proxy.closeAllConnections();
    proxy.close();
    await owner.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const entering = (id: string) => ({
    type: 'actors.enter',
    register: 'actors/registry',
    actor: OPERATOR,
    payload: {
      id,
      kind: 'organisation',
      names: { en: `Body ${id}` },
      treatyCapacity: true,
      regionalIntegration: false,
    },
    basis: { kind: 'recorded', source: 'Notes' },
  });

  async function act(at: string, id: string): Promise<{ id: string }> {
    const response = await fetch(`${at}/api/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(entering(id)),
    });
    const told = (await response.json()) as { id: string };
    expect(response.status, JSON.stringify(told)).toBeLessThan(300);
    return told;
  }

  it('lets a person sign in, make a token and act, whichever process answers', async () => {
    expect(token).toMatch(/^concord_/);
    for (let at = 0; at < 6; at++) {
      const { id } = await act(origin, `body-${at}`);
      // The next request goes to the other process, which has to know of it already.
      const headers = { authorization: `Bearer ${token}` };
      const read = await fetch(`${origin}/acts/${id}`, { headers });
      expect([read.status, await read.text()]).toEqual([200, expect.stringContaining('Body body')]);
    }
  });

  it('shows to everyone within a second what the other process admitted', async () => {
    const [one, two] = nodes;
    const page = async () => (await fetch(`${two}/actors/shown-at-once`)).status;
    expect(await page()).toBe(404);
    await act(one, 'shown-at-once');
    await expect.poll(page, { timeout: 1000, interval: 20 }).toBe(200);
  });

  it('rings on the line of a page that the other process serves', async () => {
    const [one, two] = nodes;
    const stopping = new AbortController();
    // Whoever says to have seen more is told of what comes after the first look.
    const line = await fetch(`${two}/live?register=actors/registry&since=1000000`, {
      signal: stopping.signal,
    });
    let told = '';
    const reading = (async () => {
      for await (const piece of line.body?.pipeThrough(new TextDecoderStream()) ?? [])
        told += piece;
    })().catch(() => undefined);
    await delay(300);
    expect(told).toBe('');
    await act(one, 'heard');
    await expect.poll(() => told, { timeout: 1000, interval: 20 }).toContain('event: moved');
    stopping.abort();
    await reading;
  });

  it('takes acts in both at once, without a fork or a gap', async () => {
    const all = Array.from({ length: 40 }, (_, at) =>
      act(nodes[at % 2] ?? origin, `at-once-${at}`),
    );
    await Promise.all(all);
    const { rows } = await owner.query<{ faults: string; acts: string }>(`
      select (select count(*) from acts as later left join acts as earlier
            on earlier.stream = later.stream and earlier.seq = later.seq - 1
          where later.prev is distinct from earlier.id)
        + (select count(*) - count(distinct (stream, seq)) from acts)
        + (select max(ledger) - count(*) from admissions) as faults,
        (select count(*) from admissions) as acts`);
    expect(rows[0]?.faults).toBe('0');
    expect(Number(rows[0]?.acts)).toBeGreaterThan(46);
  });

  it('tells a proxy that each of them answers', async () => {
    for (const node of nodes) {
      const health = await fetch(`${node}/health`);
      expect([health.status, await health.json()]).toEqual([200, { ready: true }]);
    }
  });

  it('lets no process with another data folder lock them out', async () => {
    const own = await mkdtemp(join(tmpdir(), 'concord-own-'));
    const { host, port, user, password, database: name } = database.connection;
    const address = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
    const third = begin([join(ROOT, 'dist', 'start.js')], {
      DATABASE_URL: `${address}?host=${encodeURIComponent(host)}`,
      CONCORD_DATA: own,
      CONCORD_OPERATOR: OPERATOR,
      CONCORD_WORLD: 'none',
      CONCORD_PORT: String(await freePort()),
    });
    expect(await saidBy(third, /(another data folder)/)).toBe('another data folder');
    await rm(own, { recursive: true, force: true });
    await act(origin, 'still-here');
  });
});

describe('jobs of two processes', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ ...database.connection });
    await owner.connect();
  });
  afterAll(async () => {
    await stopAll();
    await owner.end();
    await database.drop();
  });

  const add = async (kind: string): Promise<string> => {
    const statement = `insert into jobs (kind, payload) values ($1, '{}') returning id`;
    const { rows } = await owner.query<{ id: string }>(statement, [kind]);
    return rows[0]?.id ?? '';
  };

  it('are done once, and taken over from one that is killed in the middle', async () => {
    const file = join(ROOT, 'src', 'store', 'worker-for-test.ts');
    const args = ['--experimental-strip-types', file, JSON.stringify(database.connection)];
    const workers = [begin(args), begin(args)] as const;
    for (const worker of workers) await saidBy(worker, /^(ready)$/);
    const quick: string[] = [];
    for (let at = 0; at < 200; at++) quick.push(`quick ${await add('quick')}`);
    const done = () =>
      workers.flatMap(({ said }) => said.filter((line) => line.startsWith('quick')));
    await expect.poll(() => done().length, { timeout: 15_000 }).toBeGreaterThanOrEqual(200);
    expect(done().sort()).toEqual(quick.sort());
    expect(workers.map(({ said }) => said.some((line) => line.startsWith('quick')))).toEqual([
      true,
      true,
    ]);

    const slow = await add('slow');
    const takers = () => workers.filter(({ said }) => said.includes(`slow ${slow}`));
    await expect.poll(() => takers().length, { timeout: 5000 }).toBe(1);
    const [taker] = takers();
    const other = workers.find((worker) => worker !== taker);
    if (taker) await end(taker, 'SIGKILL');
    expect(other?.said).not.toContain(`slow ${slow}`);
    // As if the time had passed within which it would have said that it is still at it.
    await owner.query(
      `update jobs set locked_at = locked_at - $2 * interval '1 second'
      where id = $1`,
      [slow, JOB_LEASE_SECONDS + 1],
    );
    await expect.poll(() => other?.said, { timeout: 5000 }).toContain(`done ${slow}`);
  }, 60_000);
});
