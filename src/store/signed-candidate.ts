/** From a signed act's bytes to a candidate: everything that its bytes say of themselves. */
import { BYTES_RULE, type SignedAct, readAct } from '../kernel/act.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { audienceFault, holdsNul, schemaFault, unknownType } from './candidate-faults.ts';
import type { SignedCandidate } from './candidate.ts';
import type { Catalog } from './catalog.ts';
import { NETWORK_RULE, TEXT_RULE } from './rules.ts';

function signedTextFault(signed: SignedAct): Refusal | null {
  const whole = signed.parts.flatMap((part) => (part ? [part.bytes] : []));
  if (whole.length < signed.parts.length) {
    return refuse(BYTES_RULE, 'A part of the act was withheld, so it cannot be judged here.');
  }
  return [signed.header, ...whole].some(holdsNul)
    ? refuse(TEXT_RULE, 'A text of the act holds a NUL.')
    : null;
}

/** Reads a signed act; whatever is wrong with its bytes is said here. Checks no signature. */
export function signedCandidate(
  catalog: Catalog,
  network: string,
  signed: SignedAct,
): SignedCandidate | Refusal {
  const act = readAct(signed);
  if (isRefusal(act)) return act;
  const text = signedTextFault(signed) ?? audienceFault(act.header.marking);
  if (text) return text;
  const { header } = act;
  if (header.network !== network) {
    return refuse(
      NETWORK_RULE,
      `The act belongs to ${header.network}; this node is in ${network}.`,
    );
  }
  const found = catalog.find(header.type);
  if (!found) return unknownType(header.type);
  const parsed = found.definition.payload.safeParse(act.payload);
  return {
    kind: 'signed',
    found,
    author: header.author,
    marking: header.marking,
    register: header.register ?? '',
    mandate: header.mandate,
    payload: parsed.data ?? act.payload,
    sizeBytes: signed.parts.reduce((sum, part) => sum + (part?.bytes.byteLength ?? 0), 0),
    act,
    signed,
    fault: parsed.success ? null : schemaFault(found, parsed.error.issues),
  };
}
