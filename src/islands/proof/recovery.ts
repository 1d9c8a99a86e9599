/** Recovery of keys, m of n: whether as many recovery keys as were asked for approve an act. */
import type { Act, Fault } from './act.ts';
import { type Bytes, bytesOf, fromBase64Url, holds, isSoundKey, joined } from './bytes.ts';
import { canonicalBytes, hasExactly, list, members, text } from './canonical.ts';

/** Who may recover an actor's keys: public keys by id, and how many must agree. */
export interface Recovery {
  readonly keys: ReadonlyMap<string, Bytes>;
  readonly threshold: number;
}

const RECOVERY_KEYS_MAX = 16;

/** What is wrong with the recovery keys that an actor names; null where nothing is. */
export function policyFault(keys: readonly (Bytes | null)[], threshold: number): Fault | null {
  const sound = keys.filter((key) => key !== null && isSoundKey(key));
  if (sound.length < keys.length) return 'weak-key';
  const isOnce = new Set(keys.map(String)).size === keys.length;
  const isPossible = threshold >= 1 && threshold <= keys.length;
  return isOnce && isPossible && keys.length <= RECOVERY_KEYS_MAX ? null : 'recovery';
}

/** The bytes that an approval is signed over: the act's kind and content, and what it follows. */
function approvedBytes({ header, payload: given, type }: Act, after: string): Bytes {
  const { approvals: _, ...payload } = given;
  const { network, actor } = header;
  const statement = { network: text(network), actor: text(actor), type, after, payload };
  return joined(bytesOf('concord recovery v1\n'), canonicalBytes(statement));
}

/** Whether enough recovery keys approve the act, each once, and each this very act. */
export async function approvalFault(
  { keys, threshold }: Recovery,
  act: Act,
  after: string,
): Promise<Fault | null> {
  const approvals = list(act.payload['approvals']).map(members);
  const message = approvedBytes(act, after);
  const approving = new Set<string>();
  for (const approval of approvals) {
    const id = text(approval['key']);
    const [key, signature] = [keys.get(id), fromBase64Url(text(approval['signature']))];
    if (!hasExactly(approval, 'key', 'signature') || !key || !signature) return 'recovery';
    if (approving.has(id) || !(await holds(key, message, signature))) return 'recovery';
    approving.add(id);
  }
  return approving.size >= threshold ? null : 'recovery';
}
