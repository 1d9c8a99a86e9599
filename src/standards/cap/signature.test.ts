import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { reportSignatures, SIGNATURES_MAX } from './signature.ts';

const ALERT = `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A-1</identifier>
<sender>duty@example.org</sender><sent>2026-01-17T09:30:00-00:00</sent><status>Test</status>
<msgType>Alert</msgType><scope>Public</scope><note>All is well</note></alert>`;

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
const base64 = (url: string): string => Buffer.from(url, 'base64url').toString('base64');
const keyValue =
  `<KeyValue><RSAKeyValue><Modulus>${base64(n)}</Modulus>` +
  `<Exponent>${base64(e)}</Exponent></RSAKeyValue></KeyValue>`;

const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

interface Signing {
  readonly xpath?: string;
  readonly isEmptyUri?: boolean;
  readonly transforms?: string[];
  readonly key?: string;
}

function signed(xml: string, { xpath = '/*', isEmptyUri = true, ...more }: Signing = {}): string {
  const signer = new SignedXml({
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: EXCLUSIVE,
    getKeyInfoContent: () => more.key ?? keyValue,
  });
  const transforms = more.transforms ?? [ENVELOPED, EXCLUSIVE];
  signer.addReference({ xpath, transforms, digestAlgorithm: SHA256, uri: '', isEmptyUri });
  signer.computeSignature(xml);
  return signer.getSignedXml();
}

const report = (xml: string) => reportSignatures(new TextEncoder().encode(xml));

describe('a signature of an alert', () => {
  it('that holds is told with its methods and its key, and vouches for nobody', () => {
    const [told, ...more] = report(signed(ALERT));
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalization: EXCLUSIVE,
      digestMethods: [SHA256],
      covers: 'document',
      isWeak: false,
      holds: true,
    });
    expect(told?.key?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(told?.said).toContain('nobody here vouches');
  });

  it('holds no more once a word of the alert is another', () => {
    const changed = signed(ALERT).replace('All is well', 'All is lost');
    expect(report(changed).map(({ holds }) => holds)).toEqual([false]);
  });

  it('holds no more with another key beside it', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const { n: modulus = '' } = other.export({ format: 'jwk' });
    const swapped = signed(ALERT).replace(base64(n), base64(modulus));
    expect(report(swapped).map(({ holds }) => holds)).toEqual([false]);
  });

  it('over a part of the alert says nothing of the whole', () => {
    const [told] = report(signed(ALERT, { xpath: "//*[local-name()='note']", isEmptyUri: false }));
    expect([told?.covers, told?.holds]).toEqual(['part', null]);
  });

  it('with a transform that might leave words out says nothing of the whole', () => {
    const strange = signed(ALERT).replace(
      `"${ENVELOPED}"`,
      '"http://www.w3.org/TR/1999/REC-xpath"',
    );
    expect(report(strange).map(({ covers }) => covers)).toEqual(['part']);
  });

  it('that names no key, or none that can be read, could not be tried', () => {
    for (const key of ['<KeyName>duty</KeyName>', '<X509Certificate>AAAA</X509Certificate>']) {
      const [told] = report(signed(ALERT, { key }));
      expect([told?.key, told?.holds]).toEqual([null, null]);
    }
  });

  it('holds beside another that was added later', () => {
    const first = signed(ALERT);
    const second = signed(first);
    expect(report(second).map(({ holds }) => holds)).toEqual([true, true]);
    const forged = second.replace('All is well', 'All is lost');
    expect(report(forged).map(({ holds }) => holds)).toEqual([false, false]);
  });

  it('is not looked for inside a document type, nor in what is no XML', () => {
    const typed = `<!DOCTYPE alert [<!ENTITY a "b">]>${signed(ALERT)}`;
    expect([report(typed), report('no xml'), report(ALERT)]).toEqual([[], [], []]);
  });

  it('is one of few: of more the first are told', () => {
    const one = /<Signature.*<\/Signature>/s.exec(signed(ALERT))?.[0] ?? '';
    const many = (count: number) =>
      report(ALERT.replace('</alert>', `${one.repeat(count)}</alert>`));
    expect(many(SIGNATURES_MAX)).toHaveLength(SIGNATURES_MAX);
    expect(many(SIGNATURES_MAX + 1)).toHaveLength(SIGNATURES_MAX);
  });

  it('copied onto another alert does not hold there', () => {
    const one = /<Signature.*<\/Signature>/s.exec(signed(ALERT))?.[0] ?? '';
    const other = ALERT.replace('A-1', 'A-2').replace('</alert>', `${one}</alert>`);
    expect(report(other).map(({ holds }) => holds)).toEqual([false]);
  });
});
