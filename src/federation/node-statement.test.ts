import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, parseCanonical } from '../kernel/canonical.ts';
import { generateKey } from '../kernel/key.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { didDocument, documentFault } from './did-document.ts';
import {
  type NodeStatement,
  STATEMENT_BYTES_MAX,
  readStatement,
  signStatement,
  statementOf,
} from './node-statement.ts';
import { fingerprintOf, heldToPin, pinOf } from './pinned-node.ts';

const key = generateKey();
const sealing = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
const facts = {
  network: 'test-network',
  operator: 'FRA',
  address: 'https://concord.example',
  key,
  encryptionKey: Buffer.from(String(sealing.x), 'base64url'),
};
const expected = { address: facts.address, network: facts.network };
const statement = statementOf(facts);
const served = signStatement(statement, key);
const refusedBy = (id: string) => ({ refused: true, rule: { id } });

describe('what a node says of itself', () => {
  it('is read by those that it is said to', () => {
    expect(readStatement(served, expected)).toEqual(statement);
    expect(statement).toMatchObject({ protocol: 1, operator: 'FRA', key: key.id });
  });

  it('is refused where it is not canonical, cut off or changed', () => {
    const text = Buffer.from(served).toString();
    const bad = [
      text.replace(',', ', '),
      text.slice(0, -1),
      text.replace('"FRA"', '"DEU"'),
      text.replace('"protocol":1', '"protocol":2'),
      text.replace('{"signature"', '{"more":1,"signature"'),
      '[]',
      '',
    ];
    for (const one of bad) {
      expect(readStatement(Buffer.from(one), expected)).toMatchObject(refusedBy('peer.statement'));
    }
  });

  it('is refused for another network, or from another address', () => {
    const elsewhere = { ...expected, address: 'https://thief.example' };
    expect(readStatement(served, elsewhere)).toMatchObject(refusedBy('peer.statement'));
    const other = { ...expected, network: 'other' };
    expect(readStatement(served, other)).toMatchObject(refusedBy('peer.statement'));
  });

  it('is refused with a key of small order, under another name, or without its domain', () => {
    const signed = (changed: Partial<NodeStatement>) =>
      readStatement(signStatement({ ...statement, ...changed }, key), expected);
    const small = Buffer.alloc(32).toString('base64url');
    expect(signed({ publicKey: small })).toMatchObject(refusedBy('peer.statement'));
    expect(signed({ key: '0'.repeat(32) })).toMatchObject(refusedBy('peer.statement'));
    const undomained = canonicalBytes({
      statement,
      signature: sign(null, canonicalBytes(statement), key.privateKey).toString('base64url'),
    });
    expect(readStatement(undomained, expected)).toMatchObject(refusedBy('peer.statement'));
  });

  it('is bounded, and read without exception whatever comes', () => {
    const long = Buffer.alloc(STATEMENT_BYTES_MAX + 1, ' ');
    expect(readStatement(long, expected)).toMatchObject({
      reason: expect.stringContaining('larger'),
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.jsonValue(), (bytes, value) => {
        expect(isRefusal(readStatement(bytes, expected))).toBe(true);
        const json = Buffer.from(JSON.stringify({ statement: value, signature: 'AA' }));
        expect(isRefusal(readStatement(json, expected))).toBe(true);
      }),
    );
  });
});

describe('the DID document of a node', () => {
  const did = 'did:web:concord.example';
  const bytes = (document: unknown) => Buffer.from(JSON.stringify(document));

  it('says the same as its statement', () => {
    const document = didDocument(did, statement);
    expect(documentFault(bytes(document), did, statement)).toBeNull();
    expect(document).toMatchObject({
      id: did,
      assertionMethod: [`${did}#${key.id}`],
      keyAgreement: [`${did}#sealing`],
    });
  });

  it('is refused where it is another’s, names another key, or is none', () => {
    const document = didDocument(did, statement);
    const other = { ...statement, publicKey: statement.encryptionKey };
    expect(documentFault(bytes(document), 'did:web:a.example', statement)).not.toBeNull();
    expect(documentFault(bytes(didDocument(did, other)), did, statement)).not.toBeNull();
    expect(
      documentFault(bytes({ ...document, assertionMethod: [] }), did, statement),
    ).not.toBeNull();
    for (const one of ['', '{', '[]', '[['.repeat(8000), `"${'a'.repeat(17_000)}"`]) {
      expect(documentFault(Buffer.from(one), did, statement)).not.toBeNull();
    }
  });
});

describe('the key of a node', () => {
  const never = () => false;
  const pin = pinOf(statement);
  const other = statementOf({ ...facts, key: generateKey() });

  it('has a fingerprint that two people can compare', () => {
    expect(fingerprintOf(statement.publicKey)).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(fingerprintOf(statement.publicKey)).not.toBe(fingerprintOf(other.publicKey));
  });

  it('stays pinned', () => {
    expect(heldToPin(pin, statement, never)).toEqual(pin);
  });

  it('is never another one silently', () => {
    expect(heldToPin(pin, other, never)).toMatchObject(refusedBy('peer.pinned'));
  });

  it('moves on where the record says that it was rotated', () => {
    const rotated = heldToPin(
      pin,
      other,
      (actor, publicKey) => actor === 'FRA' && publicKey === other.publicKey,
    );
    expect(rotated).toEqual(pinOf(other));
  });

  it('does not pass to another operator', () => {
    const taken = { ...statement, operator: 'DEU' };
    expect(heldToPin(pin, taken, () => true)).toMatchObject(refusedBy('peer.pinned'));
  });

  it('is stated in canonical form', () => {
    expect(parseCanonical(served, STATEMENT_BYTES_MAX)).toHaveProperty('value');
  });
});
