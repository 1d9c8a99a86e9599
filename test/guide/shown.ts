/** What a picture showed: the words around the marked place, and what they stood in. */
import type { Page } from 'playwright-core';
import type { Picture } from './pictures.ts';

const LINES_MAX = 60;

/**
 * Runs in the browser: one line for each element that says something, by its depth. The day of the
 * walk is said as that, since tests are run on other days as well.
 */
const OUTLINE = `(() => {
  const lines = [];
  const today = new Date().toISOString().slice(0, 10);
  const said = (node) => (node.nodeType === 3 ? node.nodeValue.trim() : '');
  const look = (element, depth) => {
    if (element.matches('svg, script, style, option:not([selected]), input[type=hidden]')) return;
    const words = [...element.childNodes].map(said).filter((one) => one !== '');
    const isSaid = words.length > 0 || element.matches('input, select, textarea, button');
    const name = element.getAttribute('name') ?? '';
    const head = ' '.repeat(depth) + element.localName + ' ' + name;
    const isToday = (element.getAttribute('datetime') ?? '').startsWith(today);
    if (isSaid) lines.push(head + ': ' + (isToday ? 'today' : words.join(' … ')));
    for (const child of element.children) look(child, isSaid ? depth + 1 : depth);
  };
  look(document.querySelector('[data-picture]'), 0);
  return lines;
})()`;

const OUTLINED = `(() => {
  const marked = document.querySelector('[data-picture]');
  const { top, height } = marked.getBoundingClientRect();
  if (top + height > innerHeight - 20) {
    scrollBy(0, Math.max(0, top - Math.max(60, (innerHeight - height) / 2)));
  }
  Object.assign(marked.style, { outline: '4px solid #c2410c', outlineOffset: '6px' });
})()`;

/** Ids of acts and the node's own address are other ones each time. */
const steady = (line: string): string =>
  line
    .replaceAll(/[0-9a-f]{12,64}/g, '…')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://…')
    .replaceAll(/\s+/g, ' ')
    .trimEnd();

const WIDTH = 960;
const HEIGHT = 640;

/** As a page is to be opened for a picture: always alike, whoever's machine it is. */
export const viewOf = ({ width = WIDTH, height = HEIGHT, lang }: Picture) => ({
  viewport: { width, height },
  locale: lang ?? 'en',
  timezoneId: 'UTC',
  colorScheme: 'light' as const,
  reducedMotion: 'reduce' as const,
});

/** Goes the steps of a picture, outlines what it is about, and tells what is shown there. */
export async function walk(page: Page, origin: string, picture: Picture): Promise<string[]> {
  const response = await page.goto(origin + picture.address);
  if (!response?.ok()) throw new Error(`${picture.file}: ${picture.address} is not there`);
  if (picture.press !== undefined) {
    await page.getByRole('button', { name: picture.press }).click();
  }
  const fitting = page.locator(picture.mark);
  const { having } = picture;
  const marked = (having === undefined ? fitting : fitting.filter({ hasText: having })).first();
  await marked.evaluate((element) => element.setAttribute('data-picture', ''));
  const lines: string[] = await page.evaluate(OUTLINE);
  if (!picture.isWhole) await page.evaluate(OUTLINED);
  return lines.map(steady).slice(0, LINES_MAX);
}
