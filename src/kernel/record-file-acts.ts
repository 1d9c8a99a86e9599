/** Each act of a record file: read from its bytes, and judged at its place. */
import { type SignedAct, actId, readAct } from './act.ts';
import { audienceOf } from './marking.ts';
import { judgeKey } from './mandate.ts';
import {
  type Authority,
  type ReadAct,
  authorityFault,
  lacksMandate,
  settleAuthority,
  settlesAuthority,
  signatureFault,
} from './record-file-authority.ts';
import { AUTHORITY_REGISTER } from './authority-acts.ts';
import { ADMIT, type Admitting, REFUSE } from './record-file-order.ts';
import type { ActReport, Role, Verdict } from './record-file-report.ts';
import type { FileAct } from './record-file.ts';
import { isRefusal } from './refusal.ts';
import { signedActJson, signedActOf } from './signed-act-json.ts';

/** What the acts of a file are judged by. */
export interface Scene {
  readonly register: string;
  /** Who admits to the register of the file; null where the file shows no admission. */
  readonly custodian: string | null;
  readonly authority: Authority;
  readonly admitting: Admitting;
  /** Acts that settle authority, with what is wrong with each. */
  readonly settled: ReadonlyMap<string, string | null>;
}

/** Bits beyond the last byte would let one act have many spellings. */
function isSpelledOnce(given: FileAct, signed: SignedAct): boolean {
  const again = signedActJson(signed);
  const salts = (json: FileAct['signed']) => json.parts.map((part) => part?.salt ?? '').join(' ');
  return again.signature === given.signed.signature && salts(again) === salts(given.signed);
}

/** The act, or the report that it cannot be read. */
export function readFileAct(given: FileAct): ReadAct | ActReport {
  const signed = signedActOf(given.signed);
  const act = readAct(signed);
  const { place } = given;
  const withheldParts = signed.parts.filter((part) => part === null).length;
  if (!isRefusal(act) && isSpelledOnce(given, signed)) {
    return { act, signature: signed.signature, place, withheldParts };
  }
  const reason = isRefusal(act) ? act.reason : 'Its salt or signature is spelled oddly.';
  return {
    act: actId(signed.header),
    type: '',
    author: '',
    actor: '',
    role: 'admitted',
    place,
    verdict: 'fails',
    reasons: [reason],
    withheldParts,
  };
}

function roleOf({ act, place }: ReadAct): Role {
  const { type } = act.header;
  if (type === ADMIT) return 'admission';
  if (type === REFUSE) return 'refusal';
  if (place === null) return 'refused';
  return settlesAuthority(type) ? 'authority' : 'admitted';
}

function custodianOf(scene: Scene, register: string | null): string | null {
  if (register === AUTHORITY_REGISTER) return scene.authority.operator;
  return register === scene.register ? scene.custodian : null;
}

/** Why what the custodian itself did is not its own. */
function custodianFaults(scene: Scene, read: ReadAct): (string | null)[] {
  const { header } = read.act;
  const custodian = custodianOf(scene, header.register);
  const own = header.author === custodian && header.actor === custodian;
  const place =
    header.type === ADMIT ? (scene.admitting.firstPlaces.get(read.act.id) ?? null) : null;
  return [
    own ? null : `only ${custodian ?? 'the custodian'} admits and refuses here`,
    header.type === ADMIT && place === null ? 'it admits nothing that the file holds' : null,
    place === null
      ? keyFault(scene.authority, read)
      : authorityFault(scene.authority, header, place, custodian),
  ];
}

/** Of what has no place in the record it is known only whose key it was, at some time. */
function keyFault({ keys }: Authority, { act }: ReadAct): string | null {
  const key = keys.get(act.header.key) ?? null;
  return judgeKey(act.header, key?.from ?? 0, key)?.reason ?? null;
}

function admissionFault(scene: Scene, { act }: ReadAct): string | null {
  const found = scene.admitting.positions.get(act.id);
  if (!found) return 'no admission names it';
  const { register, marking } = found.by.act.header;
  if (register !== act.header.register) return 'it is admitted to another register than its own';
  return audienceOf(marking) === audienceOf(act.header.marking)
    ? null
    : 'it is admitted for another audience than its own';
}

function admittedFaults(scene: Scene, read: ReadAct, place: number): (string | null)[] {
  const { header, id } = read.act;
  const settled = scene.settled.get(id);
  if (settled !== undefined) return [admissionFault(scene, read), settled];
  const isPartly = lacksMandate(scene.authority, header);
  const key = scene.authority.keys.get(header.key) ?? null;
  const custodian = custodianOf(scene, header.register);
  return [
    admissionFault(scene, read),
    isPartly
      ? (judgeKey(header, place, key)?.reason ?? null)
      : authorityFault(scene.authority, header, place, custodian),
  ];
}

function faultsOf(scene: Scene, read: ReadAct): string[] {
  const { type } = read.act.header;
  const isCustodians = type === ADMIT || type === REFUSE;
  const isRefused = scene.admitting.refused.has(read.act.id);
  const faults = isCustodians
    ? custodianFaults(scene, read)
    : read.place === null
      ? [isRefused ? null : 'it is neither admitted nor refused', keyFault(scene.authority, read)]
      : admittedFaults(scene, read, read.place);
  return [signatureFault(scene.authority, read), ...faults].filter((fault) => fault !== null);
}

/** What is found of one act. */
export function reportOf(scene: Scene, read: ReadAct): ActReport {
  const { id, header } = read.act;
  const faults = [...new Set(faultsOf(scene, read))];
  const isPartly = faults.length === 0 && lacksMandate(scene.authority, header);
  const verdict: Verdict = faults.length > 0 ? 'fails' : isPartly ? 'partly' : 'verified';
  return {
    act: id,
    type: header.type,
    author: header.author,
    actor: header.actor,
    role: roleOf(read),
    place: read.place,
    verdict,
    reasons: isPartly ? [`the mandate ${header.mandate ?? ''} is not in the file`] : faults,
    withheldParts: read.withheldParts,
  };
}

/** Lets keys and mandates take effect in the order of the record; what is wrong with each act. */
export function settleAll(authority: Authority, acts: readonly ReadAct[]) {
  const settled = new Map<string, string | null>();
  const inOrder = acts
    .filter(({ act, place }) => place !== null && settlesAuthority(act.header.type))
    .toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0));
  for (const read of inOrder) {
    settled.set(read.act.id, settleAuthority(authority, read, read.place ?? 0));
  }
  return settled;
}
