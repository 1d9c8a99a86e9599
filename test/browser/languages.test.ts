/** Every page speaks the reader's language: what does not is marked as another's. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { locales } from '../../src/ui/text/locale.ts';
import { faultsIn, misfits } from '../audit/fits-of-page.ts';
import { latinWords, recordedWords } from '../audit/words-of-page.ts';
import { launchBrowser } from './chromium.ts';
import { type SmallNode, startSmallNode } from './small-node.ts';

const MILLISECONDS_MAX = 60_000;

/** Names of formats and projections, the field's short names of instruments and its Latin. */
const NAMES = [
  'Akoma Ntoso',
  'Common Alerting Protocol',
  'Equal Earth',
  'ICJ Statute Arts.',
  'UN Charter Art.',
  'ad referendum',
];

/** Pages of components show their examples as they are written. */
const isOfExamples = (address: string): boolean => address.startsWith('/gallery/');

let node: SmallNode;
let said: readonly unknown[];
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([startSmallNode(), launchBrowser()]);
  said = await node.said();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await node.stop();
});

it.each(['ar', 'zh', 'ru'])(
  'no page has words of another language in %s',
  { timeout: MILLISECONDS_MAX },
  async (locale) => {
    const found: string[] = [];
    const recorded = [...NAMES, ...recordedWords(said, locale)].join('\n');
    const pages = node.examples.flatMap((all) => all.slice(0, 1));
    for (const address of pages.filter((one) => !isOfExamples(one))) {
      const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${locale}`;
      const html = await (await fetch(node.address + asked)).text();
      for (const words of latinWords(html, locale, recorded)) found.push(`${address}: ${words}`);
    }
    expect(found).toEqual([]);
  },
);

it('words without room are found', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 600 } });
  await page.setContent(`<!doctype html><body style="margin: 0">
    <p style="width: 60px; overflow: hidden; white-space: nowrap">Much too long for its box</p>
    <p style="width: 900px" class="wide">Wider than the page</p>
    <svg viewBox="0 0 50 20" width="50" height="20"><text x="30" y="10">Too far</text></svg>`);
  expect(await faultsIn(page)).toEqual([
    'the page scrolls aside: p.wide “Wider than the page”',
    'cut off: p “Much too long for its box”',
    'out of its picture: text “Too far”',
  ]);
  await page.close();
});

/** Each page once on a phone and once on a desk, in languages that change from page to page. */
it('all words have room', { timeout: MILLISECONDS_MAX }, async () => {
  const visits = node.examples
    .flatMap((all) => all.slice(0, 1))
    .flatMap((address, at) =>
      [360, 1280].map((width, on) => {
        const locale = locales[(at + 3 * on) % locales.length] ?? 'en';
        return { address, locale, width };
      }),
    );
  expect(await misfits(browser, node.address, visits)).toEqual([]);
});
