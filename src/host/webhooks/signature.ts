/**
 * The signature under which a webhook is called: HMAC-SHA-256 over the second of sending and the
 * body, with a secret that is the hook's own. The second is signed along, so that an old call
 * cannot be played again later.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'concord-signature';
export const SECRET_BYTES = 32;
/** A call that is older is not to be believed. */
export const AGE_SECONDS_MAX = 300;

const SIGNATURE = /^t=(?<second>\d{1,12}),v1=(?<digest>[0-9a-f]{64})$/;

/** A new secret, base64url. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function digestOf(secret: string, second: number, body: string): Buffer {
  return createHmac('sha256', secret).update(`${second}.${body}`).digest();
}

/** The value of the header, for a body that is sent at the second (since 1970). */
export function signatureOf(secret: string, second: number, body: string): string {
  return `t=${second},v1=${digestOf(secret, second, body).toString('hex')}`;
}

/** Whether a call is the node's own and fresh: what whoever receives it has to check. */
export function isSignedBy(
  secret: string,
  call: { readonly header: string; readonly body: string; readonly now: number },
): boolean {
  const found = SIGNATURE.exec(call.header)?.groups;
  if (!found) return false;
  const second = Number(found['second']);
  if (Math.abs(call.now - second) > AGE_SECONDS_MAX) return false;
  const given = Buffer.from(found['digest'] ?? '', 'hex');
  return timingSafeEqual(given, digestOf(secret, second, call.body));
}
