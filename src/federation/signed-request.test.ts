import { sign } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalBytes } from '../kernel/canonical.ts';
import { type SigningKey, generateKey } from '../kernel/key.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { NONCE_SECONDS, createNonces, usedInMemory } from './nonces.ts';
import {
  type RequestLine,
  type Signer,
  AUTHORIZATION_CHARACTERS_MAX,
  authorizationFor,
  verifyRequest,
} from './signed-request.ts';

const key = generateKey();
const signer: Signer = { operator: 'FRA', key, encryptionKey: 'A'.repeat(43) };
const audience = { operator: 'un-secretary-general', network: 'test-network' };
const line: RequestLine = {
  method: 'POST',
  target: '/federation/acts?x=1',
  body: Buffer.from('acts'),
};
const refusedBy = { refused: true, rule: { id: 'peer.request' } };

let clock = 0;
let keys: Map<string, SigningKey>;
let nonces = createNonces(
  'secret',
  usedInMemory(() => clock),
  () => clock,
);
beforeEach(() => {
  clock = Date.parse('2026-01-17T09:30:00.000Z');
  keys = new Map([['FRA', key]]);
  nonces = createNonces(
    'secret',
    usedInMemory(() => clock),
    () => clock,
  );
});

const verify = (authorization: string, asked: RequestLine = line, to = audience) =>
  verifyRequest(authorization, asked, {
    audience: to,
    nonces,
    keyOf: (operator, id) => {
      const held = keys.get(operator);
      return Promise.resolve(held?.id === id ? held.publicBytes : null);
    },
  });
const signed = (more: Partial<Signer> = {}, nonce = nonces.make()) =>
  authorizationFor(line, { ...signer, ...more }, audience, nonce);

/** A token as someone would make it who keeps to no rule. */
function forged(header: object, claims: object, signature?: Buffer): string {
  const encode = (value: object) => Buffer.from(canonicalBytes(value)).toString('base64url');
  const input = `${encode(header)}.${encode(claims)}`;
  const over = signature ?? sign(null, Buffer.from(input), key.privateKey);
  return `Concord ${input}.${over.toString('base64url')}`;
}
const claims = (more: object = {}) => ({
  audience,
  body: '0'.repeat(64),
  encryptionKey: 'A'.repeat(43),
  method: 'POST',
  nonce: nonces.make(),
  operator: 'FRA',
  target: line.target,
  ...more,
});

describe('a request of a node', () => {
  it('is answered as its operator’s', async () => {
    expect(await verify(await signed())).toEqual({
      operator: 'FRA',
      key: key.id,
      encryptionKey: 'A'.repeat(43),
    });
  });

  it('is good once', async () => {
    const authorization = await signed();
    expect(isRefusal(await verify(authorization))).toBe(false);
    expect(await verify(authorization)).toMatchObject(refusedBy);
  });

  it('is good for that address, that body and that node alone', async () => {
    const authorization = await signed();
    const others: RequestLine[] = [
      { ...line, method: 'GET' },
      { ...line, target: '/federation/acts?x=2' },
      { ...line, target: '/federation/acts' },
      { ...line, body: Buffer.from('other acts') },
    ];
    for (const other of others) expect(await verify(authorization, other)).toMatchObject(refusedBy);
    const node = { ...audience, operator: 'DEU' };
    const network = { ...audience, network: 'other' };
    expect(await verify(authorization, line, node)).toMatchObject(refusedBy);
    expect(await verify(authorization, line, network)).toMatchObject(refusedBy);
    // None of these used the number up.
    expect(isRefusal(await verify(authorization))).toBe(false);
  });

  it('is refused under another’s key, an unknown one, or one that counts no more', async () => {
    const unknown = { refused: true, rule: { id: 'peer.known' } };
    const thief = generateKey();
    expect(await verify(await signed({ key: thief }))).toMatchObject(unknown);
    expect(await verify(await signed({ operator: 'DEU' }))).toMatchObject(unknown);
    const named = { ...thief, id: key.id };
    expect(await verify(await signed({ key: named }))).toMatchObject(refusedBy);
    const authorization = await signed();
    keys.clear();
    expect(await verify(authorization)).toMatchObject(unknown);
  });

  it('is fresh by the clock of the node that is asked, whatever that clock says', async () => {
    clock = 0;
    const early = await signed();
    expect(isRefusal(await verify(early))).toBe(false);
    const late = await signed();
    clock += NONCE_SECONDS * 1000 - 1;
    expect(isRefusal(await verify(late))).toBe(false);
    const old = await signed();
    clock += NONCE_SECONDS * 1000;
    expect(await verify(old)).toMatchObject(refusedBy);
  });

  it('is refused with a number of another node, or in another spelling', async () => {
    const other = createNonces(
      'other',
      usedInMemory(() => clock),
      () => clock,
    );
    expect(await verify(await signed({}, other.make()))).toMatchObject(refusedBy);
    const nonce = nonces.make();
    const last = nonce.at(-1) === 'A' ? 'B' : 'A';
    expect(await verify(await signed({}, nonce.slice(0, -1) + last))).toMatchObject(refusedBy);
    expect(await verify(await signed({}, ''))).toMatchObject(refusedBy);
  });

  it('is refused where its signature is of another kind, or of none', async () => {
    const header = { alg: 'Ed25519', kid: key.id, typ: 'concord-request+jws' };
    const bad = [
      forged({ ...header, alg: 'none' }, claims(), Buffer.alloc(0)),
      forged({ ...header, alg: 'HS256' }, claims()),
      forged({ ...header, typ: 'JWT' }, claims()),
      forged({ ...header, kid: 'x' }, claims()),
      forged({ ...header, crit: ['x'] }, claims()),
      forged(header, claims(), Buffer.alloc(64)),
      forged(header, claims({ more: 1 })),
    ];
    for (const one of bad) expect(await verify(one)).toMatchObject(refusedBy);
  });

  it('is refused beyond the length of a header, and read without exception', async () => {
    const long = `Concord ${'a'.repeat(AUTHORIZATION_CHARACTERS_MAX)}`;
    expect(await verify(long)).toMatchObject(refusedBy);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (text) => {
        expect(await verify(`Concord ${text}`)).toMatchObject(refusedBy);
        expect(await verify(`Concord ${text}.${text}.${text}`)).toMatchObject(refusedBy);
        expect(await verify(text)).toMatchObject(refusedBy);
      }),
    );
  });
});

describe('numbers that were used', () => {
  it('are remembered to a bound, until they are old', async () => {
    const used = usedInMemory(() => clock, 2);
    expect(await used.use('a', clock + 10)).toBe(true);
    expect(await used.use('b', clock + 10)).toBe(true);
    expect(await used.use('c', clock + 10)).toBe(false);
    clock += 10;
    expect(await used.use('c', clock + 10)).toBe(true);
  });
});
