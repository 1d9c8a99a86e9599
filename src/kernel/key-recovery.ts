/**
 * Recovery of keys, m of n: an actor names keys that are kept apart from daily use, and how many of
 * them must agree. Whoever then holds the actor's own key alone can neither replace it nor change
 * who recovers it.
 */
import { sign as cryptoSign, verify as cryptoVerify } from 'node:crypto';
import type { ActId, ActOf } from './act.ts';
import type { Approval, KeyPayload } from './authority-acts.ts';
import { publicBytesOf } from './authority-acts.ts';
import { type Json, canonicalBytes } from './canonical.ts';
import { type SigningKey, keyIdOf, publicKeyFault, publicKeyOf } from './key.ts';
import { rule } from './law.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Sentence, said } from './said.ts';

export const RECOVERY_RULE = rule(
  'keys.recovery',
  'Concord acts, "Keys and mandates"',
  'Once recovery keys stand, as many of them as was said approve whatever gives their actor a key.',
);

/** Separates approvals from signatures over acts and from any other use of the same key. */
const DOMAIN = Buffer.from('concord recovery v1\n', 'utf8');

/** Who may recover an actor's keys: public keys, base64url, and how many must agree. */
export interface Recovery {
  readonly keys: readonly string[];
  readonly threshold: number;
  /** The act that says so. */
  readonly act: ActId;
}

/** What recovery keys approve: an act of that kind, with that content, after that last key act. */
export interface Approved {
  readonly network: string;
  readonly actor: string;
  readonly type: string;
  /** The last act on the actor's keys; it makes an approval serve once, and not after another. */
  readonly after: ActId;
  readonly payload: KeyPayload;
}

const jsonOf = (payload: KeyPayload): Record<string, Json> => {
  const said = Object.entries(payload).filter(
    ([name, value]) => name !== 'approvals' && value !== undefined,
  );
  // Members of a payload that a schema accepted, without its approvals, are texts and numbers.
  return Object.fromEntries(said) as Record<string, Json>;
};

/** The bytes that an approval is signed over. */
export function approvedBytes(approved: Approved): Uint8Array {
  const { network, actor, type, after, payload } = approved;
  const statement = { network, actor, type, after, payload: jsonOf(payload) };
  return Buffer.concat([DOMAIN, canonicalBytes(statement)]);
}

/** The approval of whoever holds a recovery key. */
export function approve(approved: Approved, key: SigningKey): Approval {
  const signature = cryptoSign(null, approvedBytes(approved), key.privateKey);
  return { key: key.id, signature: signature.toString('base64url') };
}

function approvalFault(bytes: Uint8Array, recovery: Recovery, approval: Approval): Sentence | null {
  const publicKey = recovery.keys.find((one) => keyIdOf(publicBytesOf(one)) === approval.key);
  if (publicKey === undefined)
    return said('{$key} is none of the recovery keys', { key: approval.key });
  const signature = Buffer.from(approval.signature, 'base64url');
  // Bits beyond the last byte would let one signature have several spellings.
  const isWhole = signature.toString('base64url') === approval.signature;
  return isWhole && cryptoVerify(null, bytes, publicKeyOf(publicBytesOf(publicKey)), signature)
    ? null
    : said('the approval of {$key} is not for this act', { key: approval.key });
}

const fault = (reason: Sentence): Refusal =>
  refuse(RECOVERY_RULE, reason, {
    remedy: said('Have recovery keys approve this very act: concord key approve.'),
  });

/** Whether enough recovery keys approve the act, each once, and each for this act. */
export function judgeApprovals(
  recovery: Recovery,
  act: ActOf<KeyPayload>,
  after: ActId,
): Refusal | null {
  const { header, payload } = act;
  const approvals = payload.approvals ?? [];
  if (new Set(approvals.map(({ key }) => key)).size < approvals.length) {
    return fault(said('One recovery key approves twice.'));
  }
  const { network, actor, type } = header;
  const bytes = approvedBytes({ network, actor, type, after, payload });
  for (const approval of approvals) {
    const wrong = approvalFault(bytes, recovery, approval);
    if (wrong !== null) return fault(said('The act is not approved: {$wrong}.', { wrong }));
  }
  const { length } = approvals;
  return length >= recovery.threshold
    ? null
    : fault(
        said('{$threshold} recovery keys of {$actor} must approve this; {$length} do.', {
          threshold: recovery.threshold,
          actor,
          length,
        }),
      );
}

/** What is wrong with the recovery keys that an actor names; null where nothing is. */
export function judgePolicy(keys: readonly string[], threshold: number): Refusal | null {
  if (new Set(keys).size < keys.length) return fault(said('A recovery key is named twice.'));
  if (threshold > keys.length) {
    return fault(
      said('{$threshold} of {$count} recovery keys can never agree.', {
        threshold,
        count: keys.length,
      }),
    );
  }
  const faults = keys.map((key) => publicKeyFault(publicBytesOf(key)));
  const at = faults.findIndex((one) => one !== null);
  return at === -1
    ? null
    : fault(
        said('The recovery key at place {$at} is {$fault}.', {
          at: at + 1,
          fault: faults[at] ?? '',
        }),
      );
}
