/** A recorded act as it is shown, with its verification computed at the moment of showing. */
import { verifyAct } from '../../kernel/sign.ts';
import { keyIdOf, publicKeyFault, publicKeyOf } from '../../kernel/key.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { RecordedAct } from '../../store/contract.ts';
import { type SignedActJson, base64Url, signedActJson } from '../../kernel/signed-act-json.ts';

export interface Verification {
  readonly holds: boolean;
  /** What was checked, in words; where it does not hold, the last one says why. */
  readonly checks: readonly {
    readonly check: string;
    readonly holds: boolean;
    readonly detail: string;
  }[];
}

type Check = Verification['checks'][number];

function keyCheck(act: RecordedAct): Check {
  const fault = publicKeyFault(act.publicKey);
  const named = keyIdOf(act.publicKey) === act.header.key;
  return {
    check: 'key',
    holds: fault === null && named,
    detail:
      fault ?? (named ? `The public key is ${act.header.key}.` : 'The header names another key.'),
  };
}

/** Verifies the stored bytes now: form, digests of the parts, id, key and signature. */
export function verifyRecorded(act: RecordedAct): Verification {
  const key = keyCheck(act);
  if (!key.holds) return { holds: false, checks: [key] };
  const verified = verifyAct(act.signed, () => publicKeyOf(act.publicKey));
  if (isRefusal(verified)) {
    const failed = { check: verified.rule.id, holds: false, detail: verified.reason };
    return { holds: false, checks: [key, failed] };
  }
  const sameId = verified.id === act.id;
  const id: Check = {
    check: 'id',
    holds: sameId,
    detail: sameId ? 'The id is the SHA-256 of the header.' : 'The header has another id.',
  };
  const signature: Check = {
    check: 'signature',
    holds: true,
    detail: `The Ed25519 signature of ${act.header.author} holds over the id.`,
  };
  return { holds: sameId, checks: [key, id, signature] };
}

export interface RecordedActJson {
  readonly id: string;
  readonly header: RecordedAct['header'];
  readonly payload: RecordedAct['payload'];
  readonly signed: SignedActJson;
  readonly publicKey: string;
  readonly admission: Omit<NonNullable<RecordedAct['admission']>, 'ledger'> | null;
  readonly verification: Verification;
}

/** The place over all registers stays out: its gaps would count what the reader may not see. */
function admissionJson(admission: RecordedAct['admission']): RecordedActJson['admission'] {
  if (admission === null) return null;
  const { register, position, recordedAt, by } = admission;
  return { register, position, recordedAt, by };
}

/** The recorded act for machines; `signed` can be handed to any other node as it is. */
export function recordedActJson(act: RecordedAct): RecordedActJson {
  return {
    id: act.id,
    header: act.header,
    payload: act.payload,
    signed: signedActJson(act.signed),
    publicKey: base64Url(act.publicKey),
    admission: admissionJson(act.admission),
    verification: verifyRecorded(act),
  };
}
