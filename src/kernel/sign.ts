/** Signing and verifying: Ed25519 through node:crypto over a domain prefix and the act's id. */
import { type KeyObject, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';
import { type Act, type ActId, type Header, type Part, type SignedAct } from './act.ts';
import { actId, partDigest, readAct, streamOf } from './act.ts';
import { canonicalBytes } from './canonical.ts';
import { SIGNATURE_BYTES, type SigningKey } from './key.ts';
import { rule } from './law.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Separates signatures over acts from any other use of the same key. */
const DOMAIN = Buffer.from('concord act v1\n', 'utf8');

export const SIGNATURE_RULE = rule(
  'act.signature',
  'RFC 8032; Concord acts, "The act on the wire"',
  'An act carries its author’s Ed25519 signature over its id.',
);

/** The bytes that a signature is made over: the domain and the act's id. */
export function signedMessage(id: ActId): Uint8Array {
  return Buffer.concat([DOMAIN, Buffer.from(id, 'hex')]);
}

/** What the composer of an act gives; key, stream and parts are filled in. */
export type Draft = Omit<Header, 'key' | 'stream' | 'parts'>;

export interface Composed {
  readonly act: Act;
  readonly signed: SignedAct;
}

/** An act whose id is settled, and which lacks only its signature. */
export interface Unsigned {
  readonly act: Act;
  readonly header: Uint8Array;
  readonly part: Part;
}

/** Composes an act of one part. Throws TypeError for a header with no canonical form. */
export function composeUnsigned(
  draft: Draft,
  part: Part,
  payload: Act['payload'],
  key: SigningKey['id'],
): Unsigned {
  const header: Header = {
    ...draft,
    key,
    stream: streamOf(draft.author, draft.marking),
    parts: [{ digest: partDigest(part) }],
  };
  const bytes = canonicalBytes(header);
  return { act: { id: actId(bytes), header, payload }, header: bytes, part };
}

/** Composes and signs an act of one part. Throws TypeError for a payload with no canonical form. */
export function composeAct(
  draft: Draft,
  part: Part,
  payload: Act['payload'],
  key: SigningKey,
): Composed {
  const { act, header } = composeUnsigned(draft, part, payload, key.id);
  const signature = new Uint8Array(cryptoSign(null, signedMessage(act.id), key.privateKey));
  return { act, signed: { header, signature, parts: [part] } };
}

/** Whether the signature over an act's id was made with the key. */
export function signatureHolds(id: ActId, signature: Uint8Array, key: KeyObject): boolean {
  if (signature.byteLength !== SIGNATURE_BYTES) return false;
  return cryptoVerify(null, signedMessage(id), key, signature);
}

/** Reads an act and checks its signature with the key that its header names. */
export function verifyAct(
  signed: SignedAct,
  keyOf: (header: Header) => KeyObject | null,
): Act | Refusal {
  const act = readAct(signed);
  if ('refused' in act) return act;
  const key = keyOf(act.header);
  if (!key) return refuse(SIGNATURE_RULE, `${act.header.author} has no key ${act.header.key}.`);
  return signatureHolds(act.id, signed.signature, key)
    ? act
    : refuse(SIGNATURE_RULE, `The signature of ${act.header.author} does not hold.`);
}
