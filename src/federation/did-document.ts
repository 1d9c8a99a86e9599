/**
 * The statement of a node in the form of a DID document (W3C DID 1.0; RFC 8037 for its keys). It
 * helps others to find the node and its keys; what is believed is the signed statement.
 */
import { z } from 'zod';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { type NodeStatement, STATEMENT_PATH } from './node-statement.ts';
import { STATEMENT_RULE } from './rules.ts';

export const DID_DOCUMENT_BYTES_MAX = 16 * 1024;
const CONTEXT = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'];

/** The DID document of a node, to be served as JSON. */
export function didDocument(did: string, statement: NodeStatement): Record<string, unknown> {
  const method = (name: string, curve: string, x: string) => ({
    id: `${did}#${name}`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: { kty: 'OKP', crv: curve, x },
  });
  const signing = method(statement.key, 'Ed25519', statement.publicKey);
  const sealing = method('sealing', 'X25519', statement.encryptionKey);
  return {
    '@context': CONTEXT,
    id: did,
    verificationMethod: [signing, sealing],
    assertionMethod: [signing.id],
    authentication: [signing.id],
    keyAgreement: [sealing.id],
    service: [
      {
        id: `${did}#concord`,
        type: 'ConcordNode',
        serviceEndpoint: `${statement.address}${STATEMENT_PATH}`,
      },
    ],
  };
}

const Method = z.object({
  id: z.string().max(600),
  publicKeyJwk: z.object({ crv: z.string().max(20), x: z.string().max(100) }),
});
const Document = z.object({
  id: z.string().max(600),
  verificationMethod: z.array(Method).max(20),
  assertionMethod: z.array(z.string().max(600)).max(20),
});

const no = (reason: Sentence): Refusal => refuse(STATEMENT_RULE, reason);

function parse(bytes: Uint8Array): unknown {
  if (bytes.byteLength > DID_DOCUMENT_BYTES_MAX) return null;
  // Small as it is, no document of that size nests deep enough to trouble the parser.
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

/**
 * Whether a DID document says the same as the statement: null, or the refusal. Two places that
 * would have to be forged together, the second of which other software reads, too.
 */
export function documentFault(
  bytes: Uint8Array,
  did: string,
  statement: NodeStatement,
): Refusal | null {
  const read = Document.safeParse(parse(bytes));
  if (!read.success) return no(said('The DID document of the node cannot be read.'));
  const { id, verificationMethod, assertionMethod } = read.data;
  if (id !== did) return no(said('The DID document is that of {$id}.', { id: id.slice(0, 200) }));
  const agrees = verificationMethod.some(
    (method) =>
      method.publicKeyJwk.crv === 'Ed25519' &&
      method.publicKeyJwk.x === statement.publicKey &&
      assertionMethod.includes(method.id),
  );
  return agrees ? null : no(said('The DID document names another key than the statement.'));
}
