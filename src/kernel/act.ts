/**
 * The act on the wire: a header in canonical form, whose SHA-256 is the act's id, a signature over
 * that id, and the parts of its payload, which live apart so that they can be released or erased
 * one by one while every proof stays verifiable.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ActorId } from './actor-id.ts';
import { type Json, canonicalBytes, parseCanonical } from './canonical.ts';
import { InstantText, PlainDateText } from './dates.ts';
import { KeyId } from './key.ts';
import { Marking, audienceOf } from './marking.ts';
import { type Refusal, refuse } from './refusal.ts';
import { rule } from './law.ts';

export const HEADER_BYTES_MAX = 8 * 1024;
export const PAYLOAD_BYTES_MAX = 1024 * 1024;
export const PARTS_MAX = 8;
export const PARENTS_MAX = 16;
const SALT_BYTES = 16;

/** SHA-256 of the header's bytes, hex. */
export const ActId = z.string().regex(/^[0-9a-f]{64}$/);
export type ActId = z.infer<typeof ActId>;

export const ActType = z.string().regex(/^[a-z][a-z-]{1,40}\.[a-z][a-z-]{1,60}$/);
export const RegisterKey = z
  .string()
  .regex(/^[a-z][a-z-]{1,40}\/[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/);

/** Why an act may be believed: signed under a mandate, or recorded from a named source. */
export const Basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed') }),
  z.strictObject({ kind: z.literal('recorded'), source: z.string().min(1).max(400) }),
]);

const PartHeader = z.strictObject({
  /** HMAC-SHA-256 of the part's bytes under its salt, hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  marking: Marking.optional(),
});

export const Header = z.strictObject({
  network: z.string().regex(/^[a-z][a-z0-9-]{1,62}$/),
  type: ActType,
  author: ActorId,
  actor: ActorId,
  key: KeyId,
  mandate: ActId.nullable(),
  basis: Basis,
  /** The author's stream for this audience: `{author}/{audience}`. */
  stream: z.string().max(110),
  seq: z.int().min(1),
  prev: ActId.nullable(),
  parents: z.array(ActId).max(PARENTS_MAX),
  register: RegisterKey.nullable(),
  effectiveOn: PlainDateText.nullable(),
  issuedAt: InstantText,
  marking: Marking,
  parts: z.array(PartHeader).min(1).max(PARTS_MAX),
});
export type Header = z.infer<typeof Header>;

export interface Part {
  readonly salt: Uint8Array;
  /** Canonical bytes of a JSON object. */
  readonly bytes: Uint8Array;
}

/** An act as it travels and is stored. A part that was withheld or erased is null. */
export interface SignedAct {
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly parts: readonly (Part | null)[];
}

/** An act as rules see it. `payload` holds the members of all parts that are at hand. */
export interface ActOf<Payload> {
  readonly id: ActId;
  readonly header: Header;
  readonly payload: Payload;
}
export type Act = ActOf<Readonly<Record<string, Json>>>;

export const BYTES_RULE = rule(
  'act.bytes',
  'RFC 8785; Concord acts, "The act on the wire"',
  'The header and each part of an act are canonical JSON within the limits of size and nesting.',
);

/** The id of a header's exact bytes. */
export function actId(header: Uint8Array): ActId {
  return createHash('sha256').update(header).digest('hex');
}

/** The name of an author's stream for an audience. */
export function streamOf(author: string, marking: Marking): string {
  return `${author}/${audienceOf(marking)}`;
}

/** A payload as one salted part. Throws TypeError for what has no canonical form. */
export function partOf(payload: unknown): Part {
  return { salt: new Uint8Array(randomBytes(SALT_BYTES)), bytes: canonicalBytes(payload) };
}

/** The digest by which a header vouches for a part, hex. */
export function partDigest(part: Part): string {
  return createHmac('sha256', part.salt).update(part.bytes).digest('hex');
}

function readHeader(bytes: Uint8Array): Header | Refusal {
  const parsed = parseCanonical(bytes, HEADER_BYTES_MAX);
  if ('fault' in parsed) return refuse(BYTES_RULE, `The header is ${parsed.fault}.`);
  const header = Header.safeParse(parsed.value);
  if (!header.success) {
    return refuse(BYTES_RULE, `The header is not well formed: ${z.prettifyError(header.error)}.`);
  }
  if (header.data.stream !== streamOf(header.data.author, header.data.marking)) {
    return refuse(BYTES_RULE, 'The stream is not that of its author and audience.');
  }
  return header.data;
}

interface PartRead {
  readonly members: Record<string, Json>;
}

function readPart(part: Part, digest: string, sizeBytesMax: number): PartRead | Refusal {
  if (part.salt.byteLength !== SALT_BYTES) {
    return refuse(BYTES_RULE, `The salt of a part has ${SALT_BYTES} bytes.`);
  }
  const parsed = parseCanonical(part.bytes, sizeBytesMax);
  if ('fault' in parsed) return refuse(BYTES_RULE, `A part of the payload is ${parsed.fault}.`);
  const { value } = parsed;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return refuse(BYTES_RULE, 'A part of the payload is not an object.');
  }
  if (partDigest(part) !== digest) {
    return refuse(BYTES_RULE, 'A part of the payload is not the one that the header vouches for.');
  }
  return { members: value };
}

/** Reads an act's bytes into what rules see, or says what is wrong with them. Checks no signature. */
export function readAct(signed: SignedAct): Act | Refusal {
  const header = readHeader(signed.header);
  if ('refused' in header) return header;
  if (signed.parts.length !== header.parts.length) {
    return refuse(BYTES_RULE, 'The header vouches for another number of parts.');
  }
  const payload: Record<string, Json> = {};
  let sizeBytesLeft = PAYLOAD_BYTES_MAX;
  for (const [at, part] of signed.parts.entries()) {
    if (part === null) continue;
    const read = readPart(part, header.parts[at]?.digest ?? '', sizeBytesLeft);
    if ('refused' in read) return read;
    sizeBytesLeft -= part.bytes.byteLength;
    for (const [key, value] of Object.entries(read.members)) {
      if (Object.hasOwn(payload, key)) {
        return refuse(BYTES_RULE, `Two parts of the payload both hold ${key}.`);
      }
      Object.defineProperty(payload, key, { value, enumerable: true });
    }
  }
  return { id: actId(signed.header), header, payload };
}
