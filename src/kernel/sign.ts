/** Signing and verifying: Ed25519 through node:crypto over a domain prefix and the act's id. */
import { type KeyObject, sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';
import {
  type Act,
  type ActId,
  BYTES_RULE,
  HEADER_BYTES_MAX,
  type Header,
  PARTS_MAX,
  PAYLOAD_BYTES_MAX,
  type Part,
  type SignedAct,
  actId,
  checkHeader,
  partDigest,
  partOf,
  readAct,
  streamOf,
} from './act.ts';
import { canonicalBytes, canonicalFault } from './canonical.ts';
import { SIGNATURE_BYTES, type SigningKey } from './key.ts';
import { rule } from './law.ts';
import type { Marking } from './marking.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said, type Sentence } from './said.ts';

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

/** A part with its salt; `marking` only where it is narrower than that of the act. */
export interface SaltedPart {
  readonly part: Part;
  readonly marking?: Marking;
}

/** One part of a payload; `marking` only where it is narrower than that of the act. */
export interface DraftPart {
  readonly payload: Act['payload'];
  readonly marking?: Marking;
}

/**
 * The whole header. Members are named one by one: what else a draft may hold stays out, and they
 * stand in canonical order already, so that writing them needs no sorting.
 */
function headerOf(draft: Draft, key: SigningKey['id'], parts: Header['parts']): Header {
  return {
    actor: draft.actor,
    author: draft.author,
    basis: draft.basis,
    effectiveOn: draft.effectiveOn,
    issuedAt: draft.issuedAt,
    key,
    mandate: draft.mandate,
    marking: draft.marking,
    network: draft.network,
    parents: draft.parents,
    parts,
    prev: draft.prev,
    register: draft.register,
    seq: draft.seq,
    stream: streamOf(draft.author, draft.marking),
    type: draft.type,
  };
}

function headerOfPart({ part, marking }: SaltedPart): Header['parts'][number] {
  return { digest: partDigest(part), ...(marking === undefined ? {} : { marking }) };
}

/** The bytes of a header that any reader will accept, or the refusal that a reader would give. */
function bytesOf(header: Header): Uint8Array | Refusal {
  const checked = checkHeader(header);
  if ('refused' in checked) return checked;
  const bytes = canonicalBytes(header);
  return bytes.byteLength <= HEADER_BYTES_MAX
    ? bytes
    : refuse(
        BYTES_RULE,
        said('The header is larger than {$headerBytesMax} bytes.', {
          headerBytesMax: HEADER_BYTES_MAX,
        }),
        {
          remedy: said(
            'Name fewer actors or fewer parents: a group, rather than each of its members.',
          ),
        },
      );
}

/**
 * Composes an act of one part, to be signed by whoever holds the key, or says why no reader would
 * accept it. `part` must be made of `payload`, as `partOf` makes it.
 */
export function prepareAct(
  draft: Draft,
  part: Part,
  payload: Act['payload'],
  key: SigningKey['id'],
): Unsigned | Refusal {
  const prepared = prepareParts(draft, [{ part }], payload, key);
  return 'refused' in prepared ? prepared : { ...prepared, part };
}

/** As `prepareAct`, for an act of several parts; `payload` has the members of all of them. */
export function prepareParts(
  draft: Draft,
  parts: readonly SaltedPart[],
  payload: Act['payload'],
  key: SigningKey['id'],
): Omit<Unsigned, 'part'> | Refusal {
  const header = headerOf(draft, key, parts.map(headerOfPart));
  const bytes = bytesOf(header);
  if (!(bytes instanceof Uint8Array)) return bytes;
  return { act: { id: actId(bytes), header, payload }, header: bytes };
}

/** As `prepareAct`, for a draft of our own making: throws RangeError where that refuses. */
export function composeUnsigned(
  draft: Draft,
  part: Part,
  payload: Act['payload'],
  key: SigningKey['id'],
): Unsigned {
  const prepared = prepareAct(draft, part, payload, key);
  if ('refused' in prepared) throw new RangeError(prepared.reason);
  return prepared;
}

function signatureOver(id: ActId, key: SigningKey): Uint8Array {
  return new Uint8Array(cryptoSign(null, signedMessage(id), key.privateKey));
}

/** Composes and signs an act of one part. Throws RangeError as `composeUnsigned` does. */
export function composeAct(
  draft: Draft,
  part: Part,
  payload: Act['payload'],
  key: SigningKey,
): Composed {
  const { act, header } = composeUnsigned(draft, part, payload, key.id);
  return { act, signed: { header, signature: signatureOver(act.id, key), parts: [part] } };
}

function draftFault(parts: readonly DraftPart[]): Sentence | null {
  if (parts.length === 0 || parts.length > PARTS_MAX)
    return said('An act has 1 to {$partsMax} parts.', { partsMax: PARTS_MAX });
  for (const { payload } of parts) {
    const fault = canonicalFault(payload);
    if (fault !== null) return said('A part of the payload is {$fault}.', { fault });
  }
  const names = parts.flatMap(({ payload }) => Object.keys(payload));
  return new Set(names).size === names.length
    ? null
    : said('Two parts of the payload hold a member of the same name.');
}

/** Composes and signs an act of one or more parts, or says why no reader would accept it. */
export function compose(
  draft: Draft,
  parts: readonly DraftPart[],
  key: SigningKey,
): Composed | Refusal {
  const fault = draftFault(parts);
  if (fault !== null) return refuse(BYTES_RULE, fault);
  const salted = parts.map(({ payload, ...marked }) => ({ ...marked, part: partOf(payload) }));
  if (salted.reduce((total, { part }) => total + part.bytes.byteLength, 0) > PAYLOAD_BYTES_MAX) {
    return refuse(
      BYTES_RULE,
      said('The payload is larger than {$payloadBytesMax} bytes.', {
        payloadBytesMax: PAYLOAD_BYTES_MAX,
      }),
    );
  }
  const payload = Object.fromEntries(parts.flatMap((part) => Object.entries(part.payload)));
  const prepared = prepareParts(draft, salted, payload, key.id);
  if ('refused' in prepared) return prepared;
  const { act, header } = prepared;
  const signature = signatureOver(act.id, key);
  return { act, signed: { header, signature, parts: salted.map(({ part }) => part) } };
}

/** Whether the signature over a message was made with the key. */
export function messageHolds(message: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  if (signature.byteLength !== SIGNATURE_BYTES) return false;
  return cryptoVerify(null, message, key, signature);
}

/** Whether the signature over an act's id was made with the key. */
export function signatureHolds(id: ActId, signature: Uint8Array, key: KeyObject): boolean {
  return messageHolds(signedMessage(id), signature, key);
}

/**
 * Reads an act and checks its signature with the key that its header names; `keyOf` gives null for
 * a key that its author does not have. Authority to act for another is judged in `mandate.ts`.
 */
export function verifyAct(
  signed: SignedAct,
  keyOf: (header: Header) => KeyObject | null,
): Act | Refusal {
  const act = readAct(signed);
  if ('refused' in act) return act;
  const key = keyOf(act.header);
  if (!key)
    return refuse(
      SIGNATURE_RULE,
      said('{$author} has no key {$key}.', { author: act.header.author, key: act.header.key }),
    );
  return signatureHolds(act.id, signed.signature, key)
    ? act
    : refuse(
        SIGNATURE_RULE,
        said('The signature of {$author} does not hold.', { author: act.header.author }),
      );
}
