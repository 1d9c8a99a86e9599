/** The browser that tests open pages in, and what axe says of a page. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, chromium } from 'playwright-core';
import { expect } from 'vitest';

/** Where Debian installs it; a machine that has it elsewhere says so. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** Starts Chromium. Throws with what to do where there is none. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    const remedy = 'install it (apt-get install chromium) or set CHROMIUM_PATH';
    throw new Error(`No Chromium at ${executablePath}: ${remedy}`);
  }
  return chromium.launch({ executablePath, args });
}

/** Fewer passes than these mean that the page did not load, which would find nothing as well. */
const PASSES_MIN = 15;

/**
 * Unfolds what is folded, and leaves of many things alike, as rows of a table or countries of a
 * map, the first few: axe judges what an element is made of, and two hundred take it a minute.
 */
const PREPARE = `
  document.querySelectorAll('details').forEach((fold) => { fold.open = true });
  const makeOf = (element) => [element, ...element.querySelectorAll('*')]
    .map((one) => one.tagName + '.' + one.getAttribute('class')).join(' ');
  for (const parent of document.querySelectorAll('tbody, ul, ol, dl, select, svg g')) {
    const seen = new Map();
    for (const child of [...parent.children]) {
      const make = makeOf(child);
      seen.set(make, (seen.get(make) ?? 0) + 1);
      if (seen.get(make) > 3) child.remove();
    }
  }`;

/**
 * What axe finds with everything unfolded, as one line for each place. For frames of other sites it
 * opens a second page each time, which takes longer than looking; the node's pages have none.
 */
export async function violations(page: Page): Promise<string[]> {
  expect(page.frames().length).toBe(1);
  await page.evaluate(PREPARE);
  const { violations: found, passes } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  expect(passes.length).toBeGreaterThan(PASSES_MIN);
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`));
}
