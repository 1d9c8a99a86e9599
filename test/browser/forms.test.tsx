/** The forms of acts in a browser: blank and filled in, judged by axe, and on a phone in Arabic. */
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actFormPage } from '../../src/host/acts/act-form.tsx';
import { PAYLOAD, nodeOf } from '../../src/host/acts/payload-form/walk.ts';
import { writtenFields } from '../../src/host/acts/payload-form/write-payload.ts';
import { house } from '../../src/host/house.ts';
import { textsOf } from '../../src/host/texts.ts';
import { exampleLayout } from '../../src/ui/layout/examples.tsx';
import { Layout } from '../../src/ui/layout/layout.tsx';
import { rendered } from '../../src/ui/rendered.ts';
import { wholeStyleSheet } from '../../src/ui/style-sheet.ts';
import { launchBrowser, violations } from './chromium.ts';

const TYPES = [
  'agreements.adopt',
  'meetings.adopt-rules',
  'meetings.set-weights',
  'meetings.put-question',
  'meetings.submit-credentials',
  'notices.issue',
] as const;
const AXE_MILLISECONDS_MAX = 60_000;
const PHONE_WIDTH = 360;

const acts = new Map(house.areas.flatMap((area) => area.acts.map((act) => [act.type, act])));
const person = { id: '1', name: 'Amina', email: 'amina@example.org', administrator: true };
const session = {
  id: 's1',
  by: 'cookie',
  person: { ...person, actors: ['KEN'] },
  formToken: 't',
} as const;

/** The form of a kind of act, blank or with what its example says. */
function formOf(type: string, locale: 'ar' | 'en', isFilled: boolean): Promise<string> {
  const definition = acts.get(type) ?? expect.fail(`no act ${type}`);
  const text = textsOf(house.texts)(locale);
  const written = writtenFields(nodeOf(definition), PAYLOAD, definition.example);
  const typed = isFilled ? written : {};
  const actors = [{ id: 'KEN', name: 'Kenya' }];
  const page = actFormPage({ text, session, definition, typed, errors: {}, actors });
  return rendered(<Layout {...exampleLayout(text, page.title)}>{page.body}</Layout>);
}

let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, type = '', locale, how] = (request.url ?? '').split('/');
    const isSheet = !acts.has(type);
    response.setHeader('content-type', isSheet ? 'text/css' : 'text/html; charset=utf-8');
    const body = isSheet
      ? Promise.resolve(wholeStyleSheet())
      : formOf(type, locale === 'ar' ? 'ar' : 'en', how === 'filled');
    void body.then((sent) => response.end(sent));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  browser = await launchBrowser();
}, AXE_MILLISECONDS_MAX);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(path: string, width: number, colorScheme: 'dark' | 'light'): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}

describe.each(TYPES)('the form of %s', (type) => {
  it('gives axe nothing to find, blank or filled in', {
    timeout: AXE_MILLISECONDS_MAX,
  }, async () => {
    for (const how of ['blank', 'filled']) {
      const page = await open(`/${type}/en/${how}`, 1280, how === 'blank' ? 'light' : 'dark');
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('is no wider than a phone, in Arabic, with everything unfolded', async () => {
    const page = await open(`/${type}/ar/filled`, PHONE_WIDTH, 'light');
    await page.evaluate(
      `document.querySelectorAll('details').forEach((one) => { one.open = true })`,
    );
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(PHONE_WIDTH);
    await page.context().close();
  });
});
