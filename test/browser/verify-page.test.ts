/** The page that verifies proofs, in a browser: from a node, and from a disk with no network. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vectors from '../../interop/act-proofs.json' with { type: 'json' };
import { directionOf, locales } from '../../src/ui/text/locale.ts';
import { exampleApp } from '../host/example-app.tsx';
import { launchBrowser, violations } from './chromium.ts';

const NODE = 'http://127.0.0.1:9';
const SCRIPT_BYTES_MAX = 20 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'concord-verify-'));
const proof = join(folder, 'act.proof.json');
const saved = join(folder, 'verify.html');
const made = exampleApp();
const text = vectors.good[0]?.file ?? '';
let browser: Browser;
let page: Page;
/** Every address that the page has asked for. */
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => faults.push(...(line.type() === 'error' ? [line.text()] : [])));
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    asked.push(url);
    if (!url.startsWith(NODE)) return route.continue();
    const response = await made.app.request(url);
    const headers = Object.fromEntries(response.headers);
    return route.fulfill({ status: response.status, headers, body: await response.text() });
  });
  writeFileSync(proof, text);
  writeFileSync(saved, await (await made.app.request('/verify?lang=en')).text());
});
afterAll(async () => {
  await browser.close();
  made.close();
  rmSync(folder, { recursive: true, force: true });
});

async function verify(bytes: string): Promise<string> {
  writeFileSync(proof, bytes);
  await page.locator('#result').evaluate((result) => result.replaceChildren());
  await page.locator('input[type="file"]').setInputFiles([]);
  await page.locator('input[type="file"]').setInputFiles(proof);
  return page.locator('.verdict').innerText();
}

describe.each([
  ['from a node', () => `${NODE}/verify?lang=en`],
  ['from a disk', () => pathToFileURL(saved).href],
])('the page that verifies proofs, %s', (_, address) => {
  it('shows each step of a proof that holds, and asks nobody', { timeout: 60_000 }, async () => {
    await page.goto(address());
    asked.length = 0;
    expect(await verify(text)).toBe('Verified: the act is proven');
    expect(await page.locator('.check-holds').count()).toBe(8);
    expect(await page.locator('.facts').innerText()).toContain('agreements.deposit');
    expect(await page.locator('#result pre').innerText()).toContain('"ratification"');
    expect(asked).toEqual([]);
    expect(faults).toEqual([]);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
    expect(await violations(page)).toEqual([]);
  });

  it('says at which step a changed file fails', { timeout: 60_000 }, async () => {
    await page.goto(address());
    expect(await verify(text.replace('ratification', 'accession000'))).toBe('Not verified');
    const failing = await page.locator('.check-fails').allInnerTexts();
    expect(failing.join('\n')).toContain('The content is not what was signed.');
    expect(await verify('{"no":"proof"}')).toBe('Not verified');
    expect(await verify(`${text} `)).toBe('Not verified');
  });
});

it('speaks six languages, and changes between them with a proof open', async () => {
  await page.goto(pathToFileURL(saved).href);
  await verify(text);
  const verdicts = new Set<string>();
  for (const locale of locales) {
    await page.locator('select').selectOption(locale);
    verdicts.add(await page.locator('.verdict').innerText());
    const html = page.locator('html');
    expect(await html.getAttribute('dir')).toBe(directionOf(locale));
    expect(await html.getAttribute('lang')).toBe(locale);
    expect(await page.locator('body').innerText()).not.toContain('host.');
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
  }
  expect(verdicts.size).toBe(locales.length);
});

it('is one file that may run its own script and reach nothing', async () => {
  const response = await made.app.request('/verify');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-/);
  const html = await response.text();
  expect(html).not.toMatch(/<(?:link|img|iframe)\b|\bsrc=/);
  const [, script = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(html) ?? [];
  expect(script.length).toBeGreaterThan(1000);
  expect(Buffer.byteLength(script)).toBeLessThan(SCRIPT_BYTES_MAX);
});
