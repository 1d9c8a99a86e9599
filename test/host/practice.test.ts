/** Practices beside a node: made whole, kept apart, bounded, and thrown away without a trace. */
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '../../src/host/config.ts';
import { house } from '../../src/host/house.ts';
import { createLog } from '../../src/host/log.ts';
import { dropDatabase, makeDatabase } from '../../src/host/practice/database.ts';
import type { Kept } from '../../src/host/practice/kept.ts';
import { PracticeServer } from '../../src/host/practice/practice-server.ts';
import { Practices } from '../../src/host/practice/practices.ts';
import { PRACTICES_MAX, UNUSED_MILLISECONDS } from '../../src/host/practice/rules.ts';
import { practiceScript } from '../../src/host/practice/script.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';

const HOME = 'http://home.example';
const { administration } = inject('testServer');
let database: TestDatabase;
let folder: string;
let practices: Practices;
let address: string;
let server: PracticeServer;
let now = new Date();

function settings() {
  const config = readConfig({ CONCORD_LOG: 'silent' });
  const assets = { styleSheet: { href: '/a', contentType: 'text/css', body: '' }, others: [] };
  const log = createLog('silent');
  const beside = { config, house, assets, log, home: () => HOME, address: () => address };
  return {
    server: { owner: database.connection, administration },
    dataFolder: folder,
    beside,
    now: () => now,
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'concord-practices-'));
  practices = new Practices(settings());
  const config = { ...readConfig({ CONCORD_LOG: 'silent' }), practicePort: 0 };
  server = new PracticeServer({ config, port: () => 0, home: () => HOME });
  server.serve(practices);
  const listening = await server.listening();
  if (isRefusal(listening)) throw new Error(listening.reason);
  address = listening;
});
afterAll(async () => {
  await server.stop();
  await practices.close();
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

async function begun(owner: string): Promise<Kept> {
  const kept = await practices.begin(owner);
  if (isRefusal(kept)) throw new Error(kept.reason);
  return kept;
}

/** Databases and roles of practices that the server has. */
async function left(): Promise<readonly string[]> {
  const client = new pg.Client({ ...administration });
  await client.connect();
  const prefix = `${database.connection.database}_practice_`;
  const found = await client.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1)
     union all select rolname from pg_roles where starts_with(rolname, $1)`,
    [prefix],
  );
  await client.end();
  return found.rows.map(({ name }) => name);
}

async function enter({ id, key }: Kept): Promise<string> {
  const query = new URLSearchParams({ id, key }).toString();
  const entered = await fetch(`${address}/practice/enter?${query}`, { redirect: 'manual' });
  return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
}

interface Sent {
  readonly method: string;
  readonly body: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
}

const open = (path: string, cookie: string, { headers = {}, ...sent }: Partial<Sent> = {}) =>
  fetch(`${address}${path}`, { ...sent, redirect: 'manual', headers: { cookie, ...headers } });

async function tokenFor(cookie: string): Promise<string> {
  const page = await (await open('/practice', cookie)).text();
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Sends what a button of the page sends. */
async function send(path: string, cookie: string, fields: Readonly<Record<string, string>>) {
  const token = fields['token'] ?? (await tokenFor(cookie));
  return open(path, cookie, {
    method: 'POST',
    body: new URLSearchParams({ token, ...fields }),
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
  });
}

describe('a practice', () => {
  it('is made once for each owner, though they ask twice at once', async () => {
    const [one, again, other] = await Promise.all([begun('a'), begun('a'), begun('b')]);
    expect(again.id).toBe(one.id);
    expect(other.id).not.toBe(one.id);
    await practices.throwAway(other);
  });

  it('is entered with its key alone, and marked wherever it is read', async () => {
    const kept = await begun('a');
    expect(await enter({ ...kept, key: 'guessed' })).toBe('');
    const cookie = await enter(kept);
    const page = await open('/practice', cookie);
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('class="practice-band"');
    const forged = cookie.replace(/=([0-9a-f]{8})\.ilvara-commission\./, '=$1.XAV.');
    const turned = await open('/practice', forged);
    expect(turned.headers.get('location')).toBe(`${HOME}/practice`);
    expect((await open('/practice', '')).headers.get('location')).toBe(`${HOME}/practice`);
  });

  it('gives a role by one click, and opens the form in that role alone', async () => {
    const kept = await begun('a');
    const cookie = await enter(kept);
    const taken = await send('/practice/role', cookie, { actor: 'XAV', to: '//elsewhere.example' });
    expect(taken.headers.get('location')).toBe('/practice');
    const delegate = taken.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(delegate).toContain('.XAV.');
    const foreign = await open('/practice/acts/body', delegate);
    expect(foreign.headers.get('location')).toBe('/practice/steps/commission');
    const form = await open('/practice/acts/body', cookie);
    expect(await form.text()).toContain('bodies/ilvara-commission');
  });

  it('does what comes before an act, and refuses by the law of the act itself', async () => {
    const kept = await begun('a');
    const cookie = await enter(kept);
    const early = await open('/practice/steps/deposits', cookie);
    expect(await early.text()).toContain('not done yet');
    const done = await send('/practice/do', cookie, { step: 'signatures', to: '/practice' });
    expect(done.status).toBe(303);
    const steps = await (await open('/practice/steps/signatures', cookie)).text();
    expect(steps).toContain('Four signatories, no party.');
  });

  it('says in its record files that it is none of a real network', async () => {
    const kept = await begun('a');
    const cookie = await enter(kept);
    const file = await open('/record/export?register=actors/registry', cookie);
    expect(file.headers.get('content-disposition')).toContain('practice-');
    expect(await file.text()).toContain(`practice-${kept.id}`);
  });

  it('is opened again after a stop, and is another on another start', async () => {
    const kept = await begun('a');
    await practices.close();
    expect((await practices.ofOwner('a'))?.id).toBe(kept.id);
    expect((await open('/practice', await enter(kept))).status).toBe(200);
  });

  it('is thrown away whole, also where another process has it open', async () => {
    const kept = await begun('a');
    const cookie = await enter(kept);
    const other = new Practices(settings());
    await other.throwAway(kept);
    expect((await open('/practice', cookie)).headers.get('location')).toBe(`${HOME}/practice`);
    await other.close();
    expect(await left()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('every kind of act', () => {
  it('is done once, in the names of those who do it', async () => {
    const kept = await begun('a');
    const cookie = await enter(kept);
    const { further, path } = practiceScript();
    const firsts = [...path, ...further].toReversed().map(({ key, type }) => [type, key] as const);
    const kinds = [...new Map(firsts).values()].toReversed();
    const token = await tokenFor(cookie);
    for (const act of kinds) {
      const done = await send('/practice/do', cookie, { token, act, to: '/practice/acts' });
      expect([act, done.status]).toEqual([act, 303]);
    }
    const page = await (await open('/practice/acts', cookie)).text();
    expect(page).toContain(`${kinds.length} of ${kinds.length}`);
    await practices.throwAway(kept);
  }, 120_000);
});

describe('what was cut short', () => {
  it('is taken away: a start that broke off, before and after its database was made', async () => {
    const making = join(folder, 'practices', '0000aaaa');
    mkdirSync(making, { recursive: true });
    const cut = { id: '0000aaaa', owner: 'c', key: 'k', madeAt: '', state: 'making' };
    writeFileSync(join(making, 'practice.json'), JSON.stringify({ ...cut, process: process.pid }));
    await makeDatabase(settings().server, '0000aaaa');
    const stray = join(folder, 'practices', '0000bbbb');
    mkdirSync(stray);
    utimesSync(stray, 0, 0);
    expect(await left()).toHaveLength(1);
    await practices.look();
    expect(await left()).toEqual([]);
    expect(existsSync(making) || existsSync(stray)).toBe(false);
  });

  it('leaves nothing where the making of it fails', async () => {
    const broken = new Practices({
      ...settings(),
      server: { owner: { ...database.connection, password: 'wrong' }, administration },
    });
    await expect(broken.begin('d')).rejects.toThrow(/password/);
    await broken.close();
    expect(await left()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the bounds', () => {
  it('say so where the server lets nobody make a database', async () => {
    const { server: of, ...rest } = settings();
    const poor = new Practices({ ...rest, server: { ...of, administration: of.owner } });
    const refused = await poor.begin('e');
    await poor.close();
    expect(refused).toMatchObject({ refused: true, values: { why: 'no-database' } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('keep so many at once, and take away what was not used for a week', async () => {
    for (let at = 0; at < PRACTICES_MAX; at += 1) {
      const id = `0000000${at}`;
      mkdirSync(join(folder, 'practices', id), { recursive: true });
      const kept = { id, owner: id, key: 'k', madeAt: '', state: 'ready', process: 1 };
      writeFileSync(join(folder, 'practices', id, 'practice.json'), JSON.stringify(kept));
    }
    expect(await practices.begin('f')).toMatchObject({ values: { why: 'full' } });
    now = new Date(Date.now() + UNUSED_MILLISECONDS + 60_000);
    await practices.look();
    expect(await practices.count()).toBe(0);
    await dropDatabase(settings().server, '00000000');
    now = new Date();
  });
});
