/**
 * A conference from credentials to the final act, as those who do the work would go: the
 * secretariat, and four delegations, each in a browser and signing through an office of its own.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { OfficesNode } from '../host/offices-node.ts';
import { launchBrowser } from './chromium.ts';
import { fill } from './fill.ts';

const PASSWORD = 'four calm green boats';
const STEP_MILLISECONDS_MAX = 60_000;
const SAID_CHARACTERS_MAX = 500;
const HOUR_MILLISECONDS = 3_600_000;
const BODY = 'bodies/river-commission';
const SESSION = 'meetings/river-conference';
const TEXT = 'texts/river-declaration';
const DELEGATIONS = [
  { actor: 'BRA', office: 'bra-mission', name: 'Bruna' },
  { actor: 'FJI', office: 'fji-mission', name: 'Losa' },
  { actor: 'KEN', office: 'ken-mission', name: 'Kamau' },
  { actor: 'NOR', office: 'nor-mission', name: 'Nora' },
] as const;
type Delegation = (typeof DELEGATIONS)[number]['actor'];

let node: OfficesNode;
let browser: Browser;
const contexts: BrowserContext[] = [];
const pages = new Map<Delegation, Page>();
const today = new Date().toISOString().slice(0, 10);
const inHours = (hours: number): string =>
  new Date(Date.now() + hours * HOUR_MILLISECONDS).toISOString();
const citation = (rule: number): string => `Rules of the River Commission, rule ${rule}`;

const majority = (threshold: string, more = false) => ({
  kind: 'share',
  base: 'present-and-voting',
  threshold,
  more,
});
const RULES = [
  {
    name: 'substance',
    title: { en: 'Questions of substance' },
    citation: citation(8),
    method: 'vote',
    modes: ['roll-call'],
    adoptedIf: majority('2/3'),
  },
  {
    name: 'silence',
    title: { en: 'Decision by silence' },
    citation: citation(9),
    method: 'silence',
    silence: { hoursMin: 72 },
  },
  {
    name: 'election',
    title: { en: 'Elections' },
    citation: citation(10),
    method: 'election',
    modes: ['roll-call'],
    election: {
      majority: { kind: 'share', base: 'votes-cast', threshold: '1/2', more: true },
      restrictedAfter: 1,
    },
  },
];

/** The secretariat records an act from its own notes. */
async function secretariat(type: string, register: string, payload: object): Promise<string> {
  const basis = { kind: 'recorded', source: 'Notes of the secretariat' };
  const act = { type, register, actor: 'operator', basis, payload };
  const { status, json } = await node.post('/api/acts', act);
  expect([type, status, json]).toEqual([type, 201, json]);
  return String(json['id']);
}
const inSession = (verb: string, payload: object): Promise<string> =>
  secretariat(`meetings.${verb}`, SESSION, payload);

const pageOf = (actor: Delegation): Page => {
  const page = pages.get(actor);
  if (page === undefined) throw new Error(`${actor} has no browser`);
  return page;
};

async function signIn(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`${node.running.address}/sign-in`);
  await fill(page, { email, password: PASSWORD });
  await page.locator('main form button[type="submit"]').click();
  return page;
}

/** Confirms what the page foresees; the id of the act, or what the page says against it. */
async function confirm(page: Page): Promise<string> {
  const button = page.locator('main button[value="confirm"]');
  if ((await button.count()) > 0) await button.click();
  await page.waitForLoadState();
  const recorded = /\/acts\/([0-9a-f]{64})$/.exec(page.url())?.[1];
  return recorded ?? (await page.locator('main').innerText()).slice(0, SAID_CHARACTERS_MAX);
}

/** A delegation makes an act by its form. */
async function act(
  actor: Delegation,
  type: string,
  register: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const page = pageOf(actor);
  const form = `type=${type}&register=${register}&actor=${actor}`;
  await page.goto(`${node.running.address}/acts/new?${form}`);
  await fill(page, fields);
  await page.locator('main button[value="preview"]').click();
  await page.waitForLoadState();
  return confirm(page);
}

/** A delegation votes by the buttons of the decision's own page. */
async function vote(actor: Delegation, decision: string, choice: string): Promise<string> {
  const page = pageOf(actor);
  await page.goto(
    `${node.running.address}/${SESSION.replace('/', '/sessions/')}/decisions/${decision}`,
  );
  await page.locator(`main button[name="payload.choice"][value="${choice}"]`).click();
  await page.waitForLoadState();
  return confirm(page);
}

const decisionPage = async (decision: string, query = ''): Promise<string> => {
  const path = `/meetings/sessions/river-conference/decisions/${decision}${query}`;
  const html = await (await fetch(`${node.running.address}${path}`)).text();
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
};
const asked = async (question: string, input: Readonly<Record<string, string>>) => {
  const query = new URLSearchParams(input).toString();
  return (await node.get(`/api/meetings/${question}?${query}`)).json;
};
const outcome = async (decision: string): Promise<unknown> =>
  (await asked('decision', { session: 'river-conference', decision }))['result'];

const ID = /^[0-9a-f]{64}$/;

beforeAll(async () => {
  [node, browser] = await Promise.all([OfficesNode.start(), launchBrowser()]);
  const { type, register, payload, basis } = enteringState('BRA');
  await node.post('/api/acts', { type, register, payload, basis, actor: 'BRA' });
  for (const { actor, office, name } of DELEGATIONS) {
    await node.office(actor, office, { covers: ['meetings.*', 'agreements.*'] });
    await node.person(name, [office]);
    pages.set(actor, await signIn(`${name.toLowerCase()}@example.org`));
  }
  await secretariat('meetings.establish-body', BODY, {
    title: { en: 'River Commission' },
    kind: 'conference',
    membership: { kind: 'seats' },
  });
  await secretariat('meetings.adopt-rules', BODY, {
    from: '2026-01-01',
    citation: 'Rules of the River Commission, 2026',
    rules: RULES,
  });
  for (const { actor } of DELEGATIONS) {
    await secretariat('meetings.seat-member', BODY, { member: actor, from: '2026-01-01' });
  }
  await secretariat('meetings.elect-officer', BODY, {
    office: 'chair',
    holder: 'KEN',
    from: '2026-01-01',
  });
  await secretariat('meetings.convene', SESSION, {
    body: 'river-commission',
    title: { en: 'River Conference' },
    opensOn: today,
    closesOn: today,
    credentials: 'accepted',
  });
}, 2 * STEP_MILLISECONDS_MAX);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await node.stop();
});

describe('a conference of four', { timeout: STEP_MILLISECONDS_MAX }, () => {
  it('begins with credentials: without them nobody votes', async () => {
    await inSession('open-sitting', { number: 1 });
    await inSession('put-question', {
      decision: 'organization-of-work',
      title: { en: 'Organization of work' },
      on: { kind: 'other', what: 'The organization of work' },
      rule: 'substance',
    });
    expect(await vote('BRA', 'organization-of-work', 'yes').catch(String)).not.toMatch(ID);
    for (const { actor, name } of DELEGATIONS) {
      const delegates = JSON.stringify([{ name, role: 'head' }]);
      const submitted = await act(actor, 'meetings.submit-credentials', SESSION, {
        'payload.delegates': delegates,
        'payload.issuedBy': 'minister-for-foreign-affairs',
      });
      expect(submitted).toMatch(ID);
    }
    await inSession('report-credentials', {
      findings: DELEGATIONS.map(({ actor }) => ({ actor, as: 'accepted' })),
    });
    await inSession('register-presence', { present: DELEGATIONS.map(({ actor }) => actor) });
    for (const { actor } of DELEGATIONS) {
      expect(await vote(actor, 'organization-of-work', 'yes')).toMatch(ID);
    }
    await inSession('close-voting', { decision: 'organization-of-work' });
    expect(await outcome('organization-of-work')).toBe('adopted');
  });

  it('negotiates a text from brackets to clean', async () => {
    await secretariat('meetings.table-text', TEXT, {
      title: { en: 'Declaration on the River' },
      symbol: 'RC/1/L.1',
      session: 'river-conference',
      provisions: [
        {
          id: 'op-1',
          kind: 'operative',
          words: [
            'Decides that those on its banks ',
            { alternatives: [['shall'], ['should']] },
            ' share the river;',
          ],
        },
      ],
    });
    const before = await asked('text', { text: 'river-declaration' });
    expect(JSON.stringify(before)).toContain('should');
    const change = { kind: 'insert', at: { run: 'op-1.0', offset: 0 }, words: ['Solemnly '] };
    const proposed = await act('FJI', 'meetings.propose-change', TEXT, {
      'payload.change': JSON.stringify(change),
    });
    expect(proposed).toMatch(ID);
    const opposed = await act('NOR', 'meetings.stand-on-change', TEXT, {
      'payload.issue': proposed,
      'payload.stance': 'oppose',
    });
    expect(opposed).toMatch(ID);
    await pageOf('FJI').goto(`${node.running.address}/meetings/texts/river-declaration`);
    const room = await pageOf('FJI').locator('main').innerText();
    expect(room).toContain('Solemnly');
    expect(room).toContain('shall');
    expect(
      await act('FJI', 'meetings.withdraw-change', TEXT, { 'payload.change': proposed }),
    ).toMatch(ID);
    await secretariat('meetings.settle-change', TEXT, {
      issue: 'op-1:0',
      as: 'accepted',
      alternative: 0,
    });
    const clean = await asked('text-view', { text: 'river-declaration', view: 'clean' });
    expect(JSON.stringify(clean)).toContain('those on its banks shall share the river');
    expect(JSON.stringify(clean)).not.toContain('Solemnly');
  });

  it('votes on an amendment, and shows who voted how by which rule', async () => {
    await inSession('put-question', {
      decision: 'amendment-of-norway',
      title: { en: 'Amendment of Norway' },
      on: { kind: 'part', of: 'declaration', what: 'to delete paragraph 1' },
      rule: 'substance',
    });
    await vote('NOR', 'amendment-of-norway', 'yes');
    await vote('BRA', 'amendment-of-norway', 'no');
    await vote('KEN', 'amendment-of-norway', 'abstain');
    await inSession('close-voting', { decision: 'amendment-of-norway' });
    expect(await outcome('amendment-of-norway')).toBe('rejected');
    const late = pageOf('FJI');
    await late.goto(
      `${node.running.address}/meetings/sessions/river-conference/decisions/amendment-of-norway`,
    );
    expect(await late.locator('main button[name="payload.choice"]').count()).toBe(0);
    expect(await decisionPage('amendment-of-norway')).toContain(citation(8));
  });

  it('breaks a silence, and begins it again', async () => {
    const silence = (decision: string) => ({
      decision,
      title: { en: 'Declaration on the River' },
      on: { kind: 'text', text: 'river-declaration' },
      rule: 'silence',
      deadlineAt: inHours(73),
    });
    await inSession('put-question', silence('declaration-by-silence'));
    const broken = await act('BRA', 'meetings.object', SESSION, {
      'payload.decision': 'declaration-by-silence',
      'payload.reason': 'The text is not out in Portuguese.',
    });
    expect(broken).toMatch(ID);
    expect(await outcome('declaration-by-silence')).toBe('blocked');
    expect(await decisionPage('declaration-by-silence')).toContain('not out in Portuguese');
    await inSession('put-question', silence('declaration-by-silence-again'));
    const after = `?asOf=${inHours(5 * 24).slice(0, 10)}`;
    const ends = await asked('decision', {
      session: 'river-conference',
      decision: 'declaration-by-silence-again',
      asOf: after.slice(-10),
    });
    expect(ends['result']).toBe('adopted');
  });

  it('elects in a second ballot whom the first did not', async () => {
    await inSession('put-question', {
      decision: 'seat-on-the-bureau',
      title: { en: 'A seat on the bureau' },
      on: { kind: 'election', seats: 1, candidates: ['BRA', 'FJI', 'NOR'] },
      rule: 'election',
      mode: 'roll-call',
    });
    const ballot = async (at: number, votes: Readonly<Record<Delegation, string>>) => {
      for (const { actor } of DELEGATIONS) {
        const cast = await act(actor, 'meetings.vote-for', SESSION, {
          'payload.decision': 'seat-on-the-bureau',
          'payload.ballot': `${at}`,
          'payload.candidates': votes[actor],
        });
        expect(cast).toMatch(ID);
      }
    };
    await ballot(1, { BRA: 'BRA', FJI: 'FJI', KEN: 'BRA', NOR: 'FJI' });
    await inSession('close-voting', { decision: 'seat-on-the-bureau' });
    await ballot(2, { BRA: 'BRA', FJI: 'BRA', KEN: 'BRA', NOR: 'FJI' });
    await inSession('close-voting', { decision: 'seat-on-the-bureau' });
    const input = { session: 'river-conference', decision: 'seat-on-the-bureau' };
    expect(await asked('decision', input)).toMatchObject({
      election: {
        status: 'filled',
        elected: [{ actor: 'BRA' }],
        ballots: [{ isRestricted: false }, { isRestricted: true }],
      },
    });
  });

  it('ends with a final act, open for signature', async () => {
    const register = 'agreements/river-convention';
    await secretariat('agreements.adopt', register, {
      title: { en: 'Convention on the River' },
      kind: 'multilateral',
      sectors: ['environment'],
      adoptedOn: today,
      finalClauses: {
        entryIntoForce: {
          when: { count: 3, of: { any: true } },
          delay: { days: 30 },
          citation: 'Article 9',
        },
      },
    });
    await secretariat('agreements.open-for-signature', register, { from: today });
    for (const { actor } of DELEGATIONS) {
      expect(await act(actor, 'agreements.sign', register, { 'payload.on': today })).toMatch(ID);
    }
    const page = await (await fetch(`${node.running.address}/${register}`)).text();
    for (const { actor } of DELEGATIONS) expect(page).toContain(`id="${actor}"`);
  });
});
