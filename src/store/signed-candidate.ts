/** From a signed act's bytes to a candidate: everything that its bytes say of themselves. */
import { BYTES_RULE, type Header, type SignedAct, readAct } from '../kernel/act.ts';
import { cutFault } from '../kernel/narrower.ts';
import { withoutNotes } from '../kernel/release-note.ts';
import { missingParts } from '../kernel/release.ts';
import { type Refusal, isRefusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { audienceFault, holdsNul, schemaFault, unknownType } from './candidate-faults.ts';
import type { SignedCandidate } from './candidate.ts';
import type { Catalog, Found } from './catalog.ts';
import { membersOfParts } from './apply-act.ts';
import type { NodeIdentity } from './work.ts';
import { NETWORK_RULE, TEXT_RULE } from './rules.ts';

function signedTextFault(signed: SignedAct, header: Header, operator: string): Refusal | null {
  const whole = signed.parts.flatMap((part) => (part ? [part.bytes] : []));
  if (missingParts(header, signed.parts, [operator]).length > 0) {
    return refuse(BYTES_RULE, said('A part of the act was withheld, so it cannot be judged here.'));
  }
  return [signed.header, ...whole].some(holdsNul)
    ? refuse(TEXT_RULE, said('A text of the act holds a NUL.'))
    : null;
}

/** Nearly all acts have one part, and nothing to cut. */
function partsFault({ definition }: Found, header: Header, signed: SignedAct): Refusal | null {
  return header.parts.every(({ marking }) => marking === undefined)
    ? null
    : cutFault(definition, header, membersOfParts(signed.parts));
}

/** Reads a signed act; whatever is wrong with its bytes is said here. Checks no signature. */
export function signedCandidate(
  catalog: Catalog,
  { network, operator }: Pick<NodeIdentity, 'network' | 'operator'>,
  signed: SignedAct,
): SignedCandidate | Refusal {
  const act = readAct(signed);
  if (isRefusal(act)) return act;
  const { header } = act;
  const text = signedTextFault(signed, header, operator) ?? audienceFault(header.marking);
  if (text) return text;
  if (header.network !== network) {
    return refuse(
      NETWORK_RULE,
      said('The act belongs to {$network}; this node is in {$here}.', {
        network: header.network,
        here: network,
      }),
    );
  }
  const found = catalog.find(header.type);
  if (!found) return unknownType(header.type);
  const parsed = found.definition.payload.safeParse(withoutNotes(act.payload));
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
    fault: parsed.success
      ? partsFault(found, header, signed)
      : schemaFault(found, parsed.error.issues),
  };
}
