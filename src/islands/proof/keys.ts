/** Keys as the acts of the file settle them: given, ended, and recovered by recovery keys. */
import type { Act, Fault } from './act.ts';
import { type Bytes, fromBase64Url, hexOf, isSoundKey, sha256 } from './bytes.ts';
import { type Members, count, hasExactly, list, members, text } from './canonical.ts';
import { own } from '../own.ts';
import { type Recovery, approvalFault, policyFault } from './recovery.ts';

export interface Span {
  readonly from: number;
  until: number | null;
}
export interface Key extends Span {
  readonly actor: string;
  readonly bytes: Bytes;
}

/** Keys by id, and by actor who may recover them and the last act that changed any of this. */
export interface KeyBook {
  readonly keys: Map<string, Key>;
  readonly recoveries: Map<string, Recovery>;
  readonly lastKeyActs: Map<string, string>;
}

/** What each kind of act on keys says, and what it may say beside. */
const KINDS: Readonly<Record<string, readonly [must: string, may: readonly string[]]>> = {
  'keys.register': ['actor publicKey', ['approvals']],
  'keys.rotate': ['key publicKey', ['approvals']],
  'keys.revoke': ['key', ['approvals', 'effectiveFrom']],
  'keys.set-recovery': ['keys threshold', ['approvals']],
  'keys.recover': ['approvals keys publicKey', ['effectiveFrom']],
};
const RECOVER = 'keys.recover';

export const isKeyAct = (type: string): boolean => Object.hasOwn(KINDS, type);

function isWellMade({ header, payload, type }: Act): boolean {
  const [must = '', may = []] = own(KINDS, type) ?? [];
  const said = may.filter((name) => Object.hasOwn(payload, name));
  const isClear = members(header['marking'])['level'] === 'clear';
  return isClear && hasExactly(payload, ...must.split(' '), ...said);
}

export const keyIdOf = async (bytes: Bytes): Promise<string> =>
  hexOf(await sha256(bytes)).slice(0, 32);

/** The keys that an act ends. */
function endedBy({ payload, type }: Act): readonly string[] {
  if (type === RECOVER) return list(payload['keys']).map(text);
  return payload['key'] === undefined ? [] : [text(payload['key'])];
}

/** The key that an act gives; null where it gives none. */
function givenBy({ payload }: Act): Bytes | null {
  const { publicKey } = payload;
  return publicKey === undefined ? null : (fromBase64Url(text(publicKey)) ?? new Uint8Array());
}

function endFault({ keys }: KeyBook, act: Act): Fault | null {
  const ended = endedBy(act);
  const isOwn = (id: string): boolean => {
    const key = keys.get(id);
    return key !== undefined && key.actor === act.header['actor'] && key.until === null;
  };
  return new Set(ended).size === ended.length && ended.every(isOwn) ? null : 'key';
}

async function freshFault({ keys }: KeyBook, act: Act): Promise<Fault | null> {
  const bytes = givenBy(act);
  if (bytes === null) return null;
  if (!isSoundKey(bytes)) return 'weak-key';
  return keys.has(await keyIdOf(bytes)) ? 'key' : null;
}

/** Recovery keys sound, each named once, none of them one that signs acts. */
async function namedFault({ keys }: KeyBook, { payload, type }: Act): Promise<Fault | null> {
  if (type !== 'keys.set-recovery') return null;
  const named = list(payload['keys']).map((one) => fromBase64Url(text(one)));
  const ids = await Promise.all(named.map((one) => keyIdOf(one ?? new Uint8Array())));
  return policyFault(named, count(payload['threshold']) ?? 0) ?? signingFault(keys, ids);
}

const signingFault = (keys: KeyBook['keys'], ids: readonly string[]): Fault | null =>
  ids.some((id) => keys.has(id)) ? 'recovery' : null;

/** Once recovery keys stand they approve all but plainly ending a key. */
async function unapprovedFault(book: KeyBook, act: Act): Promise<Fault | null> {
  const actor = text(act.header['actor']);
  const [recovery, after] = [book.recoveries.get(actor), book.lastKeyActs.get(actor)];
  if (!recovery || after === undefined) return act.type === RECOVER ? 'recovery' : null;
  const isPlainEnd = act.type === 'keys.revoke' && !('effectiveFrom' in act.payload);
  return isPlainEnd ? null : approvalFault(recovery, act, after);
}

async function keyActFault(book: KeyBook, act: Act): Promise<Fault | null> {
  const { header, payload } = act;
  if (!isWellMade(act)) return 'key';
  if ('actor' in payload && payload['actor'] !== header['actor']) return 'key';
  const first = (await freshFault(book, act)) ?? endFault(book, act);
  return first ?? (await namedFault(book, act)) ?? unapprovedFault(book, act);
}

async function recoveryOf({ keys, threshold }: Members): Promise<Recovery> {
  const bytes = list(keys).map((one) => fromBase64Url(text(one)) ?? new Uint8Array());
  const named = await Promise.all(bytes.map(async (one) => [await keyIdOf(one), one] as const));
  return { keys: new Map(named), threshold: count(threshold) ?? 0 };
}

/** Judges an act on keys by those before it, and lets it take effect. */
export async function settleKeys(book: KeyBook, act: Act, at: number): Promise<Fault | null> {
  const fault = await keyActFault(book, act);
  if (fault) return fault;
  const actor = text(act.header['actor']);
  for (const id of endedBy(act)) {
    const key = book.keys.get(id);
    // The act that ends a key is the last that the key may have signed.
    if (key) key.until = at + 1;
  }
  const bytes = givenBy(act);
  if (bytes) book.keys.set(await keyIdOf(bytes), { actor, bytes, from: at, until: null });
  if (act.type === 'keys.set-recovery') book.recoveries.set(actor, await recoveryOf(act.payload));
  book.lastKeyActs.set(actor, act.id);
  return null;
}

/**
 * The key that an act of recovery brings and is itself signed with, where recovery keys vouch for
 * it; what is wrong where they do not; null for any other act.
 */
export async function broughtKey(book: KeyBook, act: Act, at: number): Promise<Key | Fault | null> {
  const { author, actor, basis, key } = act.header;
  const bytes = act.type === RECOVER ? givenBy(act) : null;
  const isOwn = author === actor && members(basis)['kind'] === 'signed';
  if (bytes === null || !isOwn || key !== (await keyIdOf(bytes))) return null;
  const fault = await keyActFault(book, act);
  return fault ?? { actor: text(author), bytes, from: at, until: null };
}
