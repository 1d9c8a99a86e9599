/** The practice as somebody new goes through it: on a phone, in English and in Arabic. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { readConfig } from '../../src/host/config.ts';
import { house } from '../../src/host/house.ts';
import { type Running, startNode } from '../../src/host/start-node.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { launchBrowser, violations } from './chromium.ts';

const { administration } = inject('testServer');
/** What a person would take for one run, and far more than a quiet machine does. */
const WALK_MILLISECONDS_MAX = 60_000;
const STEPS = 13;
/** Steps whose first act is done by its form; the rest is done by the button for the hurried. */
const BY_FORM = ['commission', 'vote', 'deposits', 'force'];

let database: TestDatabase;
let folder: string;
let node: Running;
let browser: Browser;

beforeAll(async () => {
  [database, browser] = await Promise.all([createTestDatabase(), launchBrowser()]);
  folder = await mkdtemp(join(tmpdir(), 'concord-practised-'));
  // As on a server of one's own, where the owner may make databases.
  const { host, port, user, password } = administration;
  const { database: name } = database.connection;
  const address = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
  const config = readConfig({
    DATABASE_URL: `${address}?host=${encodeURIComponent(host)}`,
    CONCORD_WORLD: 'none',
    CONCORD_LOG: 'silent',
    CONCORD_PORT: '0',
  });
  node = await startNode({ config, house, dataFolder: folder, report: () => undefined });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await node.stop();
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

async function throwAway(page: Page): Promise<void> {
  await page.goto(`${node.address}/practice`);
  await page.locator('form[action="/practice/throw-away"] button').click();
  await page.waitForURL(`${node.address}/practice?thrown`);
}

/** Databases of practices that are left on the server. */
async function left(): Promise<number> {
  const client = new pg.Client({ ...administration });
  await client.connect();
  const prefix = `${database.connection.database}_practice_`;
  const found = await client.query('select 1 from pg_database where starts_with(datname, $1)', [
    prefix,
  ]);
  await client.end();
  return found.rows.length;
}

async function beginPractice(page: Page): Promise<void> {
  await page.goto(`${node.address}/practice`);
  await page.locator('form[action="/practice/begin"] button').click();
  await page.waitForURL((url) => url.origin !== node.address);
}

const stepOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Fills nothing in, since all is: looks at the effect, and records it. */
async function doFirstByForm(page: Page): Promise<void> {
  await page.locator('.practice-first button').click();
  await page.locator('main form button[type="submit"]').last().click();
  await page.locator('button[value="confirm"]').click();
  await page.waitForURL(/\/acts\/[0-9a-f]{64}$/);
}

/** Goes one step, and tells its name. */
async function goStep(page: Page): Promise<string> {
  const step = stepOf(page);
  if (BY_FORM.includes(step)) {
    const here = page.url();
    await doFirstByForm(page);
    await page.goto(here);
  }
  const rest = page.locator(`form[action="/practice/do"]:has([name="step"]) button`);
  if ((await rest.count()) > 0) await rest.click();
  await page.locator('#changed').waitFor();
  return step;
}

it.each(['en', 'ar'])(
  'goes the whole path on a phone in %s, in less than a minute, and leaves nothing',
  async (locale) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale,
      javaScriptEnabled: locale !== 'en',
    });
    const page = await context.newPage();
    const began = performance.now();
    await beginPractice(page);
    await page.goto(new URL('/practice/next', page.url()).href);
    for (let gone = 1; gone < STEPS; gone += 1) {
      await goStep(page);
      await page.locator('.practice-next a[rel="next"]').click();
    }
    expect(stepOf(page)).toBe('verify');
    const file = page.waitForEvent('download');
    await page.locator('a[href$="/file"]').click();
    expect((await file).suggestedFilename()).toMatch(/^practice-/);
    expect(performance.now() - began).toBeLessThan(WALK_MILLISECONDS_MAX);
    await page.goto(new URL('/practice', page.url()).href);
    expect(await page.locator('.practice-steps .chip').count()).toBe(STEPS);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBe(360);
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    await page.locator('.practice-band a').last().click();
    expect(page.url()).toBe(`${node.address}/practice`);
    await throwAway(page);
    await context.close();
    expect(await left()).toBe(0);
    expect(existsSync(join(folder, 'practices'))).toBe(false);
  },
  WALK_MILLISECONDS_MAX * 3,
);

it('keeps two people apart who practise at once', async () => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  await Promise.all(pages.map(beginPractice));
  const [one, other] = pages;
  if (one === undefined || other === undefined) throw new Error('no pages');
  await one.goto(new URL('/practice/next', one.url()).href);
  await goStep(one);
  await other.goto(new URL('/practice', other.url()).href);
  expect(await other.locator('.practice-steps .chip').count()).toBe(0);
  expect(await left()).toBe(2);
  await Promise.all(pages.map(throwAway));
  await Promise.all(contexts.map((context) => context.close()));
  expect(await left()).toBe(0);
}, 120_000);

it('has pages in which axe finds nothing, light and dark', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${node.address}/practice`);
  const found = [await violations(page)];
  await beginPractice(page);
  const paths = ['/practice', '/practice/steps/vote', '/practice/acts', '/practice/acts/body'];
  for (const [at, path] of paths.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 === 0 ? 'dark' : 'light' });
    await page.goto(new URL(path, page.url()).href);
    found.push(await violations(page));
  }
  await throwAway(page);
  await context.close();
  expect(found.flat()).toEqual([]);
}, 240_000);
