/**
 * A conference from credentials to the final act, as those who do the work would go: secretariat,
 * chair and delegations, each in a browser and signing through an office of its own. Each
 * delegation leaves a screen open, on which all that happens is to be seen.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { OfficesNode } from '../host/offices-node.ts';
import { launchBrowser } from './chromium.ts';
import { type Payload, fill, fillAct } from './fill.ts';

const PASSWORD = 'four calm green boats';
const STEP_MILLISECONDS_MAX = 150_000;
/** What a change may take to another screen; a busy machine is no reason to fail. */
const SEEN_MILLISECONDS_MAX = 20_000;
const SAID_CHARACTERS_MAX = 500;
const HOUR_MILLISECONDS = 3_600_000;
const BODY = 'bodies/river-commission';
const SESSION = 'meetings/river-conference';
const SESSION_PAGE = '/meetings/sessions/river-conference';
const TEXT = 'texts/river-declaration';
const TEXT_PAGE = '/meetings/texts/river-declaration';
const TREATY = 'agreements/river-convention';
/** Kenya presides. */
const DELEGATIONS = [
  { actor: 'BRA', office: 'bra-mission', name: 'Bruna' },
  { actor: 'FJI', office: 'fji-mission', name: 'Losa' },
  { actor: 'KEN', office: 'ken-mission', name: 'Kamau' },
  { actor: 'NOR', office: 'nor-mission', name: 'Nora' },
] as const;
type Delegation = (typeof DELEGATIONS)[number]['actor'];
const ALL = DELEGATIONS.map(({ actor }) => actor);
const nameOf = (actor: Delegation): string =>
  DELEGATIONS.find((one) => one.actor === actor)?.name ?? '';

let node: OfficesNode;
let browser: Browser;
let secretariat: Page;
const contexts: BrowserContext[] = [];
/** Where a delegation acts, and what it leaves open. */
const desks = new Map<Delegation, Page>();
const screens = new Map<Delegation, Page>();

const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 24 * HOUR_MILLISECONDS).toISOString().slice(0, 10);
const inHours = (hours: number): string =>
  new Date(Date.now() + hours * HOUR_MILLISECONDS).toISOString();
const citation = (rule: number): string => `Rules of the River Commission, rule ${rule}`;
const share = (base: string, threshold: string, more = false) => {
  return { kind: 'share', base, threshold, more };
};
const RULES = [
  {
    name: 'substance',
    title: { en: 'Questions of substance' },
    citation: citation(8),
    method: 'vote',
    modes: ['roll-call'],
    adoptedIf: share('present-and-voting', '2/3'),
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
    election: { majority: share('votes-cast', '1/2', true), restrictedAfter: 1 },
  },
];

/** What was there before the conference. */
async function record(type: string, register: string, payload: object): Promise<void> {
  const basis = { kind: 'recorded', source: 'Notes of the secretariat' };
  const act = { type, register, actor: 'operator', basis, payload };
  const { status, json } = await node.post('/api/acts', act);
  expect([type, status, json]).toEqual([type, 201, json]);
}

function of(pages: ReadonlyMap<Delegation, Page>, actor: Delegation): Page {
  const page = pages.get(actor);
  if (page === undefined) throw new Error(`${actor} has no browser`);
  return page;
}
const desk = (actor: Delegation): Page => of(desks, actor);

async function signIn(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  context.setDefaultTimeout(SEEN_MILLISECONDS_MAX);
  const page = await context.newPage();
  await page.goto(`${node.running.address}/sign-in`);
  await fill(page, { email, password: PASSWORD });
  await page.locator('main form button[type="submit"]').click();
  return page;
}

/** Confirms what the page foresees; the id of the act, or what the page says against it. */
async function confirm(page: Page): Promise<string> {
  await page.waitForLoadState();
  const button = page.locator('main button[value="confirm"]');
  if ((await button.count()) > 0) await button.click();
  await page.waitForLoadState();
  const recorded = /\/acts\/([0-9a-f]{64})$/.exec(page.url())?.[1];
  return recorded ?? (await page.locator('main').innerText()).slice(0, SAID_CHARACTERS_MAX);
}
const ID = /^[0-9a-f]{64}$/;

/** Makes an act by its form: its id, or what the page says against it. */
async function make(
  page: Page,
  actor: string,
  type: string,
  register: string,
  payload: Payload,
): Promise<string> {
  await fillAct(page, node.running.address, { type, register, actor, payload });
  await page.locator('main button[value="preview"]').click();
  return confirm(page);
}

/** A delegation acts; that it may is part of what is tested. */
async function act(actor: Delegation, verb: string, register: string, payload: Payload) {
  const made = await make(desk(actor), actor, verb, register, payload);
  expect(made, `${actor} ${verb}`).toMatch(ID);
  return made;
}
const chair = (verb: string, payload: Payload): Promise<string> =>
  act('KEN', `meetings.${verb}`, SESSION, payload);
async function secretary(type: string, register: string, payload: Payload): Promise<string> {
  const page = secretariat;
  await fillAct(page, node.running.address, { type, register, actor: 'operator', payload });
  await fill(page, { basis: 'recorded', source: 'Notes of the secretariat' });
  await page.locator('main button[value="preview"]').click();
  const made = await confirm(page);
  expect(made, type).toMatch(ID);
  return made;
}

const decisionPath = (decision: string): string => `${SESSION_PAGE}/decisions/${decision}`;

/** Presses a button of the decision's own page and confirms what it leads to. */
async function press(actor: Delegation, decision: string, button: string): Promise<string> {
  const page = desk(actor);
  await page.goto(node.running.address + decisionPath(decision));
  await page.locator('.decision-acts').getByRole('button', { name: button, exact: true }).click();
  return confirm(page);
}

/** All four leave this page open. */
async function watch(path: string): Promise<void> {
  await Promise.all([...screens.values()].map((one) => one.goto(node.running.address + path)));
}

/** Waits until all four see it, none of whom asks for the page anew. */
async function seen(words: string | RegExp, part = 'main'): Promise<void> {
  const seeing = [...screens].map(([actor, screen]) =>
    expect
      .poll(() => screen.locator(part).first().innerText(), {
        timeout: SEEN_MILLISECONDS_MAX,
        message: `what ${actor} sees`,
      })
      .toMatch(words),
  );
  await Promise.all(seeing);
}
/** Each delegation does it at its own desk, all at the same moment. */
const each = <Done>(does: (actor: Delegation) => Promise<Done>): Promise<Done[]> =>
  Promise.all(ALL.map(does));
const arithmetic = '#arithmetic';

beforeAll(async () => {
  // The clock is the machine's until the end of the silence, to which it is set on.
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  [node, browser] = await Promise.all([OfficesNode.start(), launchBrowser()]);
  const { type, register, payload, basis } = enteringState('BRA');
  await node.post('/api/acts', { type, register, payload, basis, actor: 'BRA' });
  secretariat = await signIn('amina@example.org');
  for (const { actor, office, name } of DELEGATIONS) {
    await node.office(actor, office, { covers: ['meetings.*', 'agreements.*'] });
    await node.person(name, [office]);
    const page = await signIn(`${name.toLowerCase()}@example.org`);
    desks.set(actor, page);
    screens.set(actor, await page.context().newPage());
  }
  const commission = { title: { en: 'River Commission' }, kind: 'conference' };
  await record('meetings.establish-body', BODY, { ...commission, membership: { kind: 'seats' } });
  const rules = { from: '2026-01-01', citation: 'Rules of the River Commission, 2026' };
  await record('meetings.adopt-rules', BODY, { ...rules, rules: RULES });
  for (const member of ALL) {
    await record('meetings.seat-member', BODY, { member, from: '2026-01-01' });
  }
  const office = { office: 'chair', holder: 'KEN', from: '2026-01-01' };
  await record('meetings.elect-officer', BODY, office);
}, STEP_MILLISECONDS_MAX);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await node.stop();
  vi.useRealTimers();
});

describe('a conference of four', { timeout: STEP_MILLISECONDS_MAX }, () => {
  it('is convened by its secretariat, and opened', async () => {
    const convened = await secretary('meetings.convene', SESSION, {
      body: 'river-commission',
      title: { en: 'River Conference' },
      opensOn: dayAfter(0),
      closesOn: dayAfter(14),
      credentials: 'accepted',
    });
    await watch(SESSION_PAGE);
    await secretary('meetings.open-sitting', SESSION, { number: 1 });
    await seen(/Open\s+Sitting 1/, '#now');
    expect((await node.get(`/api/acts/${convened}`)).status).toBe(200);
  });

  it('seats whose credentials are found in order; without them nobody votes', async () => {
    await chair('put-question', {
      decision: 'organization-of-work',
      title: { en: 'Organization of work' },
      on: { kind: 'other', what: 'The organization of work' },
      rule: 'substance',
    });
    const early = await make(desk('BRA'), 'BRA', 'meetings.vote', SESSION, {
      decision: 'organization-of-work',
      choice: 'yes',
    });
    expect(early).toMatch(/credentials/i);
    await watch(`${SESSION_PAGE}/credentials`);
    await each((actor) =>
      act(actor, 'meetings.submit-credentials', SESSION, {
        delegates: [{ name: nameOf(actor), role: 'head' }],
        issuedBy: 'minister-for-foreign-affairs',
      }),
    );
    await seen(/Bruna[\s\S]*Losa[\s\S]*Kamau[\s\S]*Nora/);
    await secretary('meetings.report-credentials', SESSION, {
      findings: ALL.map((actor) => ({ actor, as: 'accepted' })),
    });
    await seen(/4\s+Accepted/);
    await secretary('meetings.register-presence', SESSION, { present: ALL });
    expect(await press('BRA', 'organization-of-work', 'Yes')).toMatch(ID);
    await watch(decisionPath('organization-of-work'));
    await seen('1 in favour, 0 against, 0 abstaining');
    expect(await press('KEN', 'organization-of-work', 'Close the voting')).toMatch(ID);
    await seen('Adopted');
  });

  it('negotiates a text from brackets to clean', async () => {
    await secretary('meetings.table-text', TEXT, {
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
    await watch(TEXT_PAGE);
    await seen(/\[\s*shall[\s\S]*\]\s*\[\s*should/, '.negotiated');
    const proposed = await act('FJI', 'meetings.propose-change', TEXT, {
      change: { kind: 'insert', at: { run: 'op-1.0', offset: 0 }, words: ['Solemnly '] },
    });
    await seen('Solemnly', '.negotiated');
    await seen('2 open issues');
    const stance = { issue: proposed, stance: 'oppose' };
    await act('NOR', 'meetings.stand-on-change', TEXT, stance);
    await seen(/opposed by\s+State NOR/, '#issues');
    await act('FJI', 'meetings.withdraw-change', TEXT, { change: proposed });
    await seen('1 open issue');
    const settled = { issue: 'op-1:0', as: 'accepted', alternative: 0 };
    await act('KEN', 'meetings.settle-change', TEXT, settled);
    await seen('Nothing is open');
    await desk('NOR').goto(`${node.running.address}${TEXT_PAGE}?view=clean`);
    const clean = await desk('NOR').locator('.negotiated').innerText();
    expect(clean).toContain('Decides that those on its banks shall share the river;');
    expect(clean).not.toMatch(/Solemnly|should|\[/);
  });

  it('votes on an amendment, and shows the arithmetic of each vote as it is cast', async () => {
    await chair('put-question', {
      decision: 'amendment-of-norway',
      title: { en: 'Amendment of Norway' },
      on: { kind: 'part', of: 'declaration', what: 'to delete paragraph 1' },
      rule: 'substance',
    });
    await watch(decisionPath('amendment-of-norway'));
    expect(await press('NOR', 'amendment-of-norway', 'Yes')).toMatch(ID);
    await seen('1 in favour, 0 against, 0 abstaining');
    await seen(/100(?:\.0+)?%/, arithmetic);
    expect(await press('BRA', 'amendment-of-norway', 'No')).toMatch(ID);
    await seen('1 in favour, 1 against, 0 abstaining');
    // Half of those present and voting; two thirds of two are more than one.
    await seen(/50(?:\.0+)?%[\s\S]*1\s+needed: 1\.33/, arithmetic);
    expect(await press('FJI', 'amendment-of-norway', 'Abstain')).toMatch(ID);
    // Who abstains is not voting: the shares stay as they were.
    await seen('1 in favour, 1 against, 1 abstaining');
    await seen(/50(?:\.0+)?%[\s\S]*1\s+needed: 1\.33/, arithmetic);
    expect(await press('KEN', 'amendment-of-norway', 'Close the voting')).toMatch(ID);
    await seen('Not adopted');
    await seen(citation(8), 'aside');
    const late = desk('KEN');
    await late.goto(node.running.address + decisionPath('amendment-of-norway'));
    expect(await late.locator('main button[name="payload.choice"]').count()).toBe(0);
  });

  it('breaks a silence, takes it up again, and then nobody speaks', async () => {
    const decision = 'declaration-by-silence';
    await chair('put-question', {
      decision,
      title: { en: 'Declaration on the River' },
      on: { kind: 'text', text: 'river-declaration' },
      rule: 'silence',
      deadlineAt: inHours(73),
    });
    await watch(decisionPath(decision));
    await seen('Objections are received until');
    await act('BRA', 'meetings.object', SESSION, {
      decision,
      reason: 'The text is not out in Portuguese.',
    });
    await seen('Silence broken');
    await seen('not out in Portuguese');
    await chair('resume-silence', {
      decision,
      until: inHours(74),
      reason: 'It is out in Portuguese now.',
    });
    await seen('Silence taken up again', 'aside');
    await seen('Objections are received until');
    vi.setSystemTime(Date.now() + 75 * HOUR_MILLISECONDS);
    await watch(decisionPath(decision));
    await seen('Adopted: silence was kept');
    const late = await make(desk('FJI'), 'FJI', 'meetings.object', SESSION, {
      decision,
      reason: 'Too late.',
    });
    expect(late).toMatch(/ended at/);
    const page = desk('FJI');
    await page.goto(`${node.running.address}${decisionPath(decision)}/certificate`);
    const certified = await page.locator('.paper').innerText();
    expect(certified).toMatch(/broken and taken up again; after that no objection/);
    expect(certified).toMatch(/Silence taken up again[\s\S]*out in Portuguese now/);
    expect(certified).toMatch(/Objections\s+State BRA/);
  });

  it('elects in a second ballot whom the first did not', async () => {
    const decision = 'seat-on-the-bureau';
    await chair('put-question', {
      decision,
      title: { en: 'A seat on the bureau' },
      on: { kind: 'election', seats: 1, candidates: ['BRA', 'FJI', 'NOR'] },
      rule: 'election',
      mode: 'roll-call',
    });
    await watch(decisionPath(decision));
    const vote = async (actor: Delegation, candidate: string): Promise<void> => {
      const page = desk(actor);
      await page.goto(node.running.address + decisionPath(decision));
      await page.locator('#candidate').selectOption(candidate);
      await page
        .locator('.decision-acts')
        .getByRole('button', { name: 'Vote', exact: true })
        .click();
      expect(await confirm(page)).toMatch(ID);
    };
    await vote('BRA', 'BRA');
    await vote('FJI', 'FJI');
    await vote('KEN', 'BRA');
    await seen('Ballot 1 is being taken, 3 cast so far');
    await vote('NOR', 'NOR');
    expect(await press('KEN', decision, 'Close the voting')).toMatch(ID);
    // Two of four are no more than half.
    await seen(/Ballot 1\s+4 valid, 0 abstaining, required: more than 2/);
    await seen('Nobody is elected yet');
    await each((actor) => vote(actor, actor === 'NOR' ? 'FJI' : 'BRA'));
    expect(await press('KEN', decision, 'Close the voting')).toMatch(ID);
    await seen(/Elected\s+State BRA/, '#election');
    await seen(/3\s+needed: more than 2/, '#election');
    expect(await desk('NOR').locator('#candidate').count()).toBe(0);
  });

  it('ends with a final act, open for signature', async () => {
    const when = { count: 3, of: { any: true } };
    await record('agreements.adopt', TREATY, {
      title: { en: 'Convention on the River' },
      kind: 'multilateral',
      sectors: ['environment'],
      adoptedOn: dayAfter(0),
      finalClauses: { entryIntoForce: { when, delay: { days: 30 }, citation: 'Article 9' } },
    });
    await secretary('agreements.open-for-signature', TREATY, { from: dayAfter(0) });
    await watch(`/${TREATY}`);
    await each((actor) => act(actor, 'agreements.sign', TREATY, { on: dayAfter(0) }));
    for (const actor of ALL) await seen(/\S/, `#${actor}`);
    const signed = ALL.map((actor) => `#${actor}`).join();
    for (const screen of screens.values()) {
      expect(await screen.locator(signed).count()).toBe(ALL.length);
    }
  });
});
