/**
 * An election by secret ballot, as delegates hold it: each in a browser, signing through an office
 * of its own, in two rounds.
 */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficesNode } from '../host/offices-node.ts';
import { launchBrowser, violations } from './chromium.ts';
import { fill } from './fill.ts';

const PASSWORD = 'four calm green boats';
const STEP_MILLISECONDS_MAX = 120_000;
const BODY = 'bodies/lake-council';
const NAME = 'lake-meeting';
const SESSION = `meetings/${NAME}`;
const SEAT = 'seat-on-the-board';
const WAYS = `/meetings/sessions/${NAME}/decisions/${SEAT}`;
const DELEGATIONS = [
  { actor: 'FJI', name: 'Losa' },
  { actor: 'KEN', name: 'Kamau' },
  { actor: 'NOR', name: 'Nora' },
] as const;
type Delegation = (typeof DELEGATIONS)[number]['actor'];

let node: OfficesNode;
let browser: Browser;
const contexts: BrowserContext[] = [];
const pages = new Map<Delegation, Page>();
/** What was sent to the slot of the box, with all its headers. */
const dropped: { readonly headers: Readonly<Record<string, string>>; readonly body: string }[] = [];

const pageOf = (actor: Delegation): Page => {
  const page = pages.get(actor);
  if (page === undefined) throw new Error(`${actor} has no browser`);
  return page;
};

async function note(request: Request): Promise<void> {
  if (!request.url().includes('/api/ballots/')) return;
  dropped.push({ headers: await request.allHeaders(), body: request.postData() ?? '' });
}

async function signIn(name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.on('request', (request) => void note(request));
  await page.goto(`${node.running.address}/sign-in`);
  await fill(page, { email: `${name.toLowerCase()}@example.org`, password: PASSWORD });
  await page.locator('main form button[type="submit"]').click();
  await page.waitForLoadState();
  return page;
}

async function secretariat(verb: string, payload: object, register = SESSION): Promise<void> {
  const basis = { kind: 'recorded', source: 'Notes of the secretariat' };
  const act = { type: `meetings.${verb}`, register, actor: 'operator', basis, payload };
  const { status, json } = await node.post('/api/acts', act);
  expect([verb, status, json]).toEqual([verb, 201, json]);
}

async function box(ballot: number): Promise<Readonly<Record<string, unknown>>> {
  const query = new URLSearchParams({ session: NAME, decision: SEAT, ballot: `${ballot}` });
  return (await node.get(`/api/meetings/ballot-box?${query.toString()}`)).json;
}

/** Waits until the node has done what follows from the last act. */
async function waitFor(ballot: number, phase: string): Promise<void> {
  await expect.poll(async () => (await box(ballot))['phase'], { timeout: 30_000 }).toBe(phase);
}

/** A delegate takes a paper on the page, marks it, and puts it into the box. */
async function vote(actor: Delegation, mark: string): Promise<void> {
  const page = pageOf(actor);
  await page.goto(`${node.running.address}${WAYS}/ballot`);
  await page.locator(`#take-${actor}`).click();
  await page.locator(`#mark-${mark}`).check();
  await page.locator(`#drop-${actor}`).click();
  await page.locator(`#forget-${actor}`).waitFor();
}

beforeAll(async () => {
  [node, browser] = await Promise.all([OfficesNode.start(), launchBrowser()]);
  for (const { actor, name } of DELEGATIONS) {
    const office = `${actor.toLowerCase()}-mission`;
    await node.office(actor, office, { covers: ['meetings.*'] });
    await node.person(name, [office]);
    pages.set(actor, await signIn(name));
  }
  const council = { title: { en: 'Council' }, kind: 'council', membership: { kind: 'seats' } };
  await secretariat('establish-body', council, BODY);
  const majority = { kind: 'share', base: 'votes-cast', threshold: '1/2', more: true };
  const rules = [
    {
      name: 'election',
      title: { en: 'Elections' },
      citation: 'Rule 10',
      method: 'election',
      modes: ['secret'],
      election: { majority, restrictedAfter: 1 },
    },
  ];
  await secretariat('adopt-rules', { from: '2026-01-01', citation: 'Rules', rules }, BODY);
  for (const { actor } of DELEGATIONS) {
    await secretariat('seat-member', { member: actor, from: '2026-01-01' }, BODY);
  }
  const today = new Date().toISOString().slice(0, 10);
  const days = { opensOn: today, closesOn: today };
  await secretariat('convene', { body: 'lake-council', title: { en: 'Meeting' }, ...days });
}, 2 * STEP_MILLISECONDS_MAX);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await node.stop();
});

describe('an election by secret ballot', { timeout: STEP_MILLISECONDS_MAX }, () => {
  it('has papers as soon as it is put, and tells nobody how it stands', async () => {
    await secretariat('put-question', {
      decision: SEAT,
      title: { en: 'A seat on the board' },
      on: { kind: 'election', seats: 1, candidates: ['FJI', 'KEN', 'NOR'] },
      rule: 'election',
    });
    await waitFor(1, 'open');
    await vote('FJI', 'FJI');
    await vote('KEN', 'KEN');
    const page = pageOf('NOR');
    await page.goto(`${node.running.address}${WAYS}/ballot`);
    await page.locator('#take-NOR').click();
    await page.locator('#mark-NOR').check();
    expect(await violations(page)).toEqual([]);
    expect((await box(1))['rows']).toEqual([]);
  });

  it('keeps a paper that was taken through a page that was closed', async () => {
    const page = pageOf('NOR');
    await page.goto(`${node.running.address}${WAYS}/ballot`);
    await page.locator('#mark-NOR').check();
    await page.locator('#drop-NOR').click();
    await page.locator('#forget-NOR').waitFor();
    await secretariat('close-voting', { decision: SEAT });
    await waitFor(1, 'opened');
    const { found } = await box(1);
    expect(found).toMatchObject({ papers: 3, ballots: 3, valid: 3 });
  });

  it('elects in the second round, and each finds its own ballot by its receipt', async () => {
    await waitFor(2, 'open');
    await vote('FJI', 'FJI');
    await vote('KEN', 'KEN');
    await vote('NOR', 'KEN');
    await secretariat('close-voting', { decision: SEAT });
    await waitFor(2, 'opened');
    const query = `session=${NAME}&decision=${SEAT}`;
    const { json } = await node.get(`/api/meetings/decision?${query}`);
    expect(json['election']).toMatchObject({ status: 'filled', elected: [{ actor: 'KEN' }] });
    const page = pageOf('NOR');
    await page.goto(`${node.running.address}${WAYS}/ballot?ballot=2`);
    const link = page.locator('#ballot-room a');
    await link.waitFor();
    const row = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1) ?? ''}"]`);
    expect(await row.innerText()).toContain('State KEN');
    await page.locator('#forget-NOR').click();
    await expect.poll(() => link.count()).toBe(0);
  });

  it('was sent to the box by requests that say nothing of who sent them', () => {
    expect(dropped).toHaveLength(6);
    for (const { headers, body } of dropped) {
      const names = Object.keys(headers);
      expect(names).not.toContain('cookie');
      expect(names).not.toContain('authorization');
      expect(names).not.toContain('referer');
      expect(Object.keys(JSON.parse(body))).toEqual(['serial', 'paper', 'marks', 'signature']);
    }
  });
});
