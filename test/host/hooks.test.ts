/** Webhooks of people, against a receiver on this machine. */
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authorityOf } from '../../src/host/authority/authority.ts';
import { AdmittedEvent, DELIVERY_HEADER, TestEvent } from '../../src/host/hooks/event.ts';
import type { HookFilter } from '../../src/host/hooks/hook-filter.ts';
import { HookRoom } from '../../src/host/hooks/hook-room.ts';
import { ATTEMPTS_MAX, HOOKS_PER_PERSON_MAX } from '../../src/host/hooks/hook-tables.ts';
import { SIGNATURE_HEADER, isSignedBy } from '../../src/host/webhooks/signature.ts';
import { markedFor } from '../../src/kernel/marking.ts';
import { type TestStore, admitted, note, openTestStore } from '../../src/store/test-store.ts';

const CANARY = 'canary-5d1e';
const RED = markedFor('red', ['KEN']);

interface Call {
  readonly body: string;
  readonly signature: string;
  readonly delivery: string;
}

const called: Call[] = [];
/** Statuses with which the next calls are answered. */
const answers: number[] = [];
/** For whom people act; who is not named may not enter. */
const people = new Map<string, readonly string[]>();
let web: Server;
let url = '';
let node: TestStore;
let room: HookRoom;
let pool: pg.Pool;
let written = 0;

const openRoom = (privateWebhooks = '127.0.0.0/8'): Promise<HookRoom> =>
  HookRoom.open(
    { store: node.store, now: () => new Date() },
    {
      connection: node.options.connection,
      privateWebhooks,
      origin: () => 'https://concord.example',
      authority: authorityOf(node.store, node.keys),
      actorsOf: async (person) => people.get(person) ?? null,
      everyMilliseconds: null,
    },
  );

/** Records notes, one after the other; their ids. */
async function write(...more: Parameters<typeof note>[1][]): Promise<string[]> {
  const drafts = more.map((one) => note(`note ${(written += 1)}`, one));
  return admitted(await node.store.submit(drafts)).map(({ id }) => id);
}

async function hook(person: string, filter: HookFilter = {}, to = url) {
  const made = await room.add({ person, url: to, filter });
  if (made === null) throw new Error('there are too many');
  return { person, ...made };
}

const told = (): string[] => called.map(({ body }) => AdmittedEvent.parse(JSON.parse(body)).id);
const waitNoLonger = () => pool.query('update hooks.hook set next_at = now()');
const stateOf = async (person: string) => (await room.hooks(person))[0]?.pausedAs;

beforeAll(async () => {
  web = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      called.push({
        body: Buffer.concat(parts).toString('utf8'),
        signature: String(request.headers[SIGNATURE_HEADER]),
        delivery: String(request.headers[DELIVERY_HEADER]),
      });
      response.writeHead(answers.shift() ?? 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const at = web.address();
  url = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}/hook`;
  node = await openTestStore();
  pool = new pg.Pool({ ...node.options.connection, max: 1 });
  room = await openRoom();
});
afterAll(async () => {
  await room.close();
  await pool.end();
  await node.close();
  web.close();
});
beforeEach(async () => {
  called.length = 0;
  answers.length = 0;
  people.clear();
  people.set('amina', ['KEN']).set('bela', ['HUN']);
  await pool.query('delete from hooks.hook');
});

describe('a webhook is told', () => {
  it('what was admitted since, in the order of the record, signed, with the act', async () => {
    await write({});
    const { secret } = await hook('amina');
    const ids = await write({}, {}, {});
    await room.look();
    await room.look();
    expect(told()).toEqual(ids);
    const [first] = called;
    if (first === undefined) throw new Error('nothing was told');
    const now = Date.now() / 1000;
    expect(isSignedBy(secret, { header: first.signature, body: first.body, now })).toBe(true);
    expect(JSON.parse(first.body)).toMatchObject({
      delivery: first.delivery,
      type: 'notes.write',
      register: 'notes/common',
      address: `https://concord.example/acts/${ids[0]}`,
      act: { id: ids[0], payload: { text: `text of note ${written - 2}` } },
    });
  });

  it('only of the acts that it asks for', async () => {
    await hook('amina', { register: 'notes/other', area: 'notes', type: 'notes.write' });
    await hook('bela', { actor: 'HUN' });
    const [, wanted] = await write({}, { register: 'notes/other' });
    await room.look();
    expect(told()).toEqual([wanted]);
  });

  it('again and in order after a failure, under the same delivery', async () => {
    await hook('amina');
    const ids = await write({}, {});
    answers.push(500);
    await room.look();
    await room.look();
    expect(told()).toEqual([ids[0]]);
    await waitNoLonger();
    await room.look();
    expect(told()).toEqual([ids[0], ids[0], ids[1]]);
    const deliveries = called.map(({ delivery }) => delivery);
    expect(deliveries[0]).toBe(deliveries[1]);
    expect(deliveries[1]).not.toBe(deliveries[2]);
    const log = await room.deliveries('amina', { actors: ['KEN'] });
    expect(log.map(({ attempts, fault }) => [attempts, fault])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('nothing while it is paused, and then all of it', async () => {
    const own = await hook('amina');
    await room.pause(own);
    const ids = await write({}, {});
    await room.look();
    expect(called).toEqual([]);
    await room.resume(own);
    await room.look();
    expect(told()).toEqual(ids);
  });

  it('a test, when its owner wants one, signed with the secret that it has by then', async () => {
    const own = await hook('amina');
    const secret = (await room.rotate(own)) ?? '';
    expect(await room.test(own)).toBe(true);
    expect(await room.test({ ...own, person: 'bela' })).toBe(false);
    const [{ body, signature } = { body: '', signature: '' }] = called;
    TestEvent.parse(JSON.parse(body));
    const call = { header: signature, body, now: Date.now() / 1000 };
    expect(isSignedBy(secret, call)).toBe(true);
    expect(isSignedBy(own.secret, call)).toBe(false);
  });
});

describe('a webhook is paused', () => {
  it('when it failed for long, and not before', async () => {
    await hook('amina');
    await write({});
    await pool.query('update hooks.hook set attempts = $1', [ATTEMPTS_MAX - 2]);
    answers.push(500, 500);
    await room.look();
    expect(await stateOf('amina')).toBeNull();
    await waitNoLonger();
    await room.look();
    expect(await stateOf('amina')).toBe('failing');
  });

  it('when it says that it is gone', async () => {
    await hook('amina');
    await write({});
    answers.push(410);
    await room.look();
    expect(await stateOf('amina')).toBe('gone');
  });
});

describe('nobody hears by a webhook', () => {
  it('of an act that they may not see', async () => {
    await hook('bela');
    await write({ marking: RED, payload: { note: CANARY, text: CANARY } });
    await room.look();
    expect(called).toEqual([]);
  });

  it('what a marked act says, though they may see it here', async () => {
    await hook('amina');
    const [id] = await write({ marking: RED, payload: { note: `${CANARY} 2`, text: CANARY } });
    await room.look();
    expect(told()).toEqual([id]);
    expect(called[0]?.body).not.toContain(CANARY);
  });

  it('anything more once they may not enter, or act for nobody who may see it', async () => {
    await hook('amina');
    await write({ marking: RED, payload: { note: `${CANARY} 3`, text: CANARY } });
    people.delete('amina');
    await room.look();
    people.set('amina', ['HUN']);
    await pool.query('update hooks.hook set looked_to = told_to');
    await room.look();
    expect(called).toEqual([]);
  });

  it('of what was sent while they still might', async () => {
    await hook('amina');
    await write({ marking: RED, payload: { note: `${CANARY} 4`, text: CANARY } });
    await room.look();
    expect(await room.deliveries('amina', { actors: ['KEN'] })).toHaveLength(1);
    expect(await room.deliveries('amina', { actors: ['HUN'] })).toEqual([]);
  });

  it('at a private address that the operator has not named', async () => {
    const strict = await openRoom('refuse');
    await hook('amina');
    await write({});
    await strict.look();
    await strict.close();
    expect(called).toEqual([]);
    const [log] = await room.deliveries('amina', { actors: ['KEN'] });
    expect(log?.fault).toContain('is not a public address');
  });
});

describe('many', () => {
  it('processes tell of an act once, in order', async () => {
    const other = await openRoom();
    await hook('amina');
    const ids = await write({}, {}, {}, {});
    await Promise.all([room.look(), other.look(), room.look(), other.look()]);
    await other.close();
    expect(told()).toEqual(ids);
  });

  it('webhooks of one person are bounded', async () => {
    for (let made = 0; made < HOOKS_PER_PERSON_MAX; made += 1) await hook('amina');
    expect(await room.add({ person: 'amina', url, filter: {} })).toBeNull();
    await hook('bela');
  });
});
