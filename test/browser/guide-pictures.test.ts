/**
 * The pictures of the guide and the README show what the pages show. `npm run pictures` makes them
 * anew; a test run goes the same steps, and names each that has gone stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TASKS } from '../../src/host/guide/tasks.ts';
import { GUIDE_PICTURES, type Picture, README_PICTURES } from '../guide/pictures.ts';
import { viewOf, walk } from '../guide/shown.ts';
import { smallerPng } from '../guide/smaller-png.ts';
import { launchBrowser } from './chromium.ts';
import { type SmallNode, startSmallNode } from './small-node.ts';

const FOLDER = new URL('../../docs/pictures/', import.meta.url);
const SHOWN = new URL('shown.json', FOLDER);
const isRenewing = process.env['CONCORD_PICTURES'] === 'renew';
const ALL = [...GUIDE_PICTURES, ...README_PICTURES];
const WALK_MILLISECONDS_MAX = 60_000;
const GUIDE_BYTES_MAX = 60 * 1024;
const README_BYTES_MAX = 150 * 1024;
const ALL_BYTES_MAX = 3 * 1024 * 1024;
const HEADER_BYTES = 24;
/** What only a node has that loaded the whole world. */
const OF_THE_WORLD = new Set(['/meetings/votes/un-general-assembly']);

type Shown = Readonly<Record<string, readonly string[]>>;

const fileOf = ({ file }: Picture): string => fileURLToPath(new URL(file, FOLDER));

/** What each showed when it was made. */
const kept = (): Shown =>
  // The shape is what this file writes.
  existsSync(SHOWN) ? (JSON.parse(readFileSync(SHOWN, 'utf8')) as Shown) : {};

let node: SmallNode;
let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>;

async function signIn(): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(node.firstLink);
  await page.locator('input[name="name"]').fill('Amina');
  await page.locator('input[name="email"]').fill('amina@example.org');
  await page.locator('input[name="password"]').fill('four calm green boats');
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/first'));
  return context;
}

beforeAll(async () => {
  [node, browser] = await Promise.all([startSmallNode(), launchBrowser()]);
  const context = await signIn();
  cookies = await context.cookies();
  await context.close();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await node.stop();
});

/** One picture: what it shows, and with `take` the picture itself. */
async function look(picture: Picture): Promise<readonly string[]> {
  const context = await browser.newContext(viewOf(picture));
  if (picture.signedIn) await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(WALK_MILLISECONDS_MAX / 12);
  const lines = await walk(page, node.address, picture);
  if (isRenewing) {
    mkdirSync(dirname(fileOf(picture)), { recursive: true });
    writeFileSync(fileOf(picture), smallerPng(await page.screenshot()));
  }
  await context.close();
  return lines;
}

describe('the guide', () => {
  it('leads only to pages that answer', async () => {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const shown = await Promise.all(
      TASKS.map(async (id) => (await fetch(`${node.address}/guide/${id}`)).text()),
    );
    const links = shown.flatMap((html) => {
      const [, main = ''] = html.split('<main');
      return [...main.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href);
    });
    const dead: string[] = [];
    for (const href of new Set(links)) {
      if (OF_THE_WORLD.has(href)) continue;
      const at = node.address + href.replaceAll('&amp;', '&');
      const { status } = await fetch(at, { headers: { cookie, accept: 'text/html' } });
      if (status !== 200) dead.push(`${href}: ${status}`);
    }
    expect(links.length).toBeGreaterThan(TASKS.length);
    expect(dead).toEqual([]);
  });
});

describe('the pictures', () => {
  it('show what the pages show today', { timeout: 2 * WALK_MILLISECONDS_MAX }, async () => {
    const before = kept();
    const now = new Map<string, readonly string[]>();
    for (const picture of ALL) {
      // One that cannot be taken any more is told with those that show something else.
      now.set(picture.file, await look(picture).catch((error: unknown) => [String(error)]));
    }
    if (isRenewing) writeFileSync(SHOWN, `${JSON.stringify(Object.fromEntries(now), null, 2)}\n`);
    const wanted = isRenewing ? Object.fromEntries(now) : before;
    const stale = ALL.filter(({ file }) => {
      return JSON.stringify(wanted[file]) !== JSON.stringify(now.get(file));
    });
    const remedy = 'shows another page now: npm run pictures makes it anew';
    const told = stale.map(({ file }) => ({
      said: `docs/pictures/${file} ${remedy}`,
      was: wanted[file],
      is: now.get(file),
    }));
    expect(told).toEqual([]);
  });

  it('are there, are PNG, and are small', () => {
    const sizes = ALL.map((picture) => [picture, readFileSync(fileOf(picture))] as const);
    const large = sizes.filter(([{ isWhole }, { length }]) => {
      return length > (isWhole ? README_BYTES_MAX : GUIDE_BYTES_MAX);
    });
    expect(large.map(([{ file }, { length }]) => `${file}: ${length}`)).toEqual([]);
    const sum = sizes.reduce((bytes, [, { length }]) => bytes + length, 0);
    expect(sum).toBeLessThan(ALL_BYTES_MAX);
    expect(sizes.every(([, png]) => png.length > HEADER_BYTES)).toBe(true);
  });

  it('each show something where they are marked', () => {
    expect(ALL.filter(({ file }) => (kept()[file]?.length ?? 0) === 0)).toEqual([]);
  });
});
