/** What the keyboard does on a page, and what it never does. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, violations } from './chromium.ts';
import { type SmallNode, startSmallNode } from './small-node.ts';

let node: SmallNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([startSmallNode(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await node.stop();
});

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(node.address + path);
  return page;
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Go to a page or search' });

/** As a keyboard sends it that writes other letters at the same places. */
const pressAt = (page: Page, code: string, key: string) =>
  page.evaluate(
    `document.body.dispatchEvent(new KeyboardEvent('keydown',
      { key: '${key}', code: '${code}', bubbles: true, cancelable: true }))`,
  );

describe('single keys', { timeout: 60_000 }, () => {
  it('lead to the search, to sections, and to the list of them', async () => {
    const page = await open('/shortcuts');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('site-search');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: /Keyboard shortcuts/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.waitForURL('**/meetings');
    await page.context().close();
  });

  it('work at their places on a keyboard that writes Arabic', async () => {
    const page = await open('/shortcuts');
    await pressAt(page, 'KeyG', 'ل');
    await pressAt(page, 'KeyR', 'ق');
    await page.waitForURL('**/record');
    expect(await page.title()).toMatch(/^Record/);
    await page.context().close();
  });

  it('are not heard in a field, nor where they were turned off', async () => {
    const page = await open('/shortcuts');
    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('');
    await page.keyboard.type('g?m/');
    expect(await page.evaluate('document.activeElement.value')).toBe('g?m/');
    expect(new URL(page.url()).pathname).toBe('/shortcuts');
    await page.getByRole('button', { name: /Turn off/ }).click();
    await page.getByRole('button', { name: /Turn on/ }).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('site-search');
    await page.context().close();
  });
});

describe('the list of places', { timeout: 60_000 }, () => {
  it('opens by Ctrl and K, is narrowed by words, says how many, and leads there', async () => {
    const page = await open('/shortcuts');
    await page.keyboard.press('Control+k');
    await palette(page).waitFor();
    const field = palette(page).getByRole('combobox');
    await field.fill('meet');
    const option = palette(page).getByRole('option', { name: 'Meetings', exact: true });
    await option.waitFor();
    expect(await violations(page)).toEqual([]);
    await palette(page)
      .getByText(/^Suggestions: \d+$/)
      .waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/meetings');
    await page.context().close();
  });

  it('ends with a search for what was typed, and closes by Escape', async () => {
    const page = await open('/shortcuts');
    await page.keyboard.press('Control+k');
    await palette(page).getByRole('combobox').fill('nothing of the kind');
    await palette(page).getByRole('option', { name: 'nothing of the kind' }).waitFor();
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/shortcuts');
    await page.context().close();
  });
});
