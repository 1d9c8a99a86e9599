import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { addressOf, didOf, documentAddress, nodeAddress } from './did-web.ts';

const strict = { loopbackHttp: false };
const trial = { loopbackHttp: true };

describe('the did:web of a node', () => {
  it.each([
    ['https://concord.example', 'did:web:concord.example'],
    ['https://concord.example:8443', 'did:web:concord.example%3A8443'],
    ['https://example.org/nodes/legal', 'did:web:example.org:nodes:legal'],
    ['https://example.org:444/a.b/c_d', 'did:web:example.org%3A444:a.b:c_d'],
    ['https://xn--bcher-kva.example', 'did:web:xn--bcher-kva.example'],
  ])('%s is %s, and back', (address, did) => {
    expect(didOf(address, strict)).toBe(did);
    expect(addressOf(did, strict)).toBe(address);
    expect(nodeAddress(`${address}/`, strict)).toBe(address);
  });

  it('on the same machine is http, and only where configuration allows it', () => {
    expect(didOf('http://127.0.0.1:8465', trial)).toBe('did:web:127.0.0.1%3A8465');
    expect(addressOf('did:web:localhost%3A8465', trial)).toBe('http://localhost:8465');
    for (const address of ['http://127.0.0.1:8465', 'http://localhost', 'https://localhost']) {
      expect(didOf(address, strict)).toMatchObject({ rule: { id: 'peer.address' } });
    }
    expect(isRefusal(didOf('https://127.0.0.1:8465', trial))).toBe(true);
    expect(isRefusal(didOf('http://concord.example', trial))).toBe(true);
  });

  it('has its document where the method says', () => {
    expect(documentAddress('https://concord.example')).toBe(
      'https://concord.example/.well-known/did.json',
    );
    expect(documentAddress('https://example.org/nodes/legal')).toBe(
      'https://example.org/nodes/legal/did.json',
    );
  });

  it.each([
    'http://concord.example',
    'https://user@concord.example',
    'https://concord.example?x=1',
    'https://concord.example#x',
    'https://Concord.example',
    'https://concord.example:443',
    'https://concord.example:0',
    'https://concord.example:65536',
    'https://concord.example:08443',
    'https://concord.example:',
    'https://concord',
    'https://10.0.0.1',
    'https://2130706433',
    'https://0x7f.0x1',
    'https://[::1]',
    'https://-a.example',
    'https://a..example',
    'https://concord.example/../admin',
    'https://concord.example/a//b',
    'https://concord.example/%2e%2e',
    'https://concord.example\\@10.0.0.1',
    'ftp://concord.example',
    ' https://concord.example',
    '',
  ])('is refused for %s', (address) => {
    expect(didOf(address, strict)).toMatchObject({ rule: { id: 'peer.address' } });
  });

  it.each([
    'did:web:',
    'did:key:z6Mk',
    'did:web:concord.example%3a8443',
    'did:web:concord.example%3A443',
    'did:web:concord.example:..',
    'did:web:concord.example:',
    'did:web:concord.example/path',
    'did:web:user%40concord.example',
    'DID:web:concord.example',
  ])('%s names no node', (did) => {
    expect(addressOf(did, strict)).toMatchObject({ rule: { id: 'peer.address' } });
  });

  it('is read without exception whatever is given, and what is read has one form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        const address = nodeAddress(text, trial);
        const did = isRefusal(address) ? address : didOf(address, trial);
        expect(isRefusal(did) ? address : addressOf(did, trial)).toEqual(address);
      }),
    );
  });

  it('is refused beyond its bounds of length', () => {
    const long = `https://example.org/${'a'.repeat(100)}`;
    expect(nodeAddress(long, strict)).toBe(long);
    expect(isRefusal(nodeAddress(`${long}a`, strict))).toBe(true);
    const path = (segments: number): string => `https://example.org${'/a'.repeat(segments)}`;
    expect(nodeAddress(path(8), strict)).toBe(path(8));
    expect(isRefusal(nodeAddress(path(9), strict))).toBe(true);
  });
});
