/** Keys and mandates as the acts of a record file settle them, in the order of the record. */
import type { KeyObject } from 'node:crypto';
import type { Act, Header } from './act.ts';
import {
  AUTHORITY_REGISTER,
  GrantPayload,
  RegisterKeyPayload,
  RevokeKeyPayload,
  RevokeMandatePayload,
  RotateKeyPayload,
  publicBytesOf,
} from './authority-acts.ts';
import { keyIdOf, publicKeyFault, publicKeyOf } from './key.ts';
import { type KeyState, type MandateState, judgeAuthority } from './mandate.ts';
import { signatureHolds } from './sign.ts';

/** An act of the file, read; `place` as in the file. */
export interface ReadAct {
  readonly act: Act;
  readonly signature: Uint8Array;
  readonly place: number | null;
  readonly withheldParts: number;
}

/** What the file knows of keys and mandates. */
export interface Authority {
  readonly keys: Map<string, KeyState>;
  readonly mandates: Map<string, MandateState>;
  /** Keeper of keys and mandates: whose key came first. */
  readonly operator: string;
  readonly ready: Map<string, KeyObject>;
}

/** An authority that knows nothing yet. */
export function noAuthority(operator: string): Authority {
  return { keys: new Map(), mandates: new Map(), operator, ready: new Map() };
}

function readyKey(authority: Authority, state: KeyState): KeyObject {
  const known = authority.ready.get(state.key);
  if (known) return known;
  const made = publicKeyOf(state.publicKey);
  authority.ready.set(state.key, made);
  return made;
}

/** Why the signature does not hold; null where it does. */
export function signatureFault(authority: Authority, { act, signature }: ReadAct): string | null {
  const key = authority.keys.get(act.header.key);
  if (!key) return `the key ${act.header.key} is not in the file`;
  return signatureHolds(act.id, signature, readyKey(authority, key))
    ? null
    : `the signature of ${act.header.author} does not hold`;
}

/** Whether the header rests on a mandate whose grant the file does not show. */
export function lacksMandate(authority: Authority, header: Header): boolean {
  const { mandate, basis, author, actor } = header;
  if (basis.kind === 'recorded' || author === actor) return false;
  return mandate !== null && !authority.mandates.has(mandate);
}

/** Why the author had no authority at the place; null where it had. */
export function authorityFault(
  authority: Authority,
  header: Header,
  place: number,
  custodian: string | null,
): string | null {
  const key = authority.keys.get(header.key) ?? null;
  const mandates = (act: string): MandateState | null => authority.mandates.get(act) ?? null;
  return judgeAuthority(header, place, { key, mandates, custodian })?.reason ?? null;
}

function addKey(authority: Authority, actor: string, publicKey: string, from: number) {
  const bytes = publicBytesOf(publicKey);
  const fault = publicKeyFault(bytes);
  if (fault !== null) return `the public key is ${fault}`;
  const key = keyIdOf(bytes);
  if (authority.keys.has(key)) return `the key ${key} is registered twice`;
  authority.keys.set(key, { key, actor, publicKey: bytes, from, until: null });
  return null;
}

function endKey(authority: Authority, actor: string, key: string, place: number) {
  const known = authority.keys.get(key);
  if (known?.actor !== actor || known.until !== null) return `${actor} has no key ${key} to end`;
  // The act that ends a key is the last that the key may have signed.
  authority.keys.set(key, { ...known, until: place + 1 });
  return null;
}

const MALFORMED = 'its content is not as its kind asks';

type Settle = (authority: Authority, act: Act, place: number) => string | null;

const registerKey: Settle = (authority, { header, payload }, place) => {
  const given = RegisterKeyPayload.safeParse(payload).data;
  if (!given) return MALFORMED;
  if (given.actor !== header.actor) return `the key is for ${given.actor}, the act is not`;
  return addKey(authority, given.actor, given.publicKey, place);
};

const rotateKey: Settle = (authority, { header, payload }, place) => {
  const given = RotateKeyPayload.safeParse(payload).data;
  if (!given) return MALFORMED;
  return (
    endKey(authority, header.actor, given.key, place) ??
    addKey(authority, header.actor, given.publicKey, place)
  );
};

const revokeKey: Settle = (authority, { header, payload }, place) => {
  const given = RevokeKeyPayload.safeParse(payload).data;
  return given ? endKey(authority, header.actor, given.key, place) : MALFORMED;
};

const grantMandate: Settle = (authority, { id, header, payload }, place) => {
  const given = GrantPayload.safeParse(payload).data;
  if (!given) return MALFORMED;
  authority.mandates.set(id, {
    act: id,
    actor: header.actor,
    ...given,
    from: place,
    until: null,
  });
  return null;
};

const revokeMandate: Settle = (authority, { header, payload }, place) => {
  const given = RevokeMandatePayload.safeParse(payload).data;
  const known = given && authority.mandates.get(given.mandate);
  if (!known) return given ? null : MALFORMED;
  if (known.actor !== header.actor) return `${header.actor} did not give that mandate`;
  authority.mandates.set(known.act, { ...known, until: place + 1 });
  return null;
};

const SETTLES: Readonly<Record<string, Settle>> = {
  'keys.register': registerKey,
  'keys.rotate': rotateKey,
  'keys.revoke': revokeKey,
  'mandates.grant': grantMandate,
  'mandates.revoke': revokeMandate,
};

/** Whether an act settles keys or mandates. */
export const settlesAuthority = (type: string): boolean => Object.hasOwn(SETTLES, type);

/** The first key is signed with itself: nobody could vouch for it earlier. */
function genesisFault(authority: Authority, { act }: ReadAct, place: number): string | null {
  const { type, key, author, actor } = act.header;
  const own = type === 'keys.register' && author === authority.operator && actor === author;
  if (!own) return 'the record does not begin with the key of its operator';
  const fault = registerKey(authority, act, place);
  return fault ?? (authority.keys.has(key) ? null : 'the first key is not signed with itself');
}

/** Judges an act that settles authority by those before it, and lets it take effect. */
export function settleAuthority(authority: Authority, read: ReadAct, place: number) {
  const { header } = read.act;
  if (header.register !== AUTHORITY_REGISTER) return `keys are kept in ${AUTHORITY_REGISTER}`;
  const isFirst = authority.keys.size === 0;
  const begun = isFirst ? genesisFault(authority, read, place) : null;
  const fault =
    begun ??
    signatureFault(authority, read) ??
    authorityFault(authority, header, place, authority.operator);
  if (fault !== null || isFirst) return fault;
  return SETTLES[header.type]?.(authority, read.act, place) ?? null;
}
