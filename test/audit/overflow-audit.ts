/** Every example of every page has room for its words, in all languages and two widths. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { locales } from '../../src/ui/text/locale.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { type SmallNode, startSmallNode } from '../browser/small-node.ts';
import { misfits } from './fits-of-page.ts';

const MILLISECONDS_MAX = 900_000;

let node: SmallNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([startSmallNode(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await node.stop();
});

it.each(locales)('all words have room in %s', { timeout: MILLISECONDS_MAX }, async (locale) => {
  const visits = node.examples
    .flat()
    .flatMap((address) => [360, 1280].map((width) => ({ address, locale, width })));
  expect(await misfits(browser, node.address, visits)).toEqual([]);
});
