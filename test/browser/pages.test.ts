/** Every page of a running node, as a browser shows it. */
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { house } from '../../src/host/house.ts';
import { THING_PARTS } from '../../src/ui/thing/thing.tsx';
import {
  HOST_ADDRESSES,
  SIGNED_IN_ADDRESSES,
  TEXT_ADDRESSES,
  WRONG_ADDRESSES,
  inLanguage,
} from '../audit/house-addresses.ts';
import { cutOff } from '../audit/cut-off.ts';
import { launchBrowser, violations } from './chromium.ts';
import { type SmallNode, startSmallNode } from './small-node.ts';

const PAGE_BYTES_MAX = 60 * 1024;
const SCRIPT_BYTES_MAX = 15 * 1024;
/** A quarter of it where nothing else runs; a busy machine is no reason to fail. */
const AXE_MILLISECONDS_MAX = 300_000;
const PHONE_WIDTH = 360;
/** Pixels between the margins of a sheet of A4, at 96 to the inch. */
const SHEET_WIDTH = Math.floor((178 / 25.4) * 96);

/**
 * Each page is looked at in one of these, and each is the turn of a fifth of the pages: all pages
 * in all of them are for `npm run audit`.
 */
const TURNS = [
  { locale: 'ar', colorScheme: 'dark' },
  { locale: 'es', colorScheme: 'light' },
  { locale: 'ru', colorScheme: 'dark' },
  { locale: 'fr', colorScheme: 'dark' },
  { locale: 'zh', colorScheme: 'dark' },
] as const;

let node: SmallNode;
let browser: Browser;
let addresses: readonly string[];
/** One address of each page. */
let firstOfEach: readonly string[];

/** The first act of the record, as its page leads to it. */
async function anAct(): Promise<string> {
  const html = await (await fetch(`${node.address}/record`)).text();
  return /href="(\/acts\/[0-9a-f]{64})"/.exec(html)?.[1] ?? '/record-has-no-act';
}

beforeAll(async () => {
  [node, browser] = await Promise.all([startSmallNode(), launchBrowser()]);
  const ofHost = [...HOST_ADDRESSES, ...WRONG_ADDRESSES, await anAct()];
  addresses = [...node.examples.flat(), ...TEXT_ADDRESSES, ...ofHost];
  const firsts = node.examples.flatMap((all) => all.slice(0, 1));
  firstOfEach = [...firsts, ...TEXT_ADDRESSES, ...ofHost];
}, 120_000);

afterAll(async () => {
  await browser.close();
  await node.stop();
});

/** Two cores are what a small machine has. */
const TABS = 2;

/** Opens all pages, a few at a time, and tells what was not as it ought to be. */
async function eachPage(
  options: BrowserContextOptions,
  look: (page: Page, address: string) => Promise<readonly string[]>,
  wanted: readonly string[] = addresses,
): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const found: string[] = [];
  const waiting = [...wanted];
  const readOn = async (): Promise<void> => {
    const page = await context.newPage();
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      await page.goto(node.address + address);
      for (const one of await look(page, address)) found.push(`${address}: ${one}`);
    }
  };
  await Promise.all(Array.from({ length: TABS }, readOn));
  await context.close();
  return found;
}

/** As a browser asks, where programs are answered otherwise. */
const read = (address: string): Promise<Response> =>
  fetch(node.address + address, { headers: { accept: 'text/html' } });

/** Bytes that a first visit takes, compressed, and those of scripts among them. */
async function weight(address: string): Promise<{ all: number; script: number }> {
  const html = await (await read(address)).text();
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)];
  const sizeOf = async (path: string | undefined): Promise<number> =>
    gzipSync(await (await fetch(node.address + (path ?? ''))).text()).length;
  const sizes = await Promise.all(sheets.map((match) => sizeOf(match[1])));
  const scriptSizes = await Promise.all(scripts.map((match) => sizeOf(match[1])));
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
  return { all: gzipSync(html).length + sum(sizes) + sum(scriptSizes), script: sum(scriptSizes) };
}

describe('every page', { timeout: AXE_MILLISECONDS_MAX }, () => {
  it('has examples for the tests to open', () => {
    expect(house.pages.filter((page) => page.examples.length === 0)).toEqual([]);
    expect(addresses.length).toBeGreaterThan(house.pages.length);
  });

  it('of a thing tells its parts in one order', async () => {
    const told = new Map<string, string[]>();
    for (const address of addresses) {
      const html = await (await fetch(node.address + address)).text();
      const parts = [...html.matchAll(/ data-part="(\w+)"/g)].map(([, part = '']) => part);
      if (parts.length > 0) told.set(address, parts);
    }
    const order: readonly string[] = THING_PARTS;
    const wrong = [...told].filter(([, parts]) => {
      return order.filter((part) => parts.includes(part)).join() !== parts.join();
    });
    expect(wrong).toEqual([]);
    expect(told.size).toBeGreaterThanOrEqual(10);
  });

  it('answers: what is there with 200, what is not with a page that says so', async () => {
    const wrong: string[] = [];
    for (const address of addresses) {
      const { status } = await read(address);
      const wanted = WRONG_ADDRESSES.includes(address) ? status >= 400 : status === 200;
      if (!wanted) wrong.push(`${address}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives axe nothing to find, in English and light', {
    timeout: AXE_MILLISECONDS_MAX,
  }, async () => {
    expect(await eachPage({ colorScheme: 'light' }, violations)).toEqual([]);
  });

  it.each(TURNS)(
    'gives axe nothing to find in its turn, $locale and $colorScheme',
    {
      timeout: AXE_MILLISECONDS_MAX,
    },
    async (turn) => {
      const look = async (page: Page): Promise<string[]> => {
        const direction = await page.locator('html').getAttribute('dir');
        expect(direction).toBe(turn.locale === 'ar' ? 'rtl' : 'ltr');
        return violations(page);
      };
      const own = firstOfEach.filter((_, at) => TURNS[at % TURNS.length] === turn);
      expect(await eachPage(turn, look, own)).toEqual([]);
    },
  );

  it.each(TURNS)('prints in its turn, $locale, with nothing cut off', async (turn) => {
    const sheet = { locale: turn.locale, viewport: { width: SHEET_WIDTH, height: 1000 } };
    const look = async (page: Page): Promise<string[]> => {
      await page.emulateMedia({ media: 'print' });
      return cutOff(page, 'paper');
    };
    const own = firstOfEach.filter((_, at) => TURNS[at % TURNS.length] === turn);
    expect(await eachPage(sheet, look, own)).toEqual([]);
  });

  it('is read on a phone without scrolling sideways, without script', async () => {
    const phone = { viewport: { width: PHONE_WIDTH, height: 800 }, javaScriptEnabled: false };
    const look = async (page: Page): Promise<string[]> => {
      const main = await page.locator('main').boundingBox();
      const heading = await page.locator('h1').first().isVisible();
      const width = (main?.x ?? 0) + (main?.width ?? 0);
      return width <= PHONE_WIDTH && heading ? [] : [`${width} pixels wide`];
    };
    expect(await eachPage(phone, look)).toEqual([]);
  });

  it('speaks all its words: no key of a text is left on it', async () => {
    const keys = /\b(?:ui|host|agreements|actors)\.[a-z]+(?:[.-][a-z]+)+\b/g;
    const look = async (page: Page, address: string): Promise<string[]> => {
      // What machines call things stands on pages as well: questions, kinds of act, rules.
      if (/^\/(?:api|acts\/|guide\/)/.test(address)) return [];
      const words = await page.locator('body').innerText();
      return words.match(keys)?.filter((key) => !key.includes('/')) ?? [];
    };
    expect(await eachPage({ locale: 'fr' }, look)).toEqual([]);
  });

  it('weighs no more than it may, style and map included', async () => {
    const heavy: string[] = [];
    for (const address of addresses) {
      for (const language of ['en', 'ru']) {
        const { all, script } = await weight(inLanguage(address, language));
        const fits = all <= PAGE_BYTES_MAX && script <= SCRIPT_BYTES_MAX;
        if (!fits) heavy.push(`${address} in ${language}: ${all} bytes, ${script} of script`);
      }
    }
    expect(heavy).toEqual([]);
  });

  it('links only to what is there', { timeout: AXE_MILLISECONDS_MAX }, async () => {
    const links = new Set<string>();
    for (const address of [
      '/',
      '/agreements/paris-agreement',
      '/search',
      '/agreements/paris-agreement/USA',
    ]) {
      const html = await (await fetch(node.address + address)).text();
      for (const [, href] of html.matchAll(/href="(\/[^"#]*)"/g)) {
        links.add((href ?? '').replaceAll('&amp;', '&'));
      }
    }
    // Two hundred States are linked alike: one of them speaks for the others.
    const alike = new Map(
      [...links].map((link) => [link.replace(/\b[A-Z]{3}\b|[0-9a-f]{64}/, '*'), link]),
    );
    const dead: string[] = [];
    for (const link of alike.values()) {
      const { status } = await read(link);
      if (status !== 200) dead.push(`${link}: ${status}`);
    }
    expect(alike.size).toBeGreaterThan(20);
    expect(dead).toEqual([]);
  });
});

describe('the numbers of the front page', () => {
  const ask = async (question: string): Promise<Record<string, unknown>> =>
    // An answer is an object, whatever it holds.
    (await (await fetch(`${node.address}/api/${question}`)).json()) as Record<string, unknown>;
  const rowsOf = (answer: Record<string, unknown>): readonly Record<string, unknown>[] =>
    Array.isArray(answer['rows']) ? answer['rows'] : [];

  it('are those of the lists that they lead to', async () => {
    const figures = await ask('agreements/figures');
    const inForce = rowsOf(await ask('agreements/list?state=in-force'));
    const all = rowsOf(await ask('agreements/list'));
    expect(figures['inForce']).toBe(inForce.length);
    expect(figures['notInForce']).toBe(all.length - inForce.length);
    expect(inForce.length).toBeGreaterThan(0);
  });

  it('count for a State what binds it', async () => {
    const counted = rowsOf(await ask('agreements/by-actor'));
    const bound = rowsOf(await ask('agreements/of-actor?actor=KEN'));
    const parties = bound.filter((row) => row['standing'] === 'party').length;
    expect(counted.find((row) => row['actor'] === 'KEN')?.['agreements']).toBe(parties);
    expect(parties).toBeGreaterThan(0);
  });

  it('say of what is not in force how much is there and how much is needed', async () => {
    const short = rowsOf(await ask('agreements/short-of'));
    const ban = short.find((row) => row['agreement'] === 'comprehensive-test-ban-treaty');
    expect(ban?.['thresholds']).toMatchObject([{ need: '44', enough: false, kind: 'named' }]);
  });
});

describe('a paper', () => {
  /** Its own margins are wider than those of other pages. */
  const PAPER_WIDTH = Math.floor((170 / 25.4) * 96);
  const A4 = /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/;
  const PAPERS = [
    '/notifications/C.N.12.2026.TREATIES-IV.4',
    '/agreements/paris-agreement/certifying-statement?asOf=2016-11-10',
  ];

  it.each(['en', 'ar', 'ru'])(
    'is printed by itself on A4, and nothing is cut off: %s',
    async (lang) => {
      const context = await browser.newContext({ viewport: { width: PAPER_WIDTH, height: 1000 } });
      const page = await context.newPage();
      for (const address of PAPERS) {
        await page.goto(node.address + inLanguage(address, lang));
        await page.emulateMedia({ media: 'print' });
        for (const table of await page.locator('.paper, .paper table').all()) {
          const { x = -1, width = 0 } = (await table.boundingBox()) ?? {};
          expect([address, x >= 0, x + width <= PAPER_WIDTH]).toEqual([address, true, true]);
        }
        for (const around of ['.site-header', '.site-footer', '.as-of-bar', '.beside-paper']) {
          expect(await page.locator(around).first().isVisible()).toBe(false);
        }
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf).toMatch(A4);
      }
      await context.close();
    },
  );
});

describe('without script', () => {
  it('a search by its form leads to the page of what was searched for', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(node.address);
    await page.locator('#site-search').fill('ctbt');
    await page.keyboard.press('Enter');
    await page.locator('main a[href$="/comprehensive-test-ban-treaty"]').first().click();
    expect(await page.locator('h1').innerText()).toBe('Comprehensive Nuclear-Test-Ban Treaty');
    await context.close();
  });

  it('two names lead to what binds them to each other', async () => {
    const html = await (await fetch(`${node.address}/search?q=Kenya+Norway`)).text();
    expect(html).toContain('href="/between?one=KEN&amp;other=NOR"');
  });
});

describe('signed in', () => {
  it('gives axe nothing to find either', { timeout: AXE_MILLISECONDS_MAX }, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(node.firstLink);
    const found: string[] = await violations(page);
    await page.locator('input[name="name"]').fill('Amina');
    await page.locator('input[name="email"]').fill('amina@example.org');
    await page.locator('input[name="password"]').fill('four calm green boats');
    await page.locator('main button[type="submit"]').click();
    for (const address of SIGNED_IN_ADDRESSES) {
      const response = await page.goto(node.address + address);
      expect(response?.status()).toBe(200);
      found.push(...(await violations(page)).map((one) => `${address}: ${one}`));
    }
    expect(found).toEqual([]);
    await context.close();
  });

  it('lets an administrator make an office and invite whoever signs for it', {
    timeout: AXE_MILLISECONDS_MAX,
  }, async () => {
    const office = 'ken-ministry-foreign-affairs';
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const submit = (form: string) => page.locator(`form[action="${form}"] button`).click();
    const fill = async (typed: Record<string, string>) => {
      for (const [name, value] of Object.entries(typed)) {
        await page.locator(`main [name="${name}"]`).fill(value);
      }
    };
    await page.goto(`${node.address}/sign-in?to=/admin/offices`);
    await fill({ email: 'amina@example.org', password: 'four calm green boats' });
    await submit('/sign-in');
    const asked = { actor: 'KEN', office, 'mandate.covers': 'agreements.*' };
    await fill({ ...asked, source: 'Note verbale KEN/12 of 3 November 2026' });
    await submit('/admin/offices');
    expect(await page.locator('[id="office-title-error"]').isVisible()).toBe(true);
    expect(await page.locator('#office-office').inputValue()).toBe(office);
    await fill({ title: 'Ministry of Foreign Affairs of Kenya' });
    await submit('/admin/offices');
    expect(await page.locator('#mandates').innerText()).toContain('agreements.*');
    await page.locator(`#keys a[href^="/admin/people?actors=${office}"]`).click();
    await fill({ name: 'Kamau', email: 'kamau@example.org' });
    await submit('/admin/people');
    const link = await page.locator('main .notice pre').innerText();
    const end = `/admin/offices/end/${/[0-9a-f]{64}/.exec(await mandateLink(page))?.[0]}`;
    await page.goto(node.address + end);
    expect(await page.locator('h1').innerText()).toBe('Revoke a mandate');
    await page.goto(link);
    await fill({ password: 'five calm green boats' });
    await submit(new URL(link).pathname);
    await page.goto(`${node.address}/acts/new?type=agreements.sign`);
    const choices = await page.locator('select[name="actor"] option').allInnerTexts();
    expect(choices).toEqual(['KEN', office]);
    await context.close();
  });

  it('gives axe nothing to find on those pages in Arabic, and a phone no wider page', {
    timeout: AXE_MILLISECONDS_MAX,
  }, async () => {
    const phone = { width: PHONE_WIDTH, height: 800 };
    const context = await browser.newContext({ locale: 'ar', viewport: phone });
    const page = await context.newPage();
    await page.goto(`${node.address}/sign-in`);
    await page.locator('input[name="email"]').fill('amina@example.org');
    await page.locator('input[name="password"]').fill('four calm green boats');
    await page.locator('main button[type="submit"]').click();
    await page.goto(`${node.address}/admin/people`);
    const person = await page.locator('#people a').first().getAttribute('href');
    const end = await mandateLink(page);
    const found: string[] = [];
    for (const address of ['/admin/offices', '/admin/people', person ?? '', end]) {
      await page.goto(node.address + address);
      found.push(...(await violations(page)).map((one) => `${address}: ${one}`));
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([address, width]).toEqual([address, PHONE_WIDTH]);
    }
    expect(found).toEqual([]);
    await context.close();
  });

  /** Where the first mandate of the list is revoked. */
  async function mandateLink(page: Page): Promise<string> {
    await page.goto(`${node.address}/admin/offices`);
    const link = page.locator('#mandates a[href^="/admin/offices/end/"]').first();
    return (await link.getAttribute('href')) ?? '';
  }
});
