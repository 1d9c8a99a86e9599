import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gallery } from '../../src/ui/gallery.ts';
import { exampleLayout } from '../../src/ui/layout/examples.tsx';
import { Layout } from '../../src/ui/layout/layout.tsx';
import { arabic, english, rendered } from '../../src/ui/rendered.ts';
import { wholeStyleSheet } from '../../src/ui/style-sheet.ts';
import type { Text } from '../../src/ui/text/text.ts';
import { launchBrowser, violations } from './chromium.ts';

const examples = Object.entries(gallery).flatMap(([component, list]) =>
  list.map((example) => ({ ...example, title: `${component}: ${example.name}` })),
);

/** All parts on one page, since opening a page costs more than judging it. */
function everyPart(text: Text): Promise<string> {
  const parts = examples.filter((example) => !example.document);
  return rendered(
    <Layout {...exampleLayout(text, 'Every part')}>
      <h1>Every part</h1>
      {parts.map((example) => (
        <section>
          <h2>{example.title}</h2>
          {example.render(text)}
        </section>
      ))}
    </Layout>,
  );
}

async function pages(): Promise<Map<string, string>> {
  const served = new Map([
    ['/parts-en', await everyPart(english)],
    ['/parts-ar', await everyPart(arabic)],
  ]);
  const documents = examples.filter((example) => example.document);
  for (const [index, example] of documents.entries()) {
    served.set(`/document-${index}`, await rendered(example.render(english)));
  }
  return served;
}

let server: Server;
let browser: Browser;
let origin: string;
let served: Map<string, string>;

beforeAll(async () => {
  served = await pages();
  server = createServer((request, response) => {
    const sheet = request.url === '/concord.css';
    response.setHeader('content-type', sheet ? 'text/css' : 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'self'");
    response.end(sheet ? wholeStyleSheet() : (served.get(request.url ?? '') ?? ''));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  origin =
    typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

interface View {
  colorScheme?: 'light' | 'dark';
  width?: number;
}

async function open(path: string, view: View = {}): Promise<Page> {
  const { colorScheme = 'light', width = 1280 } = view;
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing in any part', { timeout: 60_000 }, async () => {
    const page = await open('/parts-en', { colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('axe finds nothing in any document', { timeout: 60_000 }, async () => {
    for (const path of served.keys()) {
      if (!path.startsWith('/document')) continue;
      const page = await open(path, { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });
});

test('axe finds nothing right to left', { timeout: 60_000 }, async () => {
  const page = await open('/parts-ar');
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('a phone of 360 pixels shows every part without sideways scrolling', async () => {
  for (const path of ['/parts-en', '/parts-ar']) {
    const page = await open(path, { width: 360 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.context().close();
  }
});

test('on a phone the menu opens by its button and closes by Escape, without script', async () => {
  const page = await open('/document-0', { width: 360 });
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Actors' });
  expect(await link.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Menu' }).click();
  expect(await link.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await link.isVisible()).toBe(false);
  await page.context().close();
});

test('the labels of a curve are legible and apart on a phone', async () => {
  const page = await open('/parts-en', { width: 360 });
  const overlaps =
    await page.evaluate(`[...document.querySelectorAll('.curve-chart')].flatMap((chart) => {
    const shown = [...chart.querySelectorAll('text')]
      .filter((text) => text.getClientRects().length > 0);
    const boxes = shown.map((text) => [text.textContent, text.getBoundingClientRect()]);
    return boxes.flatMap(([a, one], index) => boxes.slice(index + 1)
      .filter(([, two]) => one.left < two.right && two.left < one.right
        && one.top + 4 < two.bottom && two.top + 4 < one.bottom)
      .map(([b]) => a + ' / ' + b));
  })`);
  expect(overlaps).toEqual([]);
  const smallest = await page.evaluate(`Math.min(...[...document.querySelectorAll('.curve text')]
    .map((text) => Number.parseFloat(getComputedStyle(text).fontSize)))`);
  expect(smallest).toBeGreaterThanOrEqual(12);
  await page.context().close();
});

test('paper shows what is folded and leaves out what can only be clicked', async () => {
  const page = await open('/parts-en');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Canada, ratification').first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Apply' }).first().isVisible()).toBe(false);
  await page.context().close();
});
