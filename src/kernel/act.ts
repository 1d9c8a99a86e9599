/**
 * The act on the wire: a header in canonical form, whose SHA-256 is the act's id, a signature over
 * that id, and the parts of its payload, which live apart so that they can be released or erased
 * one by one while every proof stays verifiable.
 */
import { hash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ActorId } from './actor-id.ts';
import { type Json, canonicalBytes, parseCanonical } from './canonical.ts';
import { InstantText, PlainDateText } from './dates.ts';
import { KeyId } from './key.ts';
import { Marking, audienceOf, isWithin } from './marking.ts';
import { plainHeader } from './plain-header.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said, type Sentence } from './said.ts';
import { rule } from './law.ts';

export const HEADER_BYTES_MAX = 8 * 1024;
export const PAYLOAD_BYTES_MAX = 1024 * 1024;
export const PARTS_MAX = 8;
export const PARENTS_MAX = 16;
export const SALT_BYTES = 16;
const SHA_256_BLOCK_BYTES = 64;
const [HMAC_INNER, HMAC_OUTER] = [0x36, 0x5c];
const ISSUE_CHARACTERS_MAX = 200;

/** SHA-256 of the header's bytes, hex. */
export const ActId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'the id of an act has 64 characters, 0-9 and a-f');
export type ActId = z.infer<typeof ActId>;

export const ActType = z.string().regex(/^[a-z][a-z-]{1,40}\.[a-z][a-z-]{1,60}$/);
export const RegisterKey = z
  .string()
  .regex(
    /^[a-z][a-z-]{1,40}\/[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/,
    'a register is an area and a name, such as agreements/common-river',
  );

/** Why an act may be believed: signed under a mandate, or recorded from a named source. */
export const Basis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed') }),
  z.strictObject({ kind: z.literal('recorded'), source: z.string().min(1).max(400) }),
]);

const PartHeader = z.strictObject({
  /** HMAC-SHA-256 of the part's bytes under its salt, hex. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Absent: that of the act. It may only narrow that one, or the part could not travel. */
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

/** A part as the header vouches for it. */
export type PartHeader = z.infer<typeof PartHeader>;

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
  return hash('sha256', header, 'hex');
}

/** The name of an author's stream for an audience. */
export function streamOf(author: string, marking: Marking): string {
  return `${author}/${audienceOf(marking)}`;
}

/** A payload as one salted part. Throws TypeError for what has no canonical form. */
export function partOf(payload: unknown): Part {
  return { salt: new Uint8Array(randomBytes(SALT_BYTES)), bytes: canonicalBytes(payload) };
}

/** The salt as a key of HMAC, filled up to a block of SHA-256 with zeros and masked. */
function maskedSalt(salt: Uint8Array, mask: number): Uint8Array {
  const block = new Uint8Array(SHA_256_BLOCK_BYTES).fill(mask);
  for (const [at, byte] of salt.entries()) block[at] = byte ^ mask;
  return block;
}

/**
 * The digest by which a header vouches for a part, hex: HMAC-SHA-256 of its bytes under its salt.
 * Two plain hashes (RFC 2104, section 2) take a quarter of the time that `createHmac` does, which
 * is as much as all other reading of an act. Throws RangeError for a salt of another length.
 */
export function partDigest(part: Part): string {
  if (part.salt.byteLength !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes`);
  const inner = Buffer.concat([maskedSalt(part.salt, HMAC_INNER), part.bytes]);
  const outer = [maskedSalt(part.salt, HMAC_OUTER), hash('sha256', inner, 'buffer')];
  return hash('sha256', Buffer.concat(outer), 'hex');
}

/** The first thing that is wrong, in a line: the whole list is as long as its author likes. */
function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  const text = path === '' ? (issue?.message ?? '') : `${path}: ${issue?.message}`;
  return text.slice(0, ISSUE_CHARACTERS_MAX);
}

function headerFault(header: Header): Sentence | null {
  const { author, marking, parts, prev, seq, stream } = header;
  if (stream !== streamOf(author, marking)) {
    return said('The stream is not that of its author and audience.');
  }
  if ((seq === 1) !== (prev === null)) {
    return said('The first act of a stream, and no other, follows none.');
  }
  const wider = parts.some((part) => part.marking && !isWithin(part.marking, marking));
  return wider ? said('A part is marked for more than the act is.') : null;
}

/** The value as a header, or the refusal that says what is not well formed in it. */
export function checkHeader(value: unknown): Header | Refusal {
  const header = Header.safeParse(value);
  if (!header.success) {
    return refuse(
      BYTES_RULE,
      said('The header is not well formed: {$fault}.', { fault: firstIssue(header.error) }),
    );
  }
  const fault = headerFault(header.data);
  return fault === null ? header.data : refuse(BYTES_RULE, fault);
}

function readHeader(bytes: Uint8Array): Header | Refusal {
  const plain = plainHeader(bytes);
  const fault = plain && headerFault(plain);
  if (plain) return fault === null ? plain : refuse(BYTES_RULE, fault);
  const parsed = parseCanonical(bytes, HEADER_BYTES_MAX);
  return 'fault' in parsed
    ? refuse(BYTES_RULE, said('The header is {$fault}.', { fault: parsed.fault }))
    : checkHeader(parsed.value);
}

type Members = Record<string, Json>;

function membersIn(part: Part): { members: Members } | { fault: Sentence } {
  const parsed = parseCanonical(part.bytes, PAYLOAD_BYTES_MAX);
  if ('fault' in parsed)
    return { fault: said('A part of the payload is {$fault}.', { fault: parsed.fault }) };
  const { value } = parsed;
  return value === null || typeof value !== 'object' || Array.isArray(value)
    ? { fault: said('A part of the payload is not an object.') }
    : { members: value };
}

function partFault(part: Part, header: PartHeader | undefined): Sentence | null {
  if (part.salt.byteLength !== SALT_BYTES)
    return said('The salt of a part has {$saltBytes} bytes.', { saltBytes: SALT_BYTES });
  return partDigest(part) === header?.digest
    ? null
    : said('A part of the payload is not the one that the header vouches for.');
}

/** The members of all parts together. A wrapper, for a payload may hold members of any name. */
function joined(all: readonly Members[]): { members: Members } | { fault: Sentence } {
  const [first = {}, ...others] = all;
  if (others.length === 0) return { members: first };
  const entries = all.flatMap((members) => Object.entries(members));
  const members = Object.fromEntries(entries);
  return Object.keys(members).length === entries.length
    ? { members }
    : { fault: said('Two parts of the payload hold a member of the same name.') };
}

function readPayload(
  parts: SignedAct['parts'],
  headers: readonly PartHeader[],
): { members: Members } | { fault: Sentence } {
  const sizeBytes = parts.reduce((total, part) => total + (part?.bytes.byteLength ?? 0), 0);
  if (sizeBytes > PAYLOAD_BYTES_MAX) {
    return {
      fault: said('The payload is larger than {$payloadBytesMax} bytes.', {
        payloadBytesMax: PAYLOAD_BYTES_MAX,
      }),
    };
  }
  const all: Members[] = [];
  for (const [at, part] of parts.entries()) {
    if (part === null) continue;
    const fault = partFault(part, headers[at]);
    if (fault !== null) return { fault };
    const read = membersIn(part);
    if ('fault' in read) return read;
    all.push(read.members);
  }
  return joined(all);
}

/**
 * Reads an act's bytes into what rules see, or says what is wrong with them. A part that was
 * withheld or erased leaves its members out. No signature is checked here; see `verifyAct`.
 */
export function readAct(signed: SignedAct): Act | Refusal {
  const header = readHeader(signed.header);
  if ('refused' in header) return header;
  if (signed.parts.length !== header.parts.length) {
    return refuse(BYTES_RULE, said('The header vouches for another number of parts.'));
  }
  const payload = readPayload(signed.parts, header.parts);
  if (!('members' in payload)) return refuse(BYTES_RULE, payload.fault);
  return { id: actId(signed.header), header, payload: payload.members };
}
