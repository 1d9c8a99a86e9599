/** An act that was signed elsewhere, between its JSON form and its bytes. */
import { z } from 'zod';
import { HEADER_BYTES_MAX, PARTS_MAX, PAYLOAD_BYTES_MAX } from './act.ts';
import type { Part, SignedAct } from './act.ts';

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]*$/, 'not base64url');

/** The header and the parts are canonical texts, carried as strings so that no byte changes. */
export const SignedActJson = z.strictObject({
  header: z
    .string()
    .min(2)
    .max(HEADER_BYTES_MAX)
    .describe('Canonical JSON (RFC 8785) of the header; the id is the SHA-256 of these bytes'),
  signature: Base64Url.max(120).describe(
    'Ed25519 signature over “concord act v1”, a line feed and the 32 bytes of the id, base64url',
  ),
  parts: z
    .array(
      z
        .strictObject({
          salt: Base64Url.max(64).describe('Salt of the part, base64url'),
          text: z
            .string()
            .max(PAYLOAD_BYTES_MAX)
            .describe('Canonical JSON of the part; the header has its HMAC-SHA-256 under the salt'),
        })
        .nullable(),
    )
    .min(1)
    .max(PARTS_MAX),
});
export type SignedActJson = z.infer<typeof SignedActJson>;

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const fromBase64Url = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

/** The bytes of an act from its JSON form. Judges nothing. */
export function signedActOf(json: SignedActJson): SignedAct {
  return {
    header: bytesOf(json.header),
    signature: fromBase64Url(json.signature),
    parts: json.parts.map((part) =>
      part === null ? null : { salt: fromBase64Url(part.salt), bytes: bytesOf(part.text) },
    ),
  };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
/** Bytes as base64url, without padding. */
export const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function partJson(part: Part): { salt: string; text: string } {
  return { salt: base64Url(part.salt), text: textOf(part.bytes) };
}

/** The JSON form of a signed act: what `POST /api/acts` takes as `signed`. */
export function signedActJson(signed: SignedAct): SignedActJson {
  return {
    header: textOf(signed.header),
    signature: base64Url(signed.signature),
    parts: signed.parts.map((part) => (part === null ? null : partJson(part))),
  };
}
