/** What a first visit over a slow line is like: when there is something to read, and what moves. */
import type { Browser, BrowserContextOptions } from 'playwright-core';

/** A line of 400 kbit/s on which every request waits 400 ms for its answer. */
const LINE = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};

/** Keeps what moved by itself from the beginning on. */
const WATCH = `
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

const READ = `(() => {
  const [page] = performance.getEntriesByType('navigation');
  const files = performance.getEntriesByType('resource');
  const bytes = (all) => all.reduce((sum, one) => sum + one.encodedBodySize, 0);
  return {
    contentMilliseconds: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    answerMilliseconds: page.responseStart,
    shift: window.moved,
    bytes: bytes([page, ...files]),
    scriptBytes: bytes(files.filter(({ name }) => new URL(name).pathname.endsWith('.js'))),
    requests: 1 + files.length,
  };
})()`;

const LOOK_MILLISECONDS = 50;
const LOOKS_MAX = 60;

export interface Visit {
  /** When the first words or lines are seen. */
  readonly contentMilliseconds: number;
  /** When the first byte of the page was there: the line's latency and the node's own time. */
  readonly answerMilliseconds: number;
  /** How much of the page moved by itself, as the share of the window times how far. */
  readonly shift: number;
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly requests: number;
}

/** Visits a page with nothing kept from before. */
export async function visitSlowly(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await page.addInitScript(WATCH);
  await page.goto(address, { waitUntil: 'load' });
  // What has come is painted a little later; a page's own policy lets no condition be waited for.
  let visit = await page.evaluate<Visit>(READ);
  for (let looked = 0; visit.contentMilliseconds === 0 && looked < LOOKS_MAX; looked++) {
    await page.waitForTimeout(LOOK_MILLISECONDS);
    visit = await page.evaluate<Visit>(READ);
  }
  await context.close();
  return visit;
}
