/** A walk over all pages of a house, as people with different eyes, lines and languages take it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../browser/chromium.ts';
import { type SmallNode, startSmallNode } from '../browser/small-node.ts';
import {
  HOST_ADDRESSES,
  SIGNED_IN_ADDRESSES,
  TEXT_ADDRESSES,
  WRONG_ADDRESSES,
} from './house-addresses.ts';

/** Two cores are what a small machine has. */
const TABS = 2;
const DESK = { width: 1280, height: 900 };

/** Looks at a page that is open, and tells what is not as it ought to be. */
export type Look = (page: Page, address: string) => Promise<readonly string[]>;

interface SignedIn {
  readonly cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
}

/** A house with a browser in it: its first administrator is signed in where that is asked for. */
export class Tour {
  private constructor(
    readonly node: SmallNode,
    readonly browser: Browser,
    private readonly amina: SignedIn,
  ) {}

  static async start(): Promise<Tour> {
    const [node, browser] = await Promise.all([startSmallNode(), launchBrowser()]);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(node.firstLink);
    await page.locator('input[name="name"]').fill('Amina');
    await page.locator('input[name="email"]').fill('amina@example.org');
    await page.locator('input[name="password"]').fill('four calm green boats');
    await page.locator('main button[type="submit"]').click();
    await page.waitForLoadState();
    const cookies = await context.cookies();
    await context.close();
    return new Tour(node, browser, { cookies });
  }

  /** One address of each page that everybody reads. */
  get open(): readonly string[] {
    const firsts = this.node.examples.flatMap((all) => all.slice(0, 1));
    return [...firsts, ...TEXT_ADDRESSES, ...HOST_ADDRESSES, ...WRONG_ADDRESSES];
  }

  /** Those that are there for whoever is signed in. */
  get signedIn(): readonly string[] {
    return SIGNED_IN_ADDRESSES;
  }

  /** Looks at pages, a few at a time; the first line of each finding is where it is. */
  async each(
    options: BrowserContextOptions,
    look: Look,
    addresses: readonly string[],
    isSignedIn = false,
  ): Promise<string[]> {
    const context = await this.browser.newContext({ viewport: DESK, ...options });
    if (isSignedIn) await context.addCookies([...this.amina.cookies]);
    const found: string[] = [];
    const waiting = [...addresses];
    const readOn = async (): Promise<void> => {
      const page = await context.newPage();
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const address = next;
        await page.goto(this.node.address + address);
        found.push(...(await look(page, address)).map((one) => `${address}: ${one}`));
      }
    };
    await Promise.all(Array.from({ length: TABS }, readOn));
    await context.close();
    return found;
  }

  /** All pages, first as everybody reads them and then signed in. */
  async all(options: BrowserContextOptions, look: Look): Promise<string[]> {
    const out = await this.each(options, look, this.open);
    const inside = await this.each(options, look, this.signedIn, true);
    return [...out, ...inside.map((one) => `signed in, ${one}`)];
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.node.stop();
  }
}
