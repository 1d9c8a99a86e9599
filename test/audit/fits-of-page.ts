/** Whether the words of a page have room: none is cut off, and the page does not scroll aside. */
import type { Browser, Page } from 'playwright-core';

/**
 * Runs in the page. A box is at fault where it hides what does not fit into it, or where words
 * stand out of a picture. What is hidden from eyes, and what scrolls or ends in dots by intention,
 * is not.
 */
const FAULTS = `(() => {
  const SLACK = 2;
  const faults = [];
  const told = (element) => {
    const name = element.tagName.toLowerCase();
    const classes = (element.getAttribute('class') ?? '').trim().replace(/\\s+/g, '.');
    const words = (element.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 50);
    return name + (classes === '' ? '' : '.' + classes) + ' “' + words + '”';
  };
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + SLACK) {
    const wide = [...document.body.querySelectorAll('*')].find((one) => {
      const { left, right } = one.getBoundingClientRect();
      return right - left > 0 && (right > root.clientWidth + SLACK || left < -SLACK);
    });
    faults.push('the page scrolls aside: ' + (wide ? told(wide) : ''));
  }
  const hides = /hidden|clip/;
  for (const element of document.body.querySelectorAll('*')) {
    if (!(element instanceof HTMLElement) || element.clientWidth < 8) continue;
    const style = getComputedStyle(element);
    if (!hides.test(style.overflowX) || style.textOverflow === 'ellipsis') continue;
    if (element.scrollWidth > element.clientWidth + SLACK) faults.push('cut off: ' + told(element));
  }
  for (const picture of document.querySelectorAll('svg[viewBox]')) {
    const box = picture.getBoundingClientRect();
    if (box.width === 0 || getComputedStyle(picture).overflow === 'visible') continue;
    for (const words of picture.querySelectorAll('text')) {
      const { left, right, width } = words.getBoundingClientRect();
      if (width > 0 && (left < box.left - SLACK || right > box.right + SLACK)) {
        faults.push('out of its picture: ' + told(words));
      }
    }
  }
  return faults;
})()`;

export interface Visit {
  readonly address: string;
  readonly locale: string;
  readonly width: number;
}

const HEIGHT = 900;
/** Two cores are what a small machine has. */
const TABS = 2;

/** What has no room on a page as it stands. */
export async function faultsIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(FAULTS);
}

async function faultsOf(page: Page, base: string, visit: Visit): Promise<string[]> {
  const { address, locale, width } = visit;
  await page.setViewportSize({ width, height: HEIGHT });
  await page.goto(`${base}${address}${address.includes('?') ? '&' : '?'}lang=${locale}`);
  const faults = await faultsIn(page);
  return faults.map((fault) => `${address} in ${locale} at ${width} px: ${fault}`);
}

/** Opens pages, two at a time, and tells what does not fit. */
export async function misfits(
  browser: Browser,
  base: string,
  visits: readonly Visit[],
): Promise<string[]> {
  const context = await browser.newContext();
  const waiting = [...visits];
  const found: string[] = [];
  const readOn = async (): Promise<void> => {
    const page = await context.newPage();
    for (let visit = waiting.shift(); visit !== undefined; visit = waiting.shift()) {
      found.push(...(await faultsOf(page, base, visit)));
    }
  };
  await Promise.all(Array.from({ length: TABS }, readOn));
  await context.close();
  return found;
}
