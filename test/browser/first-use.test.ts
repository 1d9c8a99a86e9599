/**
 * The questions that whoever comes anew asks, answered from the front page by typing alone: on a
 * phone, in English and in Arabic, with no mouse, and without script.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { type SmallNode, startSmallNode } from './small-node.ts';

const STEP_MILLISECONDS_MAX = 60_000;
const PHONE = { width: 360, height: 740 };
/** A header with its tools takes fewer stops than these before the field of the page. */
const STOPS_MAX = 25;
/** An answer begins above this, so that its first sentence is read without scrolling. */
const ANSWER_TOP_MAX = 490;

const QUESTIONS = [
  ['en', 'Is the CTBT in force, and why not?', /not in force[\s\S]*35 of the 44/],
  ['en', 'What binds Kenya and Norway to each other?', /agreements? binds? Kenya and Norway/],
  ['ar', 'هل معاهدة الحظر الشامل للتجارب النووية نافذة؟', /35[\s\S]*44/],
  ['ar', 'ما الذي يربط كينيا والنرويج؟', /كينيا[\s\S]*النرويج/],
] as const;

let node: SmallNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([startSmallNode(), launchBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await node.stop();
});

async function open(locale: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ locale, javaScriptEnabled, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(node.address);
  return page;
}

/** Whether the focus is of the kind that the style sheet rings. */
const isSeen = (page: Page): Promise<boolean> =>
  page.locator(':focus').evaluate((element: { matches(selector: string): boolean }) => {
    return element.matches(':focus-visible');
  });

/** Goes on by Tab until the focus is there; each stop on the way is seen. */
async function tabTo(page: Page, selector: string): Promise<number> {
  for (let stops = 1; stops <= STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab');
    expect(await isSeen(page)).toBe(true);
    if ((await page.locator(`${selector}:focus`).count()) > 0) return stops;
  }
  throw new Error(`${selector} is not among the first ${STOPS_MAX} stops of ${page.url()}`);
}

describe('a question that is typed on the front page', { timeout: STEP_MILLISECONDS_MAX }, () => {
  it.each(QUESTIONS)(
    'is answered in one step and above the fold, %s: %s',
    async (locale, asked, said) => {
      for (const withScript of [true, false]) {
        const page = await open(locale, withScript);
        await page.locator('#front-q').fill(asked);
        await page.keyboard.press('Enter');
        await page.waitForURL('**/search?**');
        const answer = page.locator('main .answer').first();
        expect(await answer.innerText()).toMatch(said);
        expect((await answer.boundingBox())?.y ?? PHONE.height).toBeLessThan(ANSWER_TOP_MAX);
        await page.context().close();
      }
    },
  );

  it('is found without a mouse: past the skip link, and on to what it rests on', async () => {
    const page = await open('en', true);
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip:focus').count()).toBe(1);
    await page.keyboard.press('Enter');
    await tabTo(page, '#front-q');
    await page.keyboard.type('Is the CTBT in force?');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?**');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'main .answer a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/agreements/comprehensive-test-ban-treaty**');
    expect(await page.locator('h1').innerText()).toMatch(/Test-Ban Treaty/);
    await page.context().close();
  });
});

describe('the tools of a page, by keys alone', { timeout: STEP_MILLISECONDS_MAX }, () => {
  it('open the menu of a phone, close it, and leave the focus where it was', async () => {
    const page = await open('en', true);
    await tabTo(page, '.menu-button');
    await page.keyboard.press('Enter');
    await page.locator('.site-menu').waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await page.locator('.site-menu').waitFor({ state: 'hidden' });
    expect(await page.locator('.menu-button:focus').count()).toBe(1);
    await page.context().close();
  });

  it('change the language and keep the page', async () => {
    const page = await open('en', false);
    await page.goto(`${node.address}/agreements/paris-agreement?lang=en`);
    await tabTo(page, '.menu-button');
    await page.keyboard.press('Enter');
    await tabTo(page, '.language summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.language a[hreflang="ar"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/agreements/paris-agreement?lang=ar');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.context().close();
  });
});

describe('no page traps or loses the focus', { timeout: STEP_MILLISECONDS_MAX }, () => {
  it.each(['/', '/sign-in', '/calendar', '/network'])('%s', async (path) => {
    const page = await open('en', true);
    await page.goto(node.address + path);
    const stops: string[] = [];
    for (let at = 0; at < STOPS_MAX; at += 1) {
      await page.keyboard.press('Tab');
      expect(await isSeen(page)).toBe(true);
      stops.push(
        await page.locator(':focus').evaluate((one: { outerHTML: string }) => one.outerHTML),
      );
    }
    const still = stops.filter((stop, at) => stop === stops[at - 1]);
    expect(still).toEqual([]);
    await page.context().close();
  });
});
