/** Puts a candidate at the end of its author's stream, or says why it cannot stand there. */
import { streamOf } from '../kernel/act.ts';
import { judgeKey } from '../kernel/mandate.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { judgeContinuation } from '../kernel/register.ts';
import { SIGNATURE_RULE, prepareParts, signatureHolds } from '../kernel/sign.ts';
import { keyRecovered } from './authority.ts';
import { headOf } from './batch-state.ts';
import {
  type Candidate,
  type DraftCandidate,
  type SignedCandidate,
  headerOf,
} from './candidate.ts';
import { keyFor } from './elsewhere.ts';
import { readyKey } from './key-ring.ts';
import { HELD_KEY_RULE } from './rules.ts';
import type { Presented, Work } from './work.ts';

/** Signatures found to hold or not before the batch was judged, by `signatureKey`. */
export type CheckedSignatures = ReadonlyMap<string, boolean>;

/** An act may be handed in twice, once with a false signature: both belong to the key. */
export function signatureKey(id: string, signature: Uint8Array): string {
  return `${id} ${Buffer.from(signature).toString('hex')}`;
}

function presentDraft(work: Work, candidate: DraftCandidate): Presented | Refusal {
  const key = work.node.keys.keyFor(candidate.author);
  if (!key) {
    return refuse(
      HELD_KEY_RULE,
      said('This node holds no key of {$author}.', { author: candidate.author }),
      {
        remedy: said('Sign the act where the key is, and hand it in signed.'),
      },
    );
  }
  const head = headOf(work.state, streamOf(candidate.author, candidate.marking));
  const prepared = prepareParts(
    {
      ...headerOf(candidate, work.node.network),
      seq: head.seq + 1,
      prev: head.last,
      issuedAt: work.state.recordedAt,
    },
    candidate.parts,
    candidate.raw,
    key.id,
  );
  if ('refused' in prepared) return prepared;
  const { act, header } = prepared;
  return {
    candidate,
    record: { act, header, parts: candidate.parts.map(({ part }) => part), signature: null, key },
    act: { id: act.id, header: act.header, payload: candidate.payload },
  };
}

function presentSigned(
  work: Work,
  candidate: SignedCandidate,
  checked: CheckedSignatures,
): Presented | Refusal {
  const { act, signed } = candidate;
  const { header } = act;
  const presented = { id: act.id, header, payload: candidate.payload };
  const recovered = keyRecovered(work.state, presented, candidate.fault === null);
  if (isRefusal(recovered)) return recovered;
  const key = recovered ?? keyFor(work.state, header) ?? undefined;
  const keyFault = judgeKey(header, work.state.ledger + 1, key ?? null);
  if (keyFault) return keyFault;
  const holds =
    checked.get(signatureKey(act.id, signed.signature)) ??
    (key !== undefined && signatureHolds(act.id, signed.signature, readyKey(key)));
  if (!holds) {
    return refuse(
      SIGNATURE_RULE,
      said('The signature of {$author} does not hold.', { author: header.author }),
    );
  }
  const fault = judgeContinuation(header, headOf(work.state, header.stream));
  if (fault) return fault;
  return {
    candidate,
    record: {
      act,
      header: signed.header,
      parts: signed.parts,
      signature: signed.signature,
      key: null,
    },
    act: presented,
  };
}

/** The candidate with its header and id, or why it has no place in its stream. */
export function present(
  work: Work,
  candidate: Candidate,
  checked: CheckedSignatures,
): Presented | Refusal {
  return candidate.kind === 'draft'
    ? presentDraft(work, candidate)
    : presentSigned(work, candidate, checked);
}
