/**
 * Holding a node to the key that was confirmed. At first contact a person compares fingerprints;
 * from then on another key is accepted only where the record itself says that it is the operator's.
 */
import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { NodeStatement } from './node-statement.ts';
import { PINNED_RULE } from './rules.ts';

/** What was confirmed of a node. */
export interface Pin {
  readonly operator: string;
  /** The operator's Ed25519 key, base64url. */
  readonly publicKey: string;
}

/** Whether the record, with the node's own key pinned, says that a key is the actor's. */
export type KnownKey = (actor: string, publicKey: string) => boolean;

const GROUP = 4;

/** A key in groups of four, for two people to compare: all 256 bits of its SHA-256. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return digest.match(new RegExp(`.{${GROUP}}`, 'g'))?.join(' ') ?? '';
}

/** What is pinned from a statement that a person confirmed. */
export function pinOf({ operator, publicKey }: NodeStatement): Pin {
  return { operator, publicKey };
}

/**
 * Holds a statement to a pin. The pin stays, or moves to a key that the record knows as the
 * operator's; else the refusal, and nothing of the node is believed.
 */
export function heldToPin(pin: Pin, statement: NodeStatement, isKnown: KnownKey): Pin | Refusal {
  if (statement.operator !== pin.operator) {
    return refuse(
      PINNED_RULE,
      said('The node was {$operator}’s, and says now that it is {$statementOperator}’s.', {
        operator: pin.operator,
        statementOperator: statement.operator,
      }),
      { remedy: said('Ask its operator, and follow it anew where that is meant.') },
    );
  }
  if (statement.publicKey === pin.publicKey) return pin;
  if (isKnown(statement.operator, statement.publicKey)) return pinOf(statement);
  return refuse(
    PINNED_RULE,
    said('The node signs with another key than the one that was confirmed.'),
    {
      remedy: said(
        'Wait for the act that rotates the key, or compare the fingerprint with its operator.',
      ),
      values: { fingerprint: fingerprintOf(statement.publicKey) },
    },
  );
}
