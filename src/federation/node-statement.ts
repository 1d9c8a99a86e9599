/**
 * What a node says of itself: who operates it, in which network, and with which keys it signs and
 * is written to. Canonical JSON, signed with the operator's key, apart from acts by its domain.
 */
import { sign, verify } from 'node:crypto';
import { z } from 'zod';
import { ActorId } from '../kernel/actor-id.ts';
import { canonicalBytes, parseCanonical } from '../kernel/canonical.ts';
import {
  KeyId,
  PUBLIC_KEY_BYTES,
  SIGNATURE_BYTES,
  type SigningKey,
  keyIdOf,
  publicKeyFault,
  publicKeyOf,
} from '../kernel/key.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { type Sentence, said } from '../kernel/said.ts';
import { base64Url } from '../kernel/signed-act-json.ts';
import { ADDRESS_CHARACTERS_MAX } from './did-web.ts';
import { STATEMENT_RULE } from './rules.ts';

export const PROTOCOL_VERSION = 1;
export const STATEMENT_BYTES_MAX = 4096;
/** Where a node states it, below its address. */
export const STATEMENT_PATH = '/federation/node';
const DOMAIN = Buffer.from('concord node v1\n', 'utf8');

const base64UrlOf = (bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .refine((text) => {
      const read = Buffer.from(text, 'base64url');
      return read.byteLength === bytes && base64Url(read) === text;
    }, `not the base64url form of ${bytes} bytes`);

export const NodeStatement = z.strictObject({
  protocol: z.literal(PROTOCOL_VERSION),
  network: z.string().regex(/^[a-z][a-z0-9-]{1,62}$/),
  /** The actor in whose name the node records. */
  operator: ActorId,
  /** Where the node is reached, without a slash at the end. */
  address: z.string().max(ADDRESS_CHARACTERS_MAX),
  key: KeyId,
  /** The operator's Ed25519 key. */
  publicKey: base64UrlOf(PUBLIC_KEY_BYTES),
  /** The node's X25519 key, for what is sealed for it. */
  encryptionKey: base64UrlOf(32),
});
export type NodeStatement = z.infer<typeof NodeStatement>;

const SignedStatement = z.strictObject({
  statement: NodeStatement,
  signature: base64UrlOf(SIGNATURE_BYTES),
});

/** What a node knows of itself when it makes its statement. */
export interface NodeFacts {
  readonly network: string;
  readonly operator: string;
  readonly address: string;
  readonly key: SigningKey;
  readonly encryptionKey: Uint8Array;
}

/** The statement of a node. */
export function statementOf(facts: NodeFacts): NodeStatement {
  return {
    protocol: PROTOCOL_VERSION,
    network: facts.network,
    operator: facts.operator,
    address: facts.address,
    key: facts.key.id,
    publicKey: base64Url(facts.key.publicBytes),
    encryptionKey: base64Url(facts.encryptionKey),
  };
}

const messageOf = (statement: NodeStatement): Uint8Array =>
  Buffer.concat([DOMAIN, canonicalBytes(statement)]);

/** The bytes that a node serves as its statement. */
export function signStatement(statement: NodeStatement, key: SigningKey): Uint8Array {
  const signature = base64Url(sign(null, messageOf(statement), key.privateKey));
  return canonicalBytes({ statement, signature });
}

const no = (reason: Sentence): Refusal => refuse(STATEMENT_RULE, reason);

/** What a statement has to agree with. */
export interface Expected {
  /** Where it was read. */
  readonly address: string;
  readonly network: string;
}

function factsFault(statement: NodeStatement, { address, network }: Expected): Refusal | null {
  if (statement.network !== network) {
    return no(
      said('The node is of the network {$network}, and this one of {$here}.', {
        network: statement.network,
        here: network,
      }),
    );
  }
  if (statement.address !== address) {
    return no(
      said('The node says that it is reached at {$address}, not at {$expected}.', {
        address: statement.address,
        expected: address,
      }),
    );
  }
  const publicBytes = Buffer.from(statement.publicKey, 'base64url');
  const fault = publicKeyFault(publicBytes);
  if (fault !== null) return no(said('The key of the node is {$fault}.', { fault }));
  return keyIdOf(publicBytes) === statement.key
    ? null
    : no(said('The key of the node does not have the name that is given to it.'));
}

/** Reads what a node serves as its statement. */
export function readStatement(bytes: Uint8Array, expected: Expected): NodeStatement | Refusal {
  const parsed = parseCanonical(bytes, STATEMENT_BYTES_MAX);
  if ('fault' in parsed) return no(said('The statement is {$fault}.', { fault: parsed.fault }));
  const read = SignedStatement.safeParse(parsed.value);
  if (!read.success) return no(said('The statement does not have the members that it needs.'));
  const { statement, signature } = read.data;
  const fault = factsFault(statement, expected);
  if (isRefusal(fault)) return fault;
  const key = publicKeyOf(Buffer.from(statement.publicKey, 'base64url'));
  return verify(null, messageOf(statement), key, Buffer.from(signature, 'base64url'))
    ? statement
    : no(said('The statement is not signed with the key that it names.'));
}

/** Reads a statement that a node brought itself, wherever it says that it is reached. */
export function readBrought(bytes: Uint8Array, network: string): NodeStatement | Refusal {
  const parsed = parseCanonical(bytes, STATEMENT_BYTES_MAX);
  if ('fault' in parsed) return no(said('The statement is {$fault}.', { fault: parsed.fault }));
  const read = SignedStatement.safeParse(parsed.value);
  if (!read.success) return no(said('The statement does not have the members that it needs.'));
  return readStatement(bytes, { address: read.data.statement.address, network });
}
