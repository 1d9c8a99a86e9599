/** The key that a signature names: in a certificate, or bare. XML Signature 1.1, 4.5. */
import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { XmlElement } from '../xml/read-xml.ts';

export interface SigningKey {
  /** For a verifier. */
  readonly pem: string;
  /** SHA-256 of the key, in hexadecimal: by this one knows it again. */
  readonly fingerprint: string;
  /** What the certificate says of itself; null for a bare key. Nobody here has looked into it. */
  readonly certificate: {
    readonly subject: string;
    readonly issuer: string;
    readonly fingerprint: string;
    readonly from: string;
    readonly to: string;
  } | null;
}

const CERTIFICATE_LENGTH_MAX = 32 * 1024;

function* named(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* named(child, name);
  }
}

function textOf(element: XmlElement, name: string): string | null {
  for (const found of named(element, name)) return found.text.replaceAll(/\s/g, '');
  return null;
}

const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');

const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

const inOneLine = (text: string): string => text.replaceAll('\n', ', ');

function certified(text: string): SigningKey | null {
  if (text.length > CERTIFICATE_LENGTH_MAX) return null;
  const certificate = new X509Certificate(Buffer.from(text, 'base64'));
  const key = certificate.publicKey;
  return {
    pem: pemOf(key),
    fingerprint: fingerprintOf(key),
    certificate: {
      subject: inOneLine(certificate.subject),
      issuer: inOneLine(certificate.issuer),
      fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      from: certificate.validFromDate.toISOString(),
      to: certificate.validToDate.toISOString(),
    },
  };
}

function bare(modulus: string, exponent: string): SigningKey {
  const url = (text: string): string => Buffer.from(text, 'base64').toString('base64url');
  const jwk = { kty: 'RSA', n: url(modulus), e: url(exponent) };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return { pem: pemOf(key), fingerprint: fingerprintOf(key), certificate: null };
}

/** The first key that the signature names; null where there is none, or none that can be read. */
export function keyOf(signature: XmlElement): SigningKey | null {
  const certificate = textOf(signature, 'X509Certificate');
  const modulus = textOf(signature, 'Modulus');
  const exponent = textOf(signature, 'Exponent');
  try {
    if (certificate !== null) return certified(certificate);
    return modulus === null || exponent === null ? null : bare(modulus, exponent);
  } catch {
    return null;
  }
}
