/**
 * Pictures of the main pages for people to look at. They are of a running node where
 * CONCORD_AUDIT_ADDRESS names one, as a whole world shows more than a small one. Fonts differ by
 * machine, so that nothing is compared: the pictures are put into a folder, and its name is told.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchBrowser } from '../browser/chromium.ts';
import { startSmallNode } from '../browser/small-node.ts';

const PAGES: Readonly<Record<string, string>> = {
  front: '/',
  search: '/search?q=Is+the+CTBT+in+force',
  agreement: '/agreements/comprehensive-test-ban-treaty',
  between: '/between?one=KEN&other=NOR',
  alike: '/meetings/voting-alike?one=BRA&other=IND',
  body: '/meetings/general-assembly',
  calendar: '/calendar',
  network: '/network',
  guide: '/guide',
  practice: '/practice',
  gallery: '/gallery',
};
const LANGUAGES = ['ar', 'zh', 'en'];
const WIDTHS = [360, 1280];
const FOLDER = process.env['CONCORD_AUDIT_FOLDER'] ?? join(tmpdir(), 'concord-snapshots');

async function takeAll(browser: Browser, address: string): Promise<number> {
  let taken = 0;
  for (const locale of LANGUAGES) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(PAGES)) {
        const response = await page.goto(address + path);
        if (response?.status() === 404) continue;
        const file = join(FOLDER, `${name}-${locale}-${width}.png`);
        await page.screenshot({ path: file, fullPage: true });
        taken += 1;
      }
      await context.close();
    }
  }
  return taken;
}

it('are taken of the main pages', async () => {
  const running = process.env['CONCORD_AUDIT_ADDRESS'];
  const node = running === undefined ? await startSmallNode() : undefined;
  const browser = await launchBrowser();
  mkdirSync(FOLDER, { recursive: true });
  const taken = await takeAll(browser, running ?? node?.address ?? '');
  process.stdout.write(`${taken} pictures in ${FOLDER}\n`);
  expect(taken).toBeGreaterThan(LANGUAGES.length * WIDTHS.length);
  await browser.close();
  await node?.stop();
});
