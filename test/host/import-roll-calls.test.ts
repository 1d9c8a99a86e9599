import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../../src/host/http-server.ts';
import type { SignIn } from '../../src/host/account/sign-in.ts';
import { house } from '../../src/host/house.ts';
import { STILL_MILLISECONDS_MAX } from '../../src/host/work-progress.ts';
import { run } from '../../src/cli/program.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { importTask } from '../../src/practices/meetings/import/import-roll-calls.ts';
import { type TestStore, OPERATOR, admitted, openTestStore } from '../../src/store/test-store.ts';
import { fakeSignIn } from './fake-sign-in.ts';
import { type HouseApp, houseApp, openMail } from './house-app.ts';

const ROLL_CALLS = 900;
const BODY = 'assembly';
const person = { id: '1', name: 'Amina', email: 'amina@example.org', administrator: false };
const signIn: SignIn = {
  ...fakeSignIn,
  session: async (headers) =>
    headers.get('authorization') === null
      ? null
      : { id: 't', by: 'token', person: { ...person, actors: [OPERATOR] }, formToken: 'none' },
};

let node: TestStore;
let made: HouseApp;
let listening: Listening;
let address: string;
let folder: string;
let command: string[];
let later = 0;

beforeAll(async () => {
  node = await openTestStore({ areas: house.areas });
  admitted(await node.store.submit([enteringState('KEN', 'Kenya'), enteringState('FJI', 'Fiji')]));
  const now = (): Date => new Date(Date.now() + later);
  const mail = await openMail(node);
  made = houseApp(node, mail, signIn, { now });
  const fetched = (request: Request, env: object) => made.app.fetch(request, env);
  listening = await listen(fetched, { host: '127.0.0.1', port: 0, mayMove: true });
  address = `http://127.0.0.1:${listening.port}`;
  folder = await mkdtemp(join(tmpdir(), 'roll-calls-'));
  const numbers = Array.from({ length: ROLL_CALLS }, (_, at) => at + 1);
  const files = {
    'roll-calls.csv': ['rcid,date,short', ...numbers.map((one) => `${one},1990-01-01,Vote ${one}`)],
    'votes.csv': [
      'rcid,c,v',
      ...numbers.flatMap((one) => [`${one},1,Y`, `${one},2,N`, `${one},3,A`]),
    ],
    'voters.csv': ['country', 'Kenya', 'Fiji', 'Atlantis'],
  };
  for (const [name, rows] of Object.entries(files)) {
    await writeFile(join(folder, name), rows.join('\n'));
  }
  const file = (name: string): string => join(folder, name);
  const tables = [
    file('roll-calls.csv'),
    '--votes',
    file('votes.csv'),
    '--voters',
    file('voters.csv'),
  ];
  command = ['import', 'roll-calls', ...tables, '--body', BODY, '--source', 'a test'];
});
afterAll(async () => {
  await listening.stop();
  made.close();
  await node.close();
  await rm(folder, { recursive: true, force: true });
});

/** The command line as a process of its own. */
function commandLine(): ChildProcess {
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const flags = ['--experimental-strip-types', '--no-warnings', main, ...command];
  const environment = { ...process.env, CONCORD_URL: address, CONCORD_TOKEN: 'a-token' };
  return spawn(process.execPath, flags, { env: environment, stdio: 'ignore' });
}

const progress = async () => made.app.request(`/api/meetings/votes/${BODY}/import`);
const page = async () => (await made.app.request(`/meetings/votes/${BODY}`)).text();

describe('an import of roll calls over HTTP', () => {
  it('has come nowhere before it began', async () => {
    expect((await progress()).status).toBe(404);
  });

  it('is done once, though the command that asked for it was killed and given again', async () => {
    const first = commandLine();
    while ((await progress()).status === 404) await delay(20);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = commandLine();
    await once(second, 'exit');
    expect(second.exitCode).toBe(0);
    const rows = await node.store.read({ actors: [] }, (query) =>
      query.selectFrom('meetings_roll_call').select(['number', 'yes', 'no']).execute(),
    );
    const numbers = new Set(rows.map((row) => Number(row['number'])));
    expect([rows.length, numbers.size]).toEqual([ROLL_CALLS, ROLL_CALLS]);
    expect(rows.every((row) => row['yes'] === 'KEN' && row['no'] === 'FJI')).toBe(true);
    expect(await (await progress()).json()).toEqual({
      done: ROLL_CALLS,
      total: ROLL_CALLS,
      state: 'done',
    });
  }, 120_000);

  it('tells of an unresolved voter once with its votes, until it hears who is meant', async () => {
    const report = async (more: string[], body: string): Promise<string> => {
      const said: string[] = [];
      const given = command.map((word) => (word === BODY ? body : word));
      const code = await run([...given, ...more, '--json'], {
        environment: { CONCORD_URL: address, CONCORD_TOKEN: 'a-token' },
        fetch,
        terminal: {
          isTerminal: false,
          write: (text) => said.push(text),
          complain: (line) => said.push(line),
          read: async () => '',
          readBytes: async (name) => readFile(name),
          save: async () => undefined,
        },
      });
      expect(code).toBe(0);
      return said.join('');
    };
    const open: unknown = JSON.parse(await report([], 'second-assembly'));
    expect(open).toMatchObject({ unresolved: [{ name: 'Atlantis', votes: ROLL_CALLS }] });
    admitted(await node.store.submit([enteringState('ATL', 'Land of Atlas')]));
    const meant: unknown = JSON.parse(
      await report(['--meaning', 'Atlantis=ATL'], 'third-assembly'),
    );
    expect(meant).toMatchObject({ unresolved: [] });
  }, 120_000);

  it('is told on the page while it goes on, and as stopped after a minute of silence', async () => {
    expect(await page()).not.toContain('<progress');
    await node.store.tell({ task: importTask(BODY), done: 300, total: ROLL_CALLS });
    expect(await (await progress()).json()).toMatchObject({ done: 300, state: 'running' });
    later = 1000 + STILL_MILLISECONDS_MAX;
    const stopped = await page();
    expect(stopped).toMatch(/<progress[^>]*max="900"[^>]*value="300"/);
    expect(stopped).toContain('progress-failed');
    expect(await (await progress()).json()).toMatchObject({ done: 300, state: 'failed' });
  });
});
