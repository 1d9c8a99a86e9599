/**
 * `npm run pictures [-- ADDRESS]`: takes the pictures of the documentation from a running node, so
 * that they can be renewed when the pages change. ADDRESS is where `npm start` says that it is.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const address = process.argv[2] ?? 'http://127.0.0.1:8400';
const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const WIDTH = 1280;
const BYTES_MAX = 300 * 1000;

/** File, page, and how much of the page's height is shown. */
const PICTURES = [
  ['front-page.png', '/', 1180],
  ['agreement.png', '/agreements/paris-agreement', 1500],
];

mkdirSync(folder, { recursive: true });
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const [file, path, height] of PICTURES) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height }, locale: 'en' });
  const response = await page.goto(address + path);
  if (!response?.ok()) throw new Error(`${address}${path} answered ${response?.status()}`);
  const target = join(folder, file);
  await page.screenshot({ path: target });
  const { size } = statSync(target);
  if (size > BYTES_MAX) throw new Error(`${file} has ${size} bytes, more than ${BYTES_MAX}`);
  process.stdout.write(`${target}: ${size} bytes\n`);
  await page.close();
}
await browser.close();
