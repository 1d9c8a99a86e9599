/** Every example of the API's description, put to a running node that holds the shipped world. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/host/api/questions.ts';
import { nameWithin } from '../../src/host/api/question-name.ts';
import { readConfig } from '../../src/host/config.ts';
import { house } from '../../src/host/house.ts';
import { type Running, startNode } from '../../src/host/start-node.ts';
import type { DraftAct } from '../../src/kernel/submission.ts';
import { type TestDatabase, createTestDatabase } from '../../src/store/test-database.ts';
import { conferenceActs } from '../conference/conference.ts';
import { tokenByLink } from './administrator.ts';

const START_MILLISECONDS_MAX = 180_000;
const EACH_ACT_MILLISECONDS_MAX = 240_000;

interface Described {
  readonly paths: {
    readonly [path: string]: {
      readonly get?: {
        readonly parameters: readonly { name?: string; example?: string | number | boolean }[];
        readonly responses: {
          readonly 200: { readonly content?: Readonly<Record<string, unknown>> };
        };
      };
      readonly post?: {
        readonly requestBody: {
          readonly content: {
            readonly 'application/json': {
              readonly examples: Readonly<Record<string, { readonly value: object }>>;
            };
          };
        };
      };
    };
  };
}

let database: TestDatabase;
let folder: string;
let node: Running;
let described: Described;
let token: string;

/** Issues the notification that an example asks for: the shipped world has none. */
async function notify(): Promise<void> {
  const shown = await fetch(`${node.address}/api/agreements/show?agreement=paris-agreement`);
  const { adoptedBy } = (await shown.json()) as { adoptedBy: string };
  const payload = { number: 'C.N.12.2026.TREATIES-IV.4', on: '2026-01-16', acts: [adoptedBy] };
  await record('agreements.notify', 'agreements/paris-agreement', payload);
}

/** Opens the channel that examples ask for, with a notice in it. */
async function warn(): Promise<void> {
  const opening = { title: { en: 'Outbreak alerts' }, kind: 'alerts' };
  await record('notices.open-channel', 'notices/outbreak-alerts', opening);
  const notice = { kind: 'alerts', subject: 'A cluster', body: 'Twelve cases.', language: 'en' };
  await record('notices.issue', 'notices/outbreak-alerts', notice);
}

/** Holds the conference that examples ask for. */
async function confer(): Promise<void> {
  for (const draft of conferenceActs('un-secretary-general')) await submit(draft);
}

async function record(type: string, register: string, payload: object): Promise<void> {
  const basis = { kind: 'recorded' as const, source: 'Notes of the operator' };
  await submit({ type, register, actor: 'un-secretary-general', basis, payload });
}

async function submit(draft: DraftAct): Promise<void> {
  const response = await fetch(`${node.address}/api/acts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  });
  if (response.status !== 201) throw new Error(await response.text());
}

async function start(): Promise<void> {
  const { host, port, user, password, database: name } = database.connection;
  const address = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}`;
  const config = readConfig({
    DATABASE_URL: `${address}?host=${encodeURIComponent(host)}`,
    CONCORD_LOG: 'silent',
    CONCORD_PORT: '0',
  });
  node = await startNode({ config, house, dataFolder: folder, report: () => undefined });
}

/** One person may record only so many acts in a minute; a node that starts counts from nothing. */
async function restart(): Promise<void> {
  await node.stop();
  await start();
}

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'concord-examples-'));
  await start();
  token = await tokenByLink(node.firstLink ?? '');
  await notify();
  await warn();
  await confer();
  await restart();
  described = (await (await fetch(`${node.address}/api/openapi.json`)).json()) as Described;
}, START_MILLISECONDS_MAX);
afterAll(async () => {
  await node.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const questions = house.areas.flatMap((area) =>
  area.questions.map((question) => {
    const path = `/api/${area.name}/${nameWithin(area, question)}`;
    return [path, question] as const;
  }),
);

/** The address of a question with the examples of its parameters, as the description has them. */
function exampleOf(path: string): string {
  const search = new URLSearchParams();
  for (const { name, example } of described.paths[path]?.get?.parameters ?? []) {
    if (name !== undefined && example !== undefined) search.set(name, `${example}`);
  }
  return `${node.address}${path}?${search.toString()}`;
}

describe('an example of a question', () => {
  it.each(questions)('%s is answered in the form that is promised', async (path, question) => {
    const response = await fetch(exampleOf(path));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json',
    ]);
    const parsed = question.output.safeParse(await response.json());
    expect(parsed.error?.issues).toBeUndefined();
  });

  it('is had as CSV exactly where the description says so', async () => {
    for (const [path, question] of questions) {
      const promised = 'text/csv' in (described.paths[path]?.get?.responses[200].content ?? {});
      expect([path, promised]).toEqual([path, columnsOf(question) !== null]);
      const response = await fetch(`${exampleOf(path)}&format=csv`);
      expect([path, response.status]).toEqual([path, promised ? 200 : 406]);
    }
  });
});

/** Whether an act was recorded, or refused by a rule of its own area. */
function outcomeOf(type: string, status: number, rule: string | undefined): string {
  if (status === 201) return 'recorded';
  const ofItsArea = rule?.split('.')[0] === type.split('.')[0];
  return status === 422 && ofItsArea ? 'refused' : 'neither';
}

describe('an example of an act', { timeout: EACH_ACT_MILLISECONDS_MAX }, () => {
  async function send(
    path: string,
    act: object,
  ): Promise<{ status: number; rule: string | undefined }> {
    const response = await fetch(`${node.address}${path}`, {
      method: 'POST',
      body: JSON.stringify(act),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    // There may be more kinds of act than one person may record in a minute.
    if (response.status === 429) {
      await delay(1000 * Number(response.headers.get('retry-after') ?? '1'));
      return send(path, act);
    }
    const { rule } = (await response.json()) as { rule?: string };
    return { status: response.status, rule };
  }

  const examples = () =>
    described.paths['/api/acts']?.post?.requestBody.content['application/json'].examples ?? {};

  it('is refused in a register that is none of its area', async () => {
    for (const [type, { value }] of Object.entries(examples())) {
      const area = type.split('.')[0] ?? '';
      const register = area === 'agreements' ? 'actors/example' : 'agreements/example';
      const sent = await send('/api/acts/preview', { ...value, register });
      expect([type, sent.status]).toEqual([type, 422]);
      const ofNode = ['keys.registration', 'registers.open', 'streams.resolve'];
      const rules = ['register.known', `${area}.register`, ...ofNode];
      expect([type, rules.includes(sent.rule ?? '')]).toEqual([type, true]);
    }
    const adoption = examples()['agreements.adopt']?.value;
    for (const register of ['actors/example', 'meetings/example', 'agreements/Some.Thing']) {
      const sent = await send('/api/acts/preview', { ...adoption, register });
      expect([register, sent.rule]).toEqual([register, 'agreements.register']);
    }
  });

  const order = ['adopt', 'open-for-signature', 'sign', 'deposit'].map(
    (one) => `agreements.${one}`,
  );

  it('is recorded, or refused by a rule of its own area', async () => {
    expect(Object.keys(examples()).length).toBeGreaterThan(order.length);
    await restart();
    for (const [type, { value }] of Object.entries(examples())) {
      const { status, rule } = await send('/api/acts', value);
      expect([type, outcomeOf(type, status, rule)]).not.toEqual([type, 'neither']);
      expect([type, status, order.includes(type)]).not.toEqual([type, 422, true]);
    }
  });
});
