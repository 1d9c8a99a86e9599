/** Documents in bad faith: entities, nesting without end, and addresses that lead inside. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRequester } from '../../../src/federation/guarded-request.ts';
import { addressPolicy } from '../../../src/federation/address-policy.ts';
import { askStatement } from '../../../src/federation/remote-node.ts';
import { readStatement } from '../../../src/federation/node-statement.ts';
import { followNode } from '../../../src/host/federation/follow.ts';
import { NESTING_MAX, canonicalFault, parseCanonical } from '../../../src/kernel/canonical.ts';
import { type SignedAct, partOf } from '../../../src/kernel/act.ts';
import type { Json } from '../../../src/kernel/canonical.ts';
import { isRefusal } from '../../../src/kernel/refusal.ts';
import { processorTime } from '../../../src/kernel/test-processor-time.ts';
import { CAP_BOUNDS, readCap, readCapFile } from '../../../src/standards/cap/read-cap.ts';
import { reportSignatures } from '../../../src/standards/cap/signature.ts';
import { NESTING_MAX as STIX_NESTING_MAX } from '../../../src/standards/stix/json-text.ts';
import { readStix } from '../../../src/standards/stix/read-stix.ts';
import { TestSigner } from '../../../src/store/test-signer.ts';
import { registerKey } from '../../../src/store/test-store.ts';
import { FederatedNode } from '../federated-node.ts';
import { OPEN, type TaxiiNode, openTaxiiNode } from '../taxii-app.ts';

const MILLISECONDS_MAX = 1500;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What the work comes to, which must be soon. */
function soon<Result>(work: () => Result): Result {
  const taken = processorTime();
  const result = work();
  expect(taken()).toBeLessThan(MILLISECONDS_MAX);
  return result;
}

let node: FederatedNode;
let taxii: TaxiiNode;
beforeAll(async () => {
  [node, taxii] = await Promise.all([FederatedNode.start('FRA'), openTaxiiNode()]);
});
afterAll(async () => {
  await Promise.all([node.stop(), taxii.close()]);
});

describe('requests to private addresses through key discovery', () => {
  const guarded = addressPolicy('');
  it.each([
    'https://127.0.0.1',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://169.254.169.254',
    'https://localhost',
    'https://2130706433',
    'https://0x7f.0.0.1',
  ])('are not made to %s', async (address) => {
    if (!guarded) throw new Error('no policy');
    const requester = createRequester(guarded);
    const expected = { address, network: 'test-network' };
    const answer = await askStatement(requester, expected, { loopbackHttp: false });
    requester.close();
    expect(answer).toMatchObject({
      rule: { id: expect.stringMatching(/^peer\.(public|address)$/) },
    });
  });

  it.each([
    'file:///etc/passwd',
    'http://10.0.0.1',
    'https://user:word@node.example',
    'https://node.example/a?b=c',
    'https://node.example/../admin',
    'gopher://node.example',
  ])('are not begun by an administrator who was given %s', async (address) => {
    const answer = await followNode(node.room, { address }, 'Amina');
    expect(isRefusal(answer)).toBe(true);
    expect(await node.room.peers()).toEqual([]);
  });

  it('are not made where a node sends on to one, by its statement or its document', async () => {
    const other = await FederatedNode.start('KEN');
    let inside = 0;
    try {
      for (const path of ['/federation/node', '/.well-known/did.json']) {
        other.instead = async (request) => {
          const { pathname } = new URL(request.url);
          if (pathname === '/inside') inside += 1;
          return pathname === path
            ? new Response(null, { status: 302, headers: { location: `${other.address}/inside` } })
            : null;
        };
        const answer = await followNode(node.room, { address: other.address }, 'Amina');
        expect(answer).toMatchObject({ rule: { id: 'peer.no-redirect' } });
      }
      expect(inside).toBe(0);
    } finally {
      await other.stop();
    }
  });
});

describe('entities in CAP', () => {
  const laughs = (levels: number): string =>
    Array.from({ length: levels }, (_, at) => {
      const inner = at === 0 ? 'ha' : `&l${at - 1};`.repeat(10);
      return `<!ENTITY l${at} "${inner}">`;
    }).join('');
  const HEAD = 'xmlns="urn:oasis:names:tc:emergency:cap:1.2"';
  const alert = (type: string, note: string): string =>
    `<?xml version="1.0"?>${type}<alert ${HEAD}><note>${note}</note></alert>`;
  const feed = (type: string, note: string): string =>
    `${type}<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>${alert('', note)}` +
    `</content></entry></feed>`;
  const bad: [string, string, string][] = [
    ['a billion laughs', `<!DOCTYPE alert [${laughs(10)}]>`, '&l9;'],
    [
      'one of great length',
      `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(50_000)}">]>`,
      '&a;'.repeat(5000),
    ],
    ['a file of this machine', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['another host', '<!DOCTYPE a [<!ENTITY a SYSTEM "http://169.254.169.254/">]>', '&a;'],
    ['a parameter', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://localhost/x"> %p;]>', 'x'],
    ['a document type elsewhere', '<!DOCTYPE alert SYSTEM "http://localhost/cap.dtd">', 'x'],
  ];

  it.each(bad)('%s: refused before anything of it is expanded or fetched', (_, type, note) => {
    for (const read of [
      () => [readCap(bytes(alert(type, note)))],
      () => readCapFile(bytes(feed(type, note))),
    ]) {
      const told = soon(read);
      expect(told.map((one) => one.alert)).toEqual([null]);
      expect(told[0]?.verdict.errors.map(({ rule }) => rule.id)).toEqual(['cap.document-type']);
    }
    expect(soon(() => reportSignatures(bytes(alert(type, note))))).toEqual([]);
  });

  it.each(bad)('%s: refused by the address that takes alerts', async (_, type, note) => {
    const response = await taxii.app.app.request(`/api/notices/${OPEN}/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/cap+xml', authorization: 'Bearer FRA' },
      body: alert(type, note),
    });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toMatch(/root:|haha|aaaa/);
  });

  it('nests no deeper than the bound, however large it is', () => {
    const deep = '<x>'.repeat(200_000);
    const told = soon(() => readCap(bytes(`<alert ${HEAD}>${deep}`)));
    expect(told.verdict.errors[0]?.rule.id).toBe('cap.bounds');
    expect(CAP_BOUNDS.depthMax).toBeLessThan(1000);
  });
});

describe('deep nesting in JSON', () => {
  const DEEP = 200_000;
  const open = (depth: number): string => '['.repeat(depth);
  const whole = (depth: number): string => `${open(depth)}${']'.repeat(depth)}`;
  const members = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it.each([
    ['lists', whole],
    ['lists that never end', open],
    ['members', members],
  ])('is refused, not run into, in canonical JSON: %s', (_, made) => {
    const read = soon(() => parseCanonical(bytes(made(DEEP)), 8 * 1024 * 1024));
    expect(read).toMatchObject({ fault: expect.any(String) });
  });

  it('is taken to the bound in canonical JSON, and no further', () => {
    const levels = (depth: number) => parseCanonical(bytes(whole(depth)), 8 * 1024 * 1024);
    expect('fault' in levels(NESTING_MAX)).toBe(false);
    expect('fault' in levels(NESTING_MAX + 1)).toBe(true);
    let value: Json = [];
    for (let level = 0; level < DEEP; level++) value = [value];
    expect(soon(() => canonicalFault(value))).not.toBeNull();
  });

  it('is refused in the header of an act and in its parts, and nothing is kept', async () => {
    const signer = new TestSigner('KEN');
    await registerKey(node.store, 'KEN', signer.key);
    const { signed } = signer.compose({ note: 'deep', text: '' });
    const [part] = signed.parts;
    if (!part) throw new Error('no part');
    const text = Buffer.from(signed.header).toString('utf8');
    const deepPart = { ...partOf({}), bytes: bytes(members(DEEP / 2)) };
    const bad: SignedAct[] = [
      { ...signed, header: bytes(whole(4000)) },
      { ...signed, header: bytes(text.replace('"parents":[]', `"parents":${whole(500)}`)) },
      { ...signed, parts: [deepPart] },
    ];
    for (const one of bad) {
      expect(await node.store.holdings.take([one])).toMatchObject([{ outcome: 'rejected' }]);
    }
    expect(await node.notes([])).toEqual([]);
  });

  it('is refused in STIX: as a bundle, in an object, and in one that a bundle holds', () => {
    for (const text of [
      whole(DEEP),
      members(DEEP),
      `{"type":"bundle","objects":[${members(DEEP)}]}`,
    ]) {
      expect(isRefusal(soon(() => readStix(bytes(text))))).toBe(true);
    }
    expect(STIX_NESTING_MAX).toBeLessThan(1000);
  });

  it.each([
    [
      'an envelope of TAXII',
      `/taxii2/channels/collections/${OPEN}/objects/`,
      'taxii+json;version=2.1',
      `{"objects":[${members(DEEP)}]}`,
    ],
    ['an act', '/api/acts', 'json', `{"type":"notices.issue","payload":${members(DEEP)}}`],
    ['an act to preview', '/api/acts/preview', 'json', members(DEEP)],
    ['what is pulled', '/api/taxii/pull', 'json', whole(DEEP)],
  ])('is refused over HTTP in %s', async (_, path, type, body) => {
    const ledger = await taxii.node.store.ledger();
    const taken = processorTime();
    const response = await taxii.app.app.request(path, {
      method: 'POST',
      headers: {
        accept: type.startsWith('taxii')
          ? 'application/taxii+json;version=2.1'
          : 'application/json',
        'content-type': `application/${type}`,
        authorization: 'Bearer FRA',
      },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(taken()).toBeLessThan(2 * MILLISECONDS_MAX);
    expect(await taxii.node.store.ledger()).toBe(ledger);
  });

  it('is refused in what a node says of itself', () => {
    const expected = { address: 'https://node.example', network: 'test-network' };
    for (const text of [whole(2000), `{"signature":"","statement":${members(500)}}`]) {
      expect(isRefusal(soon(() => readStatement(bytes(text), expected)))).toBe(true);
    }
  });
});
