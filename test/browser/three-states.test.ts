/**
 * An agreement from its draft to its entry into force, as those who do the work would go: the
 * depositary and three States, each in a browser of its own, each signing through another office.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { OfficesNode } from '../host/offices-node.ts';
import { launchBrowser } from './chromium.ts';
import { fill } from './fill.ts';

const PASSWORD = 'four calm green boats';
const STEP_MILLISECONDS_MAX = 60_000;
const REGISTER = 'agreements/delta';
const STATES = [
  { actor: 'FJI', office: 'fji-foreign-ministry', name: 'Losa', on: '2026-04-01' },
  { actor: 'KEN', office: 'ken-attorney-general', name: 'Kamau', on: '2026-05-04' },
  { actor: 'NOR', office: 'nor-prime-minister', name: 'Nora', on: '2026-06-15' },
] as const;

const DRAFT = `Convention on the Common Delta

Article 1
Aim
1. The delta is shared by those on its banks.
2. Nobody takes more water than flows in.

Article 12
Entry into force
This Convention enters into force on the thirtieth day after the third instrument is deposited.
`;

let node: OfficesNode;
let browser: Browser;
let depositary: Page;
const contexts: BrowserContext[] = [];
const folder = mkdtempSync(join(tmpdir(), 'concord-delta-'));

async function openFor(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${node.running.address}/sign-in`);
  await fill(page, { email, password: PASSWORD });
  await page.locator('main form button[type="submit"]').click();
  return page;
}

/** Makes an act by its form: what follows from it is shown before it is recorded. */
async function act(
  page: Page,
  type: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ foreseen: string; id: string }> {
  await page.goto(`${node.running.address}/acts/new?type=agreements.${type}&register=${REGISTER}`);
  await fill(page, fields);
  await page.locator('main button[value="preview"]').click();
  const foreseen = await page.locator('main').innerText();
  await page.locator('main button[value="confirm"]').click();
  await page.waitForURL(/\/acts\/[0-9a-f]{64}$/);
  return { foreseen, id: page.url().slice(-64) };
}

const minutes = { basis: 'recorded', source: 'Minutes of the conference', actor: 'operator' };
const standing = async (): Promise<string> => {
  const page = await fetch(`${node.running.address}/${REGISTER}`);
  return (await page.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
};

beforeAll(async () => {
  [node, browser] = await Promise.all([OfficesNode.start(), launchBrowser()]);
  for (const { actor, office, name } of STATES) {
    await node.office(actor, office);
    await node.person(name, [office]);
  }
  depositary = await openFor('amina@example.org');
}, STEP_MILLISECONDS_MAX);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await node.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an agreement that three States make', { timeout: STEP_MILLISECONDS_MAX }, () => {
  const deposits: string[] = [];

  it('is drafted: the words that were handed in are read before they are put down', async () => {
    await depositary.goto(`${node.running.address}/${REGISTER}/text/new`);
    await fill(depositary, { words: DRAFT, language: 'en', on: '2026-01-10', ...minutes });
    await depositary.locator('main button[type="submit"]').first().click();
    expect(await depositary.locator('#read').innerText()).toContain('art_1__para_2');
    await depositary.locator('main button[value="record"], main button[value="confirm"]').click();
    await depositary.goto(`${node.running.address}/${REGISTER}`);
    expect(await depositary.locator('h1').innerText()).toBe('Convention on the Common Delta');
  });

  it('is adopted, and open for signature', async () => {
    await act(depositary, 'adopt', {
      ...minutes,
      'payload.title.en': 'Convention on the Common Delta',
      'payload.kind': 'multilateral',
      'payload.sectors': 'environment',
      'payload.adoptedOn': '2026-02-02',
      'payload.authenticLanguages': 'en',
      'payload.reference': 'XXVII.99',
      'payload.openForSignature.from': '2026-02-03',
      'payload.finalClauses.entryIntoForce.when': '{"count": 3, "of": {"any": true}}',
      'payload.finalClauses.entryIntoForce.delay': '{"days": 30}',
      'payload.finalClauses.entryIntoForce.citation': 'Article 12',
    });
    expect(await standing()).toMatch(/Not in force/);
  });

  it('is signed by three offices, and not by one for a State that gave it no mandate', async () => {
    for (const { name, actor, office } of STATES) {
      const page = await openFor(`${name.toLowerCase()}@example.org`);
      const { id, foreseen } = await act(page, 'sign', { actor, 'payload.on': '2026-02-10' });
      expect(foreseen).toContain(office);
      expect(await node.header(id)).toMatchObject({ author: office, actor });
    }
    const [fiji] = contexts.slice(-3);
    const page = fiji?.pages()[0];
    await page?.goto(
      `${node.running.address}/acts/new?type=agreements.sign&register=${REGISTER}&actor=NOR`,
    );
    expect(await page?.locator('main').innerText()).not.toContain('nor-prime-minister');
  });

  it('enters into force with the third instrument, as an open page shows at once', async () => {
    const reader = await (await browser.newContext()).newPage();
    contexts.push(reader.context());
    await reader.goto(`${node.running.address}/${REGISTER}`);
    const foreseen: string[] = [];
    for (const [at, { actor, on }] of STATES.entries()) {
      const page = contexts.slice(1)[at]?.pages()[0];
      if (!page) throw new Error('no page of that State');
      const deposited = await act(page, 'deposit', {
        actor,
        'payload.instrument': 'ratification',
        'payload.on': on,
      });
      foreseen.push(deposited.foreseen);
      deposits.push(deposited.id);
    }
    expect(foreseen[1]).not.toContain('15 July 2026');
    expect(foreseen[2]).toContain('15 July 2026');
    const status = reader.locator('.standing').first();
    await expect.poll(() => status.innerText(), { timeout: 5000 }).toContain('In force');
    expect(await status.innerText()).toContain('15 July 2026');
  });

  it('is notified under the next number, on a paper that prints', async () => {
    const { address } = node.running;
    await depositary.goto(`${address}/desk/depositary`);
    expect(await depositary.locator('#notify').innerText()).toContain('Common Delta');
    const { json } = await node.get('/api/agreements/next-notification?agreement=delta');
    const number = String(json['number']);
    expect(number).toMatch(/^C\.N\.1\.2026\.TREATIES-XXVII\.99$/);
    await act(depositary, 'notify', {
      ...minutes,
      'payload.number': number,
      'payload.on': '2026-07-16',
      'payload.acts': deposits.join('\n'),
    });
    await depositary.goto(`${address}/notifications/${number}`);
    const paper = await depositary.locator('main').innerText();
    for (const { actor } of STATES) expect(paper).toContain(`State ${actor}`);
    await depositary.emulateMedia({ media: 'print' });
    const pdf = await depositary.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await depositary.emulateMedia({ media: 'screen' });
  });

  it('is registered, and its certifying statement names its parties', async () => {
    await act(depositary, 'register', {
      ...minutes,
      'payload.on': '2026-08-01',
      'payload.number': '59001',
    });
    await depositary.goto(`${node.running.address}/${REGISTER}/certifying-statement`);
    const paper = await depositary.locator('main').innerText();
    expect(paper).toContain('15 July 2026');
    for (const { actor } of STATES) expect(paper).toContain(`State ${actor}`);
  });

  it('leaves the node as one file, which verifies where there is none', async () => {
    await depositary.goto(`${node.running.address}/${REGISTER}`);
    const waiting = depositary.waitForEvent('download');
    await depositary.locator('main a[href^="/record/export"]').first().click();
    const file = join(folder, 'delta.json');
    await (await waiting).saveAs(file);
    const said: string[] = [];
    const verify = async (path: string): Promise<number> =>
      run(['verify-file', path], {
        environment: {},
        fetch: () => expect.fail('verifying asks nobody'),
        terminal: {
          isTerminal: false,
          write: (text) => said.push(text),
          complain: (text) => said.push(text),
          read: async (path) => readFileSync(path, 'utf8'),
          readBytes: async (path) => readFileSync(path),
          save: async () => undefined,
        },
      });
    expect([await verify(file), said.join('')]).toEqual([0, expect.stringContaining('verified')]);
    const forged = join(folder, 'forged.json');
    writeFileSync(forged, readFileSync(file, 'utf8').replace('2026-06-15', '2026-06-14'));
    expect(await verify(forged)).toBe(1);
  });
});
