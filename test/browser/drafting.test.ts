/**
 * A text negotiated on screen: delegations in browsers of their own, who select words and propose,
 * at the same moment, over a line that breaks, and without script.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficesNode, STATES } from '../host/offices-node.ts';
import { launchBrowser, violations } from './chromium.ts';

const PASSWORD = 'four calm green boats';
const STEP_MILLISECONDS_MAX = 120_000;
/** What a proposal may take from one screen to another; a busy machine is no reason to fail. */
const SEEN_MILLISECONDS_MAX = 10_000;
const PATH = '/meetings/texts/draft-declaration';
const PEOPLE = [
  { actor: 'KEN', office: 'ken-delegation', name: 'Kamau' },
  { actor: 'NOR', office: 'nor-delegation', name: 'Nora' },
  { actor: 'FJI', office: 'fji-delegation', name: 'Losa' },
] as const;

let node: OfficesNode;
let browser: Browser;
const contexts: BrowserContext[] = [];
const pages = new Map<string, Page>();

const pageOf = (actor: string): Page => {
  const page = pages.get(actor);
  if (!page) throw new Error(`nobody sits for ${actor}`);
  return page;
};

async function record(type: string, register: string, payload: object): Promise<void> {
  const basis = { kind: 'recorded', source: 'Notes of the secretariat' };
  const act = { type: `meetings.${type}`, register, actor: 'operator', payload, basis };
  const { status, json } = await node.post('/api/acts', act);
  expect([type, status, json['detail']]).toEqual([type, 201, undefined]);
}

async function openFor(name: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${node.running.address}/sign-in?to=${PATH}`);
  await page.locator('main input[name="email"]').fill(`${name.toLowerCase()}@example.org`);
  await page.locator('main input[name="password"]').fill(PASSWORD);
  await page.locator('main form button[type="submit"]').click();
  await page.goto(node.running.address + PATH);
  return page;
}

/** Selects words of a run, as a hand would. */
async function select(page: Page, run: string, words: string): Promise<void> {
  await page.evaluate(`(() => {
    const spans = [...document.querySelectorAll('[data-run="${run}"]')];
    const span = spans.find((one) => one.textContent.includes(${JSON.stringify(words)}));
    const from = span.textContent.indexOf(${JSON.stringify(words)});
    const range = document.createRange();
    range.setStart(span.firstChild, from);
    range.setEnd(span.firstChild, from + ${words.length});
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  })()`);
  await expect.poll(() => page.locator('[data-quote]').innerText()).toBe(words);
}

const wordsField = (page: Page) => page.locator('.drafting textarea[name="words"]');
const propose = (page: Page) => page.locator('.drafting button[type="submit"]').click();
const told = (page: Page) => page.locator('.drafting [data-status]').innerText();
const seen = (page: Page, words: string) =>
  expect
    .poll(() => page.locator('.negotiated').innerText(), { timeout: SEEN_MILLISECONDS_MAX })
    .toContain(words);

beforeAll(async () => {
  [node, browser] = await Promise.all([OfficesNode.start(), launchBrowser()]);
  for (const { actor, office, name } of PEOPLE) {
    await node.office(actor, office, { covers: ['meetings.*'] });
    await node.person(name, [office]);
  }
  const body = { title: { en: 'Assembly' }, kind: 'plenary', membership: { kind: 'seats' } };
  await record('establish-body', 'bodies/assembly', body);
  for (const member of STATES) {
    await record('seat-member', 'bodies/assembly', { member, from: '2020-01-01' });
  }
  const session = { opensOn: '2026-03-02', closesOn: '2026-12-06', title: { en: 'Session' } };
  await record('convene', 'meetings/session', { body: 'assembly', ...session });
  const provisions = [
    { id: 'op-1', kind: 'operative', words: ['Members shall report every five years;'] },
    {
      id: 'op-2',
      kind: 'operative',
      words: ['The secretariat ', { alternatives: [['shall'], ['may']] }, ' publish them.'],
    },
  ];
  const tabled = { title: { en: 'Draft declaration' }, session: 'session', provisions };
  await record('table-text', 'texts/draft-declaration', tabled);
  for (const { actor, name } of PEOPLE) pages.set(actor, await openFor(name));
}, STEP_MILLISECONDS_MAX);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await node.stop();
});

describe('a text that is negotiated on screen', { timeout: STEP_MILLISECONDS_MAX }, () => {
  it('is changed where words are selected, and others see it while they type', async () => {
    const [kenya, norway] = [pageOf('KEN'), pageOf('NOR')];
    await select(kenya, 'op-1.0', 'five years');
    await wordsField(kenya).fill('two years, beginning');
    await select(norway, 'op-1.0', 'Members');
    await wordsField(norway).fill('All members');
    const sentAt = performance.now();
    await propose(norway);
    await seen(kenya, 'All m');
    process.stdout.write(`seen after ${Math.round(performance.now() - sentAt)} ms\n`);
    expect(await wordsField(kenya).inputValue()).toBe('two years, beginning');
    await propose(kenya);
    await seen(norway, 'two');
    expect(await wordsField(kenya).inputValue()).toBe('');
  });

  it('loses no proposal of those who propose at one moment at one place', async () => {
    const words = { KEN: 'each year', NOR: 'every month', FJI: 'every decade' } as const;
    for (const [actor, proposed] of Object.entries(words)) {
      await select(pageOf(actor), 'op-2.3', 'publish them');
      await wordsField(pageOf(actor)).fill(`publish them ${proposed}`);
    }
    await Promise.all(Object.keys(words).map((actor) => propose(pageOf(actor))));
    for (const actor of Object.keys(words)) {
      for (const proposed of Object.values(words)) await seen(pageOf(actor), proposed);
    }
    const room = await pageOf('KEN').locator('.negotiated').innerText();
    expect(Object.values(words).filter((proposed) => !room.includes(proposed))).toEqual([]);
  });

  it('keeps what was typed while the line is lost, and the page closed', async () => {
    const fiji = pageOf('FJI');
    await select(fiji, 'op-1.0', 'report');
    await wordsField(fiji).fill('report [in writing][on screen]');
    await fiji.context().setOffline(true);
    await propose(fiji);
    await expect.poll(() => told(fiji)).toContain('not reached');
    expect(await wordsField(fiji).inputValue()).toBe('report [in writing][on screen]');
    await fiji.context().setOffline(false);
    await fiji.reload();
    expect(await wordsField(fiji).inputValue()).toBe('report [in writing][on screen]');
    await propose(fiji);
    await expect.poll(() => told(fiji)).toBe('Recorded.');
    await seen(pageOf('KEN'), 'in writing');
  });

  it('refuses what the rules refuse, and leaves the words to be mended', async () => {
    const kenya = pageOf('KEN');
    await select(kenya, 'op-2.0', 'secretariat');
    await wordsField(kenya).fill('secretariat [and');
    await propose(kenya);
    expect(await told(kenya)).toContain('bracket');
    expect(await wordsField(kenya).inputValue()).toBe('secretariat [and');
    await kenya.locator('.drafting [data-discard]').click();
  });

  it('is supported at a tap, and counted', async () => {
    const norway = pageOf('NOR');
    await norway.locator('[data-stand="support"][data-issue="op-2:0"]').first().click();
    await expect.poll(() => told(norway)).toBe('Recorded.');
    await seen(pageOf('FJI'), '+1');
  });

  it('is commented on for some alone, and others learn nothing of it', async () => {
    const kenya = pageOf('KEN');
    await kenya.locator('.drafting input[name="kind"][value="comment"]').check();
    await select(kenya, 'op-2.0', 'secretariat');
    await wordsField(kenya).fill('Who pays for it?');
    await kenya.locator('.drafting details details > summary').click();
    await kenya.locator('.drafting select[name="readers"]').selectOption('these');
    await kenya.locator('.drafting input[name="to"]').fill('NOR');
    await propose(kenya);
    await expect.poll(() => told(kenya)).toBe('Recorded.');
    await seen(pageOf('NOR'), 'Who pays for it?');
    await pageOf('FJI').reload();
    expect(await pageOf('FJI').locator('main').innerText()).not.toContain('Who pays');
    await kenya.locator('.drafting select[name="readers"]').selectOption('all');
    await kenya.locator('.drafting input[name="kind"][value="replace"]').check();
  });

  it('is opposed by a form where there is no script', async () => {
    const page = await openFor('Losa', false);
    expect(await page.locator('.drafting').isVisible()).toBe(false);
    await page.locator('[data-stand="oppose"][data-issue="op-2:0"]').first().click();
    await page.locator('main button[value="preview"]').click();
    await page.locator('main button[value="confirm"]').click();
    await page.waitForURL(/\/acts\/[0-9a-f]{64}$/);
    await page.goto(node.running.address + PATH);
    expect(await page.locator('#issues').innerText()).toMatch(/opposed by\s+State FJI/);
  });

  it('gives axe nothing to find with its script at work', async () => {
    expect(await violations(pageOf('KEN'))).toEqual([]);
  });
});
