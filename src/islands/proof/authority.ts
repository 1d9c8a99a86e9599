/** Keys and mandates, as the acts of the file settle them in the order of the record. */
import { type Act, type Fault, audienceOf, signedMessage } from './act.ts';
import { holds, joined } from './bytes.ts';
import { type Members, count, list, members, text } from './canonical.ts';
import { type KeyBook, type Span, broughtKey, isKeyAct, settleKeys } from './keys.ts';

const REGISTRY = 'actors/registry';
export const ADMIT = 'registers.admit';

interface Mandate extends Span {
  readonly actor: string;
  readonly terms: Members;
  /** The mandate under which it was given. */
  readonly under: string | null;
}

export interface Authority extends KeyBook {
  readonly operator: string;
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

/** Mandates given under one another. */
const MANDATE_CHAIN_MAX = 8;
const ON_AUTHORITY = /^(?:keys|mandates)\./;

function covers(pattern: string, type: string): boolean {
  if (pattern === '*') return !ON_AUTHORITY.test(type);
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** Whether the day on which the act was issued is one of the mandate's. */
function isOpenFor({ terms: { fromOn, toOn } }: Mandate, { header }: Act): boolean {
  const day = text(header['issuedAt']).slice(0, 10);
  return day >= text(fromOn) && (toOn === null || day <= text(toOn));
}

/** Whether the mandate reaches to this act: its kind, its register, and the day it was issued. */
function reaches(mandate: Mandate, act: Act): boolean {
  const { covers: patterns, registers } = mandate.terms;
  const isNamed = registers === null || list(registers).includes(act.header['register'] ?? null);
  const isCovered = list(patterns).some((one) => covers(text(one), act.type));
  return isOpenFor(mandate, act) && isNamed && isCovered;
}

/** A delegation never outlives those that it rests on; a longer chain serves nobody. */
function isChainWhole({ mandates }: Authority, mandate: Mandate, act: Act, at: number): boolean {
  let { under } = mandate;
  for (let length = 1; under !== null; length += 1) {
    const above = length < MANDATE_CHAIN_MAX ? mandates.get(under) : undefined;
    if (!above || !counts(above, at) || !isOpenFor(above, act)) return false;
    ({ under } = above);
  }
  return true;
}

function mandateFault(authority: Authority, act: Act, at: number): Fault | null {
  const { header } = act;
  const mandate = authority.mandates.get(text(header['mandate']));
  if (!mandate || !counts(mandate, at) || mandate.actor !== header['actor']) return 'mandate';
  if (mandate.terms['holder'] !== header['author'] || !reaches(mandate, act)) return 'mandate';
  return isChainWhole(authority, mandate, act, at) ? null : 'mandate';
}

const isRecorded = (header: Members): boolean =>
  text(members(header['basis'])['kind']) === 'recorded';

/** Why the author could not do this at the place of the record; null where it could. */
export function judged(
  authority: Authority,
  act: Act,
  at: number,
  custodian: string,
): Fault | null {
  const { author, actor, key: named } = act.header;
  const key = authority.keys.get(text(named));
  if (!key || key.actor !== author || !counts(key, at)) return 'key';
  if (isRecorded(act.header)) return author === custodian ? null : 'recorded';
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

function endMandate({ mandates }: Authority, actor: string, id: string, at: number): Fault | null {
  const mandate = mandates.get(id);
  if (mandate && mandate.actor !== actor) return 'mandate';
  if (mandate) mandate.until = at + 1;
  return null;
}

/** The mandate that a grant itself was given under; null where none was needed. */
function grantedUnder({ header }: Act): string | null {
  const isSignedByOther = !isRecorded(header) && header['author'] !== header['actor'];
  return isSignedByOther ? text(header['mandate']) : null;
}

function grant(authority: Authority, act: Act, at: number): Fault | null {
  const { id, header, payload: terms } = act;
  const [actor, replaced] = [text(header['actor']), terms['replaces']];
  const fault = replaced === undefined ? null : endMandate(authority, actor, text(replaced), at);
  if (fault) return fault;
  const span = { from: at, until: null };
  authority.mandates.set(id, { actor, terms, under: grantedUnder(act), ...span });
  return null;
}

const GRANT = 'mandates.grant';
const REVOKE = 'mandates.revoke';

export const settles = (type: string): boolean =>
  isKeyAct(type) || type === GRANT || type === REVOKE;

async function takeEffect(authority: Authority, act: Act, at: number): Promise<Fault | null> {
  const { header, payload, type } = act;
  if (isKeyAct(type)) return settleKeys(authority, act, at);
  if (type === GRANT) return grant(authority, act, at);
  return endMandate(authority, text(header['actor']), text(payload['mandate']), at);
}

/** The first key is signed with itself, by whose record it is. */
async function begin(authority: Authority, act: Act, at: number): Promise<Fault | null> {
  const { author, actor, key } = act.header;
  if (act.type !== 'keys.register' || author !== authority.operator || actor !== author) {
    return 'genesis';
  }
  const fault = await settleKeys(authority, act, at);
  return fault ?? (authority.keys.has(text(key)) ? null : 'genesis');
}

/** What an act is judged by: where it recovers keys, the key that it brings is one of them. */
async function judgedBy(authority: Authority, act: Act, at: number): Promise<Authority | Fault> {
  const brought = await broughtKey(authority, act, at);
  if (brought === null || typeof brought === 'string') return brought ?? authority;
  const keys = new Map([...authority.keys, [text(act.header['key']), brought]]);
  return { ...authority, keys };
}

/** Judges an act on keys or mandates by those before it, and lets it take effect. */
export async function settle(authority: Authority, act: Act): Promise<Fault | null> {
  const at = count(act.place);
  if (at === null || act.header['register'] !== REGISTRY) return 'admission';
  const isFirst = authority.keys.size === 0;
  const begun = isFirst ? await begin(authority, act, at) : null;
  if (begun) return begun;
  const known = await judgedBy(authority, act, at);
  if (typeof known === 'string') return known;
  if (!(await isSigned(known, act))) return 'signature';
  const fault = judged(known, act, at, authority.operator);
  return fault !== null || isFirst ? fault : takeEffect(authority, act, at);
}
