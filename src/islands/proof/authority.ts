/** Keys and mandates, as the acts of the file settle them in the order of the record. */
import { type Act, type Fault, audienceOf, signedMessage } from './act.ts';
import { type Bytes, fromBase64Url, hexOf, holds, isSoundKey, joined, sha256 } from './bytes.ts';
import { type Members, count, list, text } from './canonical.ts';

const REGISTRY = 'actors/registry';
export const ADMIT = 'registers.admit';

interface Span {
  readonly from: number;
  until: number | null;
}
export interface Key extends Span {
  readonly actor: string;
  readonly bytes: Bytes;
}
interface Mandate extends Span {
  readonly actor: string;
  readonly terms: Members;
}

export interface Authority {
  readonly operator: string;
  readonly keys: Map<string, Key>;
  readonly mandates: Map<string, Mandate>;
  /** Which admission names an act. */
  readonly admissions: Map<string, Act>;
}

const counts = ({ from, until }: Span, at: number): boolean =>
  from <= at && (until === null || at < until);

export async function isSigned({ keys }: Authority, act: Act): Promise<boolean> {
  const key = keys.get(text(act.header['key']));
  return key !== undefined && holds(key.bytes, joined(...signedMessage(act.id)), act.signature);
}

const ON_AUTHORITY = /^(?:keys|mandates)\./;

function covers(pattern: string, type: string): boolean {
  if (pattern === '*') return !ON_AUTHORITY.test(type);
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** Whether the mandate reaches to this act: its kind, its register, and the day it was issued. */
function reaches({ terms }: Mandate, { header, type }: Act): boolean {
  const day = text(header['issuedAt']).slice(0, 10);
  const { fromOn, toOn, registers } = terms;
  const isOpen = day >= text(fromOn) && (toOn === null || day <= text(toOn));
  const isNamed = registers === null || list(registers).includes(header['register'] ?? null);
  return isOpen && isNamed && list(terms['covers']).some((one) => covers(text(one), type));
}

function mandateFault(authority: Authority, act: Act, at: number): Fault | null {
  const { header } = act;
  const mandate = authority.mandates.get(text(header['mandate']));
  if (!mandate || !counts(mandate, at) || mandate.actor !== header['actor']) return 'mandate';
  return mandate.terms['holder'] === header['author'] && reaches(mandate, act) ? null : 'mandate';
}

/** Why the author could not do this at the place of the record; null where it could. */
export function judged(
  authority: Authority,
  act: Act,
  at: number,
  custodian: string,
): Fault | null {
  const { author, actor, basis, key: named } = act.header;
  const key = authority.keys.get(text(named));
  if (!key || key.actor !== author || !counts(key, at)) return 'key';
  const isRecorded = text((basis as Members | null)?.['kind']) === 'recorded';
  if (isRecorded) return author === custodian ? null : 'recorded';
  return author === actor ? null : mandateFault(authority, act, at);
}

/** Why the act is not admitted as it should be; null where it is. */
export async function admissionFault(authority: Authority, act: Act): Promise<Fault | null> {
  const admission = authority.admissions.get(act.id);
  if (!admission) return 'admission';
  const { register, marking } = admission.header;
  if (register !== act.header['register']) return 'admission';
  const audience = await audienceOf(marking);
  return audience === (await audienceOf(act.header['marking'])) ? null : 'audience';
}

/** Gathers what the admissions name; an act that is named twice is named by none. */
export function readAdmissions(acts: readonly Act[]): Map<string, Act> {
  const named = new Map<string, Act>();
  const twice = new Set<string>();
  for (const act of acts.filter(({ type }) => type === ADMIT)) {
    if (act.payload['register'] !== act.header['register']) continue;
    for (const id of list(act.payload['acts']).map(text)) {
      if (named.has(id)) twice.add(id);
      named.set(id, act);
    }
  }
  for (const id of twice) named.delete(id);
  return named;
}

async function addKey(authority: Authority, actor: string, given: string, from: number) {
  const bytes = fromBase64Url(given);
  if (!bytes || !isSoundKey(bytes)) return 'weak-key';
  const id = hexOf(await sha256(bytes)).slice(0, 32);
  if (authority.keys.has(id)) return 'key';
  authority.keys.set(id, { actor, bytes, from, until: null });
  return null;
}

function endKey(authority: Authority, actor: string, id: string, at: number): Fault | null {
  const key = authority.keys.get(id);
  if (!key || key.actor !== actor || key.until !== null) return 'key';
  key.until = at + 1;
  return null;
}

type Settle = (authority: Authority, act: Act, at: number) => Promise<Fault | null>;

const SETTLES: Readonly<Record<string, Settle>> = {
  'keys.register': async (authority, { header, payload }, at) => {
    const actor = text(payload['actor']);
    if (actor !== header['actor']) return 'key';
    return addKey(authority, actor, text(payload['publicKey']), at);
  },
  'keys.rotate': async (authority, { header, payload }, at) => {
    const actor = text(header['actor']);
    const ended = endKey(authority, actor, text(payload['key']), at);
    return ended ?? addKey(authority, actor, text(payload['publicKey']), at);
  },
  'keys.revoke': async (authority, { header, payload }, at) =>
    endKey(authority, text(header['actor']), text(payload['key']), at),
  'mandates.grant': async ({ mandates }, { id, header, payload }, at) => {
    mandates.set(id, { actor: text(header['actor']), terms: payload, from: at, until: null });
    return null;
  },
  'mandates.revoke': async ({ mandates }, { header, payload }, at) => {
    const mandate = mandates.get(text(payload['mandate']));
    if (mandate && mandate.actor !== header['actor']) return 'mandate';
    if (mandate) mandate.until = at + 1;
    return null;
  },
};

export const settles = (type: string): boolean => Object.hasOwn(SETTLES, type);

/** The first key is signed with itself, by whose record it is. */
async function begin(authority: Authority, act: Act, at: number): Promise<Fault | null> {
  const { author, actor, key } = act.header;
  if (act.type !== 'keys.register' || author !== authority.operator || actor !== author) {
    return 'genesis';
  }
  const fault = await SETTLES['keys.register']?.(authority, act, at);
  return fault ?? (authority.keys.has(text(key)) ? null : 'genesis');
}

/** Judges an act on keys or mandates by those before it, and lets it take effect. */
export async function settle(authority: Authority, act: Act): Promise<Fault | null> {
  const at = count(act.place);
  if (at === null || act.header['register'] !== REGISTRY) return 'admission';
  const isFirst = authority.keys.size === 0;
  const begun = isFirst ? await begin(authority, act, at) : null;
  if (begun) return begun;
  if (!(await isSigned(authority, act))) return 'signature';
  const fault = judged(authority, act, at, authority.operator);
  if (fault !== null || isFirst) return fault;
  return (await SETTLES[act.type]?.(authority, act, at)) ?? null;
}
