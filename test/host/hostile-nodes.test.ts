/**
 * What another node sends in bad faith: with a key that is known here, or with none. The routes are
 * those of the application, so that one that is added later is tried by itself.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLE_MEDIA_TYPE } from '../../src/federation/bundle.ts';
import { ENVELOPE_BYTES_MAX } from '../../src/federation/envelope.ts';
import { SEALED_MEDIA_TYPE, SEAL_BYTES } from '../../src/federation/sealing.ts';
import { NONCE_HEADER, authorizationFor } from '../../src/federation/signed-request.ts';
import { FRAME_BYTES_MAX, FRAME_MEDIA_TYPE, encodeActs } from '../../src/federation/wire.ts';
import { BUNDLE_BYTES_MAX } from '../../src/host/federation/bundle-routes.ts';
import { generateKey } from '../../src/kernel/key.ts';
import { TAXII_TYPE } from '../../src/standards/taxii/media-type.ts';
import { OPERATOR, registerKey } from '../../src/store/test-store.ts';
import {
  BY_TOKEN,
  type HostileNode,
  JSON_BODIES,
  closeHostile,
  hostileApp,
  openHostile,
} from './hostile-app.ts';
import type { HouseApp } from './house-app.ts';
import { OPEN, type TaxiiNode, openTaxiiNode } from './taxii-app.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const BODY_BYTES_MAX = Math.max(FRAME_BYTES_MAX + SEAL_BYTES, ENVELOPE_BYTES_MAX);
const FRANCE = { operator: 'FRA', key: generateKey(), encryptionKey: 'A'.repeat(43) };
const STRANGER = { operator: 'DEU', key: generateKey(), encryptionKey: 'A'.repeat(43) };
const AUDIENCE = { operator: OPERATOR, network: 'test-network' };

let node: HostileNode;
let made: HouseApp;
/** A page of acts as it should be. */
let frame: Bytes;

beforeAll(async () => {
  node = await openHostile();
  made = hostileApp(node);
  const { store } = node.test;
  await registerKey(store, 'FRA', FRANCE.key);
  const [stream] = await store.holdings.heads({ actors: [] });
  const page = await store.holdings.page({ actors: [] }, stream?.stream ?? '', 1);
  frame = new Uint8Array(encodeActs(page));
});
afterAll(async () => {
  made.close();
  await closeHostile(node);
});

const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'));
const NOTHING = bytesOf('');

async function nonce(): Promise<string> {
  const response = await made.app.request('/federation/nonce');
  return response.headers.get(NONCE_HEADER) ?? '';
}

interface Sending {
  readonly method?: 'GET' | 'POST';
  readonly body?: Bytes;
  readonly type?: string;
  readonly signer?: typeof FRANCE;
  readonly authorization?: string;
}

/** The rule that problem details name; null where it is nothing of the kind. */
async function ruleIn(response: Response): Promise<string | null> {
  const told = await response.text();
  if (!response.headers.get('content-type')?.includes('problem+json')) return null;
  // Its own form, as RFC 9457 has it with a member for the rule.
  return (JSON.parse(told) as { rule: string }).rule;
}

/** Status and rule of the answer to a request that is signed, unless it says how it is not. */
async function send(target: string, given: Sending = {}) {
  const whole = { method: 'POST' as const, body: NOTHING, type: FRAME_MEDIA_TYPE, ...given };
  const { method, type, signer = FRANCE } = whole;
  const line = { method, target, body: whole.body };
  const authorization =
    given.authorization ?? (await authorizationFor(line, signer, AUDIENCE, await nonce()));
  const body = method === 'GET' ? null : whole.body;
  const headers = { authorization, 'content-type': type };
  const response = await made.app.request(target, { method, headers, body });
  return { status: response.status, rule: await ruleIn(response) };
}

/** The routes that nodes ask, by method, their names filled in. */
function routes(method: 'GET' | 'POST', name: string): string[] {
  const own = made.app.routes.filter(
    (one) => one.method === method && one.path.startsWith('/federation/'),
  );
  const paths = new Set(own.map(({ path }) => path.replaceAll(/:\w+/g, name)));
  // It stays open as long as it is heard.
  paths.delete('/federation/bell');
  return [...paths];
}

const isAlive = async (): Promise<boolean> =>
  (await made.app.request('/federation/node')).status === 200 &&
  (await send('/federation/streams', { method: 'GET' })).status === 200;

/** Frames, envelopes and seals that are none, by what is wrong with them. */
function bodies(): [string, Bytes, string][] {
  const cuts = Array.from({ length: 24 }, (_, at) => Math.floor((frame.length * at) / 24));
  const wrong: [string, Bytes][] = [
    ...cuts.map((at): [string, Bytes] => [`a frame cut at ${at}`, frame.slice(0, at)]),
    ['a frame with more after it', new Uint8Array([...frame, 0])],
    ['a frame of another version', new Uint8Array([...frame.slice(0, 4), 255, ...frame.slice(5)])],
    ['more acts than there are', bytesOf('CCDA\x01\xff\xff\xff\xff')],
    ['NULs', new Uint8Array(4096)],
    ['any bytes', new Uint8Array(randomBytes(64 * 1024))],
    ['JSON of another form', bytesOf('{"proof":"\\u0000","__proto__":{"a":1}}')],
    ['100,000 lists within each other', bytesOf('['.repeat(100_000) + ']'.repeat(100_000))],
  ];
  const types = [FRAME_MEDIA_TYPE, SEALED_MEDIA_TYPE, 'application/json', 'text/html'];
  return wrong.map(([name, body], at) => [name, body, types[at % types.length] ?? '']);
}

/** Refused in words of the rules, or taken for nothing; and never a fault of the node. */
const isClear = ({ status, rule }: { status: number; rule: string | null }): boolean =>
  status < 400 || (status < 500 && rule !== null);

describe('a node in bad faith', () => {
  it('is told what is wrong with its bodies by every route, and the node lives on', {
    timeout: 60_000,
  }, async () => {
    const faults: string[] = [];
    const paths = routes('POST', 'lake');
    expect(paths).toEqual(expect.arrayContaining(['/federation/acts', '/federation/envelopes']));
    for (const path of paths) {
      for (const [name, body, type] of bodies()) {
        const answer = await send(path, { body, type });
        if (!isClear(answer)) faults.push(`${path} ${name}: ${answer.status}`);
      }
    }
    expect(faults).toEqual([]);
    expect(await isAlive()).toBe(true);
  });

  it('has no act taken from a frame that is cut off, wherever that is', async () => {
    const taken: string[] = [];
    for (const [name, body] of bodies()) {
      const { status, rule } = await send('/federation/acts', { body });
      if (status !== 400 || rule === null) taken.push(`${name}: ${status} ${rule}`);
    }
    expect(taken).toEqual([]);
  });

  it('gets no answer by names that nothing has, from any route', async () => {
    const faults: string[] = [];
    for (const name of ['%00', 'a%0D%0AX-Evil:%201', '%ED%A0%80', '%', '..%2F..', '__proto__']) {
      for (const method of ['GET', 'POST'] as const) {
        for (const path of routes(method, name)) {
          const answer = await send(`${path}?from=1e99&after=${name}`, { method });
          if (answer.status >= 500) faults.push(`${method} ${path}: ${answer.status}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(await isAlive()).toBe(true);
  });

  it('asks for pages that there are not, and is told so', async () => {
    for (const from of ['0', '-1', '1.5', '1e99', 'NaN', '%00', '9007199254740993']) {
      const asked = `/federation/streams/${OPERATOR}/clear?from=${from}`;
      expect([from, (await send(asked, { method: 'GET' })).status]).toEqual([from, 404]);
    }
  });

  it('cannot send more than the bound, whether it is known or not', {
    timeout: 60_000,
  }, async () => {
    const body = new Uint8Array(BODY_BYTES_MAX + 1);
    const answers: [string, number][] = [];
    for (const path of routes('POST', 'lake')) {
      answers.push([path, (await send(path, { body })).status]);
      answers.push([path, (await send(path, { body, authorization: 'Concord none' })).status]);
    }
    expect(answers.filter(([, status]) => status !== 413)).toEqual([]);
    expect(answers.length).toBeGreaterThan(5);
    expect(await isAlive()).toBe(true);
  });

  it('cannot send a request twice, nor with a number that this node did not give', async () => {
    const target = '/federation/acts';
    const line = { method: 'POST', target, body: frame } as const;
    const authorization = await authorizationFor(line, FRANCE, AUDIENCE, await nonce());
    const sending = { body: frame, authorization };
    expect((await send(target, sending)).status).toBe(200);
    const refused = { status: 401, rule: 'peer.request' };
    expect(await send(target, sending)).toEqual(refused);
    for (const invented of ['', 'A'.repeat(46), '\u0000', await nonce().then((one) => `${one}A`)]) {
      const again = await authorizationFor(line, FRANCE, AUDIENCE, invented);
      expect(await send(target, { body: frame, authorization: again })).toEqual(refused);
    }
  });

  it('is nobody with a key that is not known, or with what is no signature', async () => {
    expect(await send('/federation/acts', { body: frame, signer: STRANGER })).toEqual({
      status: 403,
      rule: 'peer.known',
    });
    const stolen = { ...FRANCE, key: STRANGER.key };
    expect((await send('/federation/acts', { body: frame, signer: stolen })).status).toBe(403);
    for (const authorization of ['Concord', 'Concord a.b.c', 'Bearer x', 'x'.repeat(5000)]) {
      const { status } = await send('/federation/acts', { body: frame, authorization });
      expect([authorization.slice(0, 20), status]).toEqual([authorization.slice(0, 20), 401]);
    }
  });
});

describe('a bundle in bad faith', () => {
  const take = async (body: Bytes, headers: Record<string, string> = {}) => {
    const response = await made.app.request('/api/admin/bundle', {
      method: 'POST',
      headers: { ...BY_TOKEN, 'content-type': BUNDLE_MEDIA_TYPE, ...headers },
      body,
    });
    return { status: response.status, told: await response.text() };
  };

  it('is taken as far as it holds, and told to be none after that', async () => {
    const asked = { headers: BY_TOKEN };
    const written = await made.app.request('/api/admin/bundle', asked);
    const whole = new Uint8Array(await written.arrayBuffer());
    expect((await take(whole)).told).toContain('"faultsCount":0');
    for (const body of [whole.slice(0, -1), whole.slice(0, 40), NOTHING, new Uint8Array(5000)]) {
      const { status, told } = await take(body);
      expect(status).toBeLessThan(500);
      expect(told).not.toContain('"faultsCount":0');
    }
    expect(await isAlive()).toBe(true);
  });

  it('is not begun where it is said to be larger than any, or is something else', async () => {
    const size = { 'content-length': String(BUNDLE_BYTES_MAX + 1) };
    expect((await take(NOTHING, size)).status).toBe(413);
    expect((await take(frame, { 'content-type': FRAME_MEDIA_TYPE })).status).toBe(400);
    expect((await take(frame, { authorization: 'Bearer none' })).status).toBe(401);
  });
});

describe('objects of TAXII in bad faith', () => {
  let taxii: TaxiiNode;
  beforeAll(async () => {
    taxii = await openTaxiiNode();
  });
  afterAll(() => taxii.close());

  it.each(JSON_BODIES)('are refused as $name, in words of TAXII', async ({ body }) => {
    const address = `/taxii2/channels/collections/${OPEN}/objects/`;
    const ask = (more: RequestInit) => taxii.app.app.request(address, more);
    const headers = { authorization: 'Bearer FRA', accept: TAXII_TYPE };
    const sent = { ...headers, 'content-type': TAXII_TYPE };
    const response = await ask({ method: 'POST', headers: sent, body });
    expect([400, 413, 422]).toContain(response.status);
    expect(await response.json()).toMatchObject({ title: expect.any(String) });
    expect((await ask({ headers })).status).toBe(200);
  });
});

describe('another log in bad faith', () => {
  const note = (lines: readonly string[]) => bytesOf(lines.join('\n'));

  it.each([
    ['nothing', NOTHING],
    ['a size alone', note(['old 0'])],
    ['a size beyond all numbers', note(['old 99999999999999999999', '', 'a', '1', 'AA==', ''])],
    ['a size below nothing', note(['old -1', '', 'a', '1', 'AA==', ''])],
    ['100,000 lines of proof', note(['old 1', ...Array.from({ length: 100_000 }, () => 'AA==')])],
    ['NULs', new Uint8Array(1000)],
    ['no UTF-8', new Uint8Array([0xff, 0xfe, 0xed, 0xa0, 0x80])],
  ])('is refused with %s', async (_, body) => {
    const response = await made.app.request('/log/add-checkpoint', { method: 'POST', body });
    expect([400, 403, 404, 413, 422]).toContain(response.status);
    expect(await response.text()).not.toBe('');
    expect((await made.app.request('/log')).status).toBe(200);
  });
});
