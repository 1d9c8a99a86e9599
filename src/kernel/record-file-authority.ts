/** Keys and mandates as the acts of a record file settle them, in the order of the record. */
import type { KeyObject } from 'node:crypto';
import type { Act, ActOf, Header } from './act.ts';
import {
  AUTHORITY_REGISTER,
  GrantPayload,
  KEY_PAYLOADS,
  type KeyPayload,
  RevokeMandatePayload,
} from './authority-acts.ts';
import {
  type KeyBook,
  emptyKeyBook,
  judgeKeyAct,
  recoveringKey,
  settleKeyAct,
} from './key-book.ts';
import { publicKeyOf } from './key.ts';
import { type KeyState, type MandateState, grantedUnder, judgeAuthority } from './mandate.ts';
import { own } from './own.ts';
import { type Refusal, isRefusal } from './refusal.ts';
import { signatureHolds } from './sign.ts';

/** An act of the file, read; `place` as in the file. */
export interface ReadAct {
  readonly act: Act;
  readonly signature: Uint8Array;
  readonly place: number | null;
  readonly withheldParts: number;
}

/** What the file knows of keys and mandates. */
export interface Authority extends KeyBook {
  readonly mandates: Map<string, MandateState>;
  /** Keeper of keys and mandates: whose key came first. */
  readonly operator: string;
  readonly ready: Map<string, KeyObject>;
}

/** An authority that knows nothing yet. */
export function noAuthority(operator: string): Authority {
  return { ...emptyKeyBook(), mandates: new Map(), operator, ready: new Map() };
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

const MALFORMED = 'its content is not as its kind asks';

/** An act on keys with what its schema gave; null where that accepts nothing. */
function keyActOf(act: Act): ActOf<KeyPayload> | null {
  const { type } = act.header;
  // Asked of the own members alone, so that no type names what every object has.
  const schema = Object.hasOwn(KEY_PAYLOADS, type)
    ? KEY_PAYLOADS[type as keyof typeof KEY_PAYLOADS]
    : null;
  const payload = schema?.safeParse(act.payload).data;
  return payload ? { ...act, payload } : null;
}

type Settle = (authority: Authority, act: Act, place: number) => string | null;

const settleKeys: Settle = (authority, act, place) => {
  const keyAct = keyActOf(act);
  if (!keyAct) return MALFORMED;
  const refusal = judgeKeyAct(authority, keyAct);
  if (refusal) return refusal.reason;
  settleKeyAct(authority, keyAct, place);
  return null;
};

/** Ends a mandate; one that the file does not show serves nothing in it either. */
function endMandate(authority: Authority, actor: string, mandate: string, place: number) {
  const known = authority.mandates.get(mandate);
  if (!known) return null;
  if (known.actor !== actor) return `${actor} did not give that mandate`;
  authority.mandates.set(known.act, { ...known, until: place + 1 });
  return null;
}

const grantMandate: Settle = (authority, { id, header, payload }, place) => {
  const given = GrantPayload.safeParse(payload).data;
  if (!given) return MALFORMED;
  const { replaces, ...named } = given;
  const fault =
    replaces === undefined ? null : endMandate(authority, header.actor, replaces, place);
  if (fault !== null) return fault;
  authority.mandates.set(id, {
    act: id,
    actor: header.actor,
    ...named,
    under: grantedUnder(header),
    from: place,
    until: null,
  });
  return null;
};

const revokeMandate: Settle = (authority, { header, payload }, place) => {
  const given = RevokeMandatePayload.safeParse(payload).data;
  return given ? endMandate(authority, header.actor, given.mandate, place) : MALFORMED;
};

const SETTLES: Readonly<Record<string, Settle>> = {
  ...Object.fromEntries(Object.keys(KEY_PAYLOADS).map((type) => [type, settleKeys])),
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
  const fault = settleKeys(authority, act, place);
  return fault ?? (authority.keys.has(key) ? null : 'the first key is not signed with itself');
}

/** What an act is judged by: where it recovers keys, the key that it brings is one of them. */
function judgedBy(authority: Authority, { act }: ReadAct, place: number): Authority | Refusal {
  const keyAct = keyActOf(act);
  const found = keyAct && recoveringKey(authority, keyAct, place);
  if (found === null || isRefusal(found)) return found ?? authority;
  return { ...authority, keys: new Map([...authority.keys, [found.key, found]]) };
}

/** Judges an act that settles authority by those before it, and lets it take effect. */
export function settleAuthority(authority: Authority, read: ReadAct, place: number) {
  const { header } = read.act;
  if (header.register !== AUTHORITY_REGISTER) return `keys are kept in ${AUTHORITY_REGISTER}`;
  const isFirst = authority.keys.size === 0;
  const begun = isFirst ? genesisFault(authority, read, place) : null;
  const known = judgedBy(authority, read, place);
  if (isRefusal(known)) return known.reason;
  const fault =
    begun ??
    signatureFault(known, read) ??
    authorityFault(known, header, place, authority.operator);
  if (fault !== null || isFirst) return fault;
  return own(SETTLES, header.type)?.(authority, read.act, place) ?? null;
}
