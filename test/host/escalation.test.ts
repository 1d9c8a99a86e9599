/** Offices that are told at night, against a mail server and a webhook on this machine. */
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authorityOf } from '../../src/host/authority/authority.ts';
import { MailRoom } from '../../src/host/mail/mail-room.ts';
import { textsOf } from '../../src/host/texts.ts';
import { EscalationRoom } from '../../src/host/webhooks/escalation-room.ts';
import { SIGNATURE_HEADER, isSignedBy } from '../../src/host/webhooks/signature.ts';
import { ATTEMPTS_MAX } from '../../src/host/webhooks/telling-tables.ts';
import { type Marking, markedFor } from '../../src/kernel/marking.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { enteringState } from '../../src/practices/actors/entering-for-tests.ts';
import { actors } from '../../src/practices/actors/area.ts';
import { notices } from '../../src/practices/notices/area.ts';
import { type TestStore, admitted, openTestStore } from '../../src/store/test-store.ts';

const CANARY = 'canary-91b2';
const OFFICES = ['duty-office', 'ministry'];
const RED = markedFor('red', ['AAA', 'BBB', 'ministry']);
const SOURCE = { kind: 'recorded', source: 'Log of the duty desk' } as const;

interface Call {
  readonly body: string;
  readonly signature: string;
}

let clock = new Date('2026-03-01T20:00:00.000Z');
const now = (): Date => clock;
const called: Call[] = [];
const letters: { to: string; raw: string }[] = [];
/** Statuses with which the next calls are answered. */
const answers: number[] = [];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      letters.push({ to, raw: Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', '') });
      return done();
    });
  },
});
let web: Server;
let webUrl = '';
let node: TestStore;
let mail: MailRoom;
let room: EscalationRoom;
let pool: pg.Pool;

function portOf(address: ReturnType<Server['address']>): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const openRoom = (privateWebhooks: string): Promise<EscalationRoom> =>
  EscalationRoom.open(
    { store: node.store, now },
    {
      connection: node.options.connection,
      privateWebhooks,
      origin: () => 'https://concord.example',
      mail,
      authority: authorityOf(node.store, node.keys),
      everyMilliseconds: null,
    },
  );

function draft(verb: string, actor: string, payload: object, marking?: Marking): DraftAct {
  const base = { type: `notices.${verb}`, register: 'notices/alerts', actor, payload };
  return { ...base, basis: SOURCE, ...(marking && { marking }) };
}

async function issue(marking?: Marking): Promise<string> {
  const payload = {
    kind: 'alerts',
    subject: CANARY,
    body: CANARY,
    language: 'en',
    to: { actors: ['BBB'] },
    precedence: 'immediate',
  };
  const [one] = admitted(await node.store.submit([draft('issue', 'AAA', payload, marking)]));
  return one?.id ?? '';
}

const entering = (id: string): DraftAct => {
  const kind = OFFICES.includes(id) ? 'office' : 'state';
  const flags = { treatyCapacity: false, regionalIntegration: false };
  return { ...enteringState(id), payload: { id, kind, names: { en: id }, ...flags } };
};

/** What was put down waits no longer for its next attempt. */
const waitNoLonger = () => pool.query('update webhooks.telling set next_at = now()');

beforeAll(async () => {
  web = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const signature = String(request.headers[SIGNATURE_HEADER]);
      called.push({ body: Buffer.concat(parts).toString('utf8'), signature });
      const status = answers.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: `${webUrl}/other` } : {}).end();
    });
  }).listen(0, '127.0.0.1');
  smtp.listen(0, '127.0.0.1');
  await Promise.all([once(web, 'listening'), once(smtp.server, 'listening')]);
  webUrl = `http://127.0.0.1:${portOf(web.address())}`;
  node = await openTestStore({ areas: [actors, notices], now });
  pool = new pg.Pool({ ...node.options.connection, max: 1 });
  admitted(await node.store.submit(['AAA', 'BBB', ...OFFICES].map(entering)));
  const opening = {
    title: { en: 'Alerts' },
    kind: 'alerts',
    acknowledgeWithinHours: { immediate: 1 },
    escalation: [{ afterHours: 0, offices: OFFICES }],
  };
  admitted(await node.store.submit([draft('open-channel', node.store.operator, opening)]));
  mail = await MailRoom.open(
    { store: node.store, textIn: textsOf([]), now },
    {
      connection: node.options.connection,
      mailings: [],
      smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
      from: 'concord@example.org',
      origin: () => 'https://concord.example',
    },
  );
  await mail.add({ actor: 'duty-office', email: 'duty@example.org', locale: 'fr', by: 'x' });
  room = await openRoom('127.0.0.0/8');
});
afterAll(async () => {
  await room.close();
  await mail.close();
  await pool.end();
  await node.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  web.close();
});
beforeEach(async () => {
  for (const list of [called, letters, answers]) list.length = 0;
  await pool.query('delete from webhooks.telling');
  for (const { id } of await room.hooks()) await room.end(id);
});

const everyone = { actors: ['AAA', 'BBB', 'ministry'] };

describe('an office', () => {
  it('is told once, by mail and webhook, that something is overdue, not what', async () => {
    const secret = (await room.add({ office: 'duty-office', url: webUrl, by: 'x' })) ?? '';
    const notice = await issue();
    await room.look();
    expect([called, letters]).toEqual([[], []]);
    clock = new Date('2026-03-02T03:00:00.000Z');
    await room.look();
    await room.look();
    expect(called).toHaveLength(1);
    expect(letters.map(({ to }) => to)).toEqual(['duty@example.org']);
    const { body, signature } = called[0] ?? { body: '', signature: '' };
    expect(JSON.parse(body)).toMatchObject({
      event: 'notices.overdue',
      office: 'duty-office',
      link: `https://concord.example/acts/${notice}`,
    });
    const seconds = clock.getTime() / 1000;
    expect(isSignedBy(secret, { header: signature, body, now: seconds })).toBe(true);
    const raw = letters.map((letter) => letter.raw).join();
    expect(raw).toContain(`/acts/${notice}`);
    expect(`${body} ${raw}`).not.toContain(CANARY);
    await node.store.submit([draft('acknowledge', 'BBB', { notice })]);
  });

  it('hears nothing of a red notice that it may not read, and another that may does', async () => {
    await room.add({ office: 'duty-office', url: webUrl, by: 'x' });
    await room.add({ office: 'ministry', url: webUrl, by: 'x' });
    const notice = await issue(RED);
    clock = new Date(clock.getTime() + 2 * 3_600_000);
    await room.look();
    expect(letters).toEqual([]);
    expect(called.map(({ body }) => (JSON.parse(body) as { office: string }).office)).toEqual([
      'ministry',
    ]);
    expect(called[0]?.body).not.toContain(CANARY);
    expect((await room.tellings({ actors: ['duty-office'] })).length).toBe(0);
    expect((await room.tellings(everyone)).length).toBe(1);
    await node.store.submit([draft('acknowledge', 'BBB', { notice }, RED)]);
  });

  it('is tried again while its webhook is away, and given up visibly in the end', async () => {
    await room.add({ office: 'ministry', url: webUrl, by: 'x' });
    const notice = await issue(RED);
    clock = new Date(clock.getTime() + 2 * 3_600_000);
    answers.push(...Array.from({ length: ATTEMPTS_MAX + 2 }, () => 503));
    for (let attempt = 0; attempt < ATTEMPTS_MAX + 2; attempt += 1) {
      await waitNoLonger();
      await room.look();
    }
    expect(called).toHaveLength(ATTEMPTS_MAX);
    const [told] = await room.tellings(everyone);
    expect(told).toMatchObject({ attempts: ATTEMPTS_MAX, sentAt: null, fault: 'answered 503' });
    expect(told?.failedAt).not.toBeNull();
    await node.store.submit([draft('acknowledge', 'BBB', { notice }, RED)]);
  });

  it('is told no more when the notice was acknowledged before the next attempt', async () => {
    await room.add({ office: 'ministry', url: webUrl, by: 'x' });
    const notice = await issue(RED);
    clock = new Date(clock.getTime() + 2 * 3_600_000);
    answers.push(500);
    await room.look();
    await node.store.submit([draft('acknowledge', 'BBB', { notice }, RED)]);
    await waitNoLonger();
    await room.look();
    expect(called).toHaveLength(1);
    expect((await room.tellings(everyone))[0]?.fault).toBe('not due any more');
  });

  it('whose webhook says that it is gone is not called again, nor is another place', async () => {
    await room.add({ office: 'ministry', url: webUrl, by: 'x' });
    const notice = await issue(RED);
    clock = new Date(clock.getTime() + 2 * 3_600_000);
    answers.push(302, 410);
    await room.look();
    await waitNoLonger();
    await room.look();
    await waitNoLonger();
    await room.look();
    expect(called).toHaveLength(2);
    expect((await room.tellings(everyone))[0]?.failedAt).not.toBeNull();
    await node.store.submit([draft('acknowledge', 'BBB', { notice }, RED)]);
  });
});

describe('a webhook at a private address', () => {
  it('is not called unless the operator names it', async () => {
    const strict = await openRoom('refuse');
    await strict.add({ office: 'ministry', url: webUrl, by: 'x' });
    await issue(RED);
    clock = new Date(clock.getTime() + 2 * 3_600_000);
    await strict.look();
    expect(called).toEqual([]);
    expect((await strict.tellings(everyone))[0]?.fault).toContain('is not a public address');
    await strict.close();
  });
});
