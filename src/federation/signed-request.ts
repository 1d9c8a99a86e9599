/**
 * Requests of one node to another, signed with the operator's key as a compact JWS (RFC 7515,
 * `Ed25519` of RFC 9864). What is signed names the node that is asked, the address, the body and
 * a number that this node gave, so that it is good there, for that, and once.
 */
import { hash } from 'node:crypto';
import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { ActorId } from '../kernel/actor-id.ts';
import { canonicalBytes, parseCanonical } from '../kernel/canonical.ts';
import { KeyId, type SigningKey, keyIdOf, publicKeyOf } from '../kernel/key.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import type { Nonces } from './nonces.ts';
import { KNOWN_RULE, REQUEST_RULE } from './rules.ts';

export const AUTHORIZATION_SCHEME = 'Concord';
/** Where a node gives the number for the next request, in each of its answers. */
export const NONCE_HEADER = 'concord-nonce';
export const AUTHORIZATION_CHARACTERS_MAX = 4096;
export const TARGET_CHARACTERS_MAX = 1024;
/** Tells a signed request from any other thing that the same key signs. */
const TYPE = 'concord-request+jws';
const ALGORITHM = 'Ed25519';

/** The node that is asked. */
export interface Audience {
  readonly operator: string;
  readonly network: string;
}

/** What is asked of it, as it stands on the wire. */
export interface RequestLine {
  readonly method: string;
  /** Path and query, from the root of the host. */
  readonly target: string;
  readonly body: Uint8Array;
}

export interface Signer {
  readonly operator: string;
  readonly key: SigningKey;
  /** The asking node's X25519 key, base64url, for answers that are sealed. */
  readonly encryptionKey: string;
}

/** Whoever made a request, as verified. */
export interface Caller {
  readonly operator: string;
  readonly key: KeyId;
  readonly encryptionKey: string;
}

const Claims = z.strictObject({
  audience: z.strictObject({ network: z.string(), operator: ActorId }),
  body: z.string().regex(/^[0-9a-f]{64}$/),
  encryptionKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  method: z.enum(['GET', 'POST']),
  nonce: z.string(),
  operator: ActorId,
  target: z.string().max(TARGET_CHARACTERS_MAX),
});
type Claims = z.infer<typeof Claims>;

const digestOf = (body: Uint8Array): string => hash('sha256', body, 'hex');

/** The value of the Authorization header for a request. */
export async function authorizationFor(
  line: RequestLine,
  signer: Signer,
  audience: Audience,
  nonce: string,
): Promise<string> {
  const claims = canonicalBytes({
    audience: { network: audience.network, operator: audience.operator },
    body: digestOf(line.body),
    encryptionKey: signer.encryptionKey,
    method: line.method,
    nonce,
    operator: signer.operator,
    target: line.target,
  });
  const jws = await new CompactSign(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: signer.key.id, typ: TYPE })
    .sign(signer.key.privateKey);
  return `${AUTHORIZATION_SCHEME} ${jws}`;
}

const no = (reason: Sentence): Refusal =>
  refuse(REQUEST_RULE, reason, {
    remedy: said('Sign it again with the number in the header {$nonceHeader} of this answer.', {
      nonceHeader: NONCE_HEADER,
    }),
  });

/** The token of the header, and the key that it says it was signed with. */
function tokenOf(authorization: string): { token: string; kid: string } | null {
  if (authorization.length > AUTHORIZATION_CHARACTERS_MAX) return null;
  const [scheme, token = '', ...more] = authorization.split(' ');
  if (scheme !== AUTHORIZATION_SCHEME || more.length > 0) return null;
  try {
    const { alg, kid, typ } = decodeProtectedHeader(token);
    const isOurs = alg === ALGORITHM && typ === TYPE && KeyId.safeParse(kid).success;
    return isOurs ? { token, kid: String(kid) } : null;
  } catch {
    return null;
  }
}

/** What the token claims, believed by nobody yet: it says whose key it has to be signed with. */
function claimsOf(token: string): Claims | null {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url');
  const parsed = parseCanonical(payload, AUTHORIZATION_CHARACTERS_MAX);
  return 'fault' in parsed ? null : (Claims.safeParse(parsed.value).data ?? null);
}

async function isSignedWith(token: string, publicBytes: Uint8Array): Promise<boolean> {
  try {
    await compactVerify(token, publicKeyOf(publicBytes), { algorithms: [ALGORITHM] });
    return true;
  } catch {
    return false;
  }
}

function claimsFault(claims: Claims, line: RequestLine, audience: Audience): Sentence | null {
  const { operator, network } = claims.audience;
  if (operator !== audience.operator || network !== audience.network) {
    return said('The request is signed for another node.');
  }
  if (claims.method !== line.method || claims.target !== line.target) {
    return said('The request is signed for another address.');
  }
  return claims.body === digestOf(line.body)
    ? null
    : said('The request is signed with another body.');
}

export interface Judging {
  readonly audience: Audience;
  readonly nonces: Nonces;
  /** The public key of that name, where it counts as the actor's; else null. */
  keyOf(operator: string, key: KeyId): Promise<Uint8Array | null>;
}

/** Who made a request, or why it is not answered as theirs. The number is used up last. */
export async function verifyRequest(
  authorization: string,
  line: RequestLine,
  judging: Judging,
): Promise<Caller | Refusal> {
  const found = tokenOf(authorization);
  const claims = found && claimsOf(found.token);
  if (!found || !claims) return no(said('The request is not signed in the way that nodes sign.'));
  const fault = claimsFault(claims, line, judging.audience);
  if (fault !== null) return no(fault);
  const publicBytes = await judging.keyOf(claims.operator, found.kid);
  if (!publicBytes || keyIdOf(publicBytes) !== found.kid) {
    const reason = said('No key of that name is known here as one of {$operator}.', {
      operator: claims.operator,
    });
    const remedy = said('Ask the operator of the node that is asked to follow yours.');
    return refuse(KNOWN_RULE, reason, { remedy });
  }
  if (!(await isSignedWith(found.token, publicBytes)))
    return no(said('The signature does not hold.'));
  if (!(await judging.nonces.use(claims.nonce))) {
    return no(
      said('The number of the request is not one that this node gave, or it is old or used.'),
    );
  }
  return { operator: claims.operator, key: found.kid, encryptionKey: claims.encryptionKey };
}
