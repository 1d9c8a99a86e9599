/**
 * Authority: whether the key that signed was its author's at that point of the record, and whether
 * the author may act for the actor. Keys, and the giving and revoking of mandates, are judged by
 * the act's own place in the order of the record, never by clocks. Only the days that a mandate
 * itself names are held against the day on which the author says it acted; who doubts it, revokes.
 */
import type { ActId, Header } from './act.ts';
import { type PlainDateText, dayOf } from './dates.ts';
import { rule } from './law.ts';
import { type Refusal, refuse } from './refusal.ts';
import { said, type Sentence } from './said.ts';

/** A key as the record knows it. Rotation or revocation sets `until`, the place where it ended. */
export interface KeyState {
  readonly key: string;
  readonly actor: string;
  readonly publicKey: Uint8Array;
  /** Place in the order of the record from which the key counts; from `until` on it does not. */
  readonly from: number;
  readonly until: number | null;
}

/** A mandate as the record knows it. */
export interface MandateState {
  readonly act: ActId;
  readonly actor: string;
  readonly holder: string;
  /** Act types that are covered, `agreements.deposit` or `agreements.*` or `*`. */
  readonly covers: readonly string[];
  /** Registers that are covered; null for all. */
  readonly registers: readonly string[] | null;
  /** First and last day on which one acts under it; null: until revoked. */
  readonly fromOn: PlainDateText;
  readonly toOn: PlainDateText | null;
  /** The mandate under which it was given; null where its actor gave it, or it was recorded. */
  readonly under: ActId | null;
  /** Place of the record from which it counts; from `until` on, where it is set, it is revoked. */
  readonly from: number;
  readonly until: number | null;
}

export const KEY_RULE = rule(
  'authority.key',
  'Concord acts, "Keys and mandates"',
  'An act is signed with a key that is its author’s at the act’s place in the record.',
);
export const MANDATE_RULE = rule(
  'authority.mandate',
  'VCLT Art. 7(1)',
  'One acts for another only under a mandate that covers the act, its register and its day.',
);
export const RECORDED_RULE = rule(
  'authority.recorded',
  'VCLT Art. 77(1)',
  'Only a register’s custodian records in it what others did, from a source that is named.',
);

/** Mandates given under one another; a longer chain serves nobody. */
export const MANDATE_CHAIN_MAX = 8;

const countsAt = (state: { from: number; until: number | null }, at: number): boolean =>
  state.from <= at && (state.until === null || at < state.until);

/** Acts on authority itself; by them a holder could make its mandate outlive its revocation. */
const ON_AUTHORITY = /^(keys|mandates)\./;

/**
 * Whether a pattern of a mandate covers an act type. A mandate for everything is none to give
 * mandates or to change keys (delegatus non potest delegare): for that they are to be named.
 */
export function patternCovers(pattern: string, type: string): boolean {
  if (pattern === '*') return !ON_AUTHORITY.test(type);
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** The mandate that a grant itself was given under; null where no mandate was needed. */
export function grantedUnder({ author, actor, basis, mandate }: Header): ActId | null {
  return basis.kind === 'signed' && author !== actor ? mandate : null;
}

/** What someone wants to do under a mandate: who, in whose name, what, where and on which day. */
export interface Service {
  readonly author: string;
  readonly actor: string;
  readonly type: string;
  readonly register: string | null;
  readonly day: PlainDateText;
}

/** Why the mandate is no mandate of that actor for that author at that place and day. */
function holdingFault(wanted: Service, mandate: MandateState, at: number): Sentence | null {
  const { day } = wanted;
  if (mandate.actor !== wanted.actor)
    return said('it was given by {$actor}', { actor: mandate.actor });
  if (mandate.holder !== wanted.author)
    return said('it was given to {$holder}', { holder: mandate.holder });
  if (!countsAt(mandate, at)) return said('it was revoked, or not yet given');
  if (day < mandate.fromOn || (mandate.toOn !== null && day > mandate.toOn)) {
    return said('it does not hold on {$day}', { day });
  }
  return null;
}

/** Why the mandate does not reach as far as this act. */
function scopeFault(wanted: Service, mandate: MandateState): Sentence | null {
  if (!mandate.covers.some((pattern) => patternCovers(pattern, wanted.type))) {
    return said('it does not cover {$type}', { type: wanted.type });
  }
  const named = mandate.registers === null || mandate.registers.includes(wanted.register ?? '');
  return named
    ? null
    : said('it names another register than {$register}', { register: wanted.register ?? 'none' });
}

/** Why the mandate does not serve at place `at` of the record, in words; null where it does. */
export function mandateFault(wanted: Service, mandate: MandateState, at: number): Sentence | null {
  return holdingFault(wanted, mandate, at) ?? scopeFault(wanted, mandate);
}

/** How widely the pattern by which a mandate covers the type reaches: 0 for the type alone. */
function reach(mandate: MandateState, type: string): number {
  const widths = mandate.covers
    .filter((pattern) => patternCovers(pattern, type))
    .map((pattern) => (pattern === '*' ? 2 : pattern.endsWith('.*') ? 1 : 0));
  return Math.min(...widths);
}

/**
 * Of the mandates that serve at place `at`, the narrowest: one that names registers before one for
 * all, then the one that names the type most closely; of those alike, the latest. Null for none.
 */
export function narrowestServing(
  wanted: Service,
  mandates: readonly MandateState[],
  at: number,
): MandateState | null {
  const rank = (mandate: MandateState): number =>
    (mandate.registers === null ? 3 : 0) + reach(mandate, wanted.type);
  const [first = null] = mandates
    .filter((mandate) => mandateFault(wanted, mandate, at) === null)
    .toSorted((one, other) => rank(one) - rank(other) || other.from - one.from);
  return first;
}

function judgeRecorded(header: Header, custodian: string | null): Refusal | null {
  if (header.register !== null && custodian === header.author) return null;
  return refuse(
    RECORDED_RULE,
    header.register === null
      ? said('{$author} is not the custodian of a register.', { author: header.author })
      : said('{$author} is not the custodian of {$register}.', {
          author: header.author,
          register: header.register,
        }),
    { remedy: said('Ask the custodian to record it, or sign it in the actor’s own name.') },
  );
}

/**
 * Why a mandate fails because one that it was given under does: a delegation never outlives the
 * one that it rests on.
 */
export function chainFault(
  mandate: MandateState,
  mandates: (act: ActId) => MandateState | null,
  at: number,
  day: PlainDateText,
): Sentence | null {
  let under = mandate.under;
  for (let length = 1; under !== null; length += 1) {
    const above = length < MANDATE_CHAIN_MAX ? mandates(under) : null;
    if (!above || !countsAt(above, at))
      return said('the mandate that it was given under holds no more');
    if (day < above.fromOn || (above.toOn !== null && day > above.toOn)) {
      return said('the mandate that it was given under does not hold on {$day}', { day });
    }
    under = above.under;
  }
  return null;
}

function judgeMandate(
  header: Header,
  mandates: (act: ActId) => MandateState | null,
  at: number,
): Refusal | null {
  const remedy = said('Present a mandate of {$actor} that names {$author} and this act.', {
    actor: header.actor,
    author: header.author,
  });
  const mandate = header.mandate === null ? null : mandates(header.mandate);
  if (!mandate || mandate.act !== header.mandate) {
    const reason = said('{$author} shows no mandate of {$actor}.', {
      author: header.author,
      actor: header.actor,
    });
    return refuse(MANDATE_RULE, reason, { remedy });
  }
  const day = dayOf(header.issuedAt);
  const fault =
    mandateFault({ ...header, day }, mandate, at) ?? chainFault(mandate, mandates, at, day);
  return fault === null
    ? null
    : refuse(MANDATE_RULE, said('The mandate does not serve: {$fault}.', { fault }), { remedy });
}

const isKeyOf = (header: Header, key: KeyState): boolean =>
  key.key === header.key && key.actor === header.author;

/** Whether the key that the header names is its author's, and counts, at place `at`. */
export function judgeKey(header: Header, at: number, key: KeyState | null): Refusal | null {
  if (key && isKeyOf(header, key) && countsAt(key, at)) return null;
  return refuse(
    KEY_RULE,
    said('{$author} has no key {$key} at this point.', { author: header.author, key: header.key }),
  );
}

/**
 * Judges whether the author had the key, and the authority to act, at place `at` of the record:
 * null, or the refusal. `known` is what the record holds there; `custodian` is that of the header's
 * register, null where it has none.
 */
export function judgeAuthority(
  header: Header,
  at: number,
  known: {
    key: KeyState | null;
    mandates: (act: ActId) => MandateState | null;
    custodian: string | null;
  },
): Refusal | null {
  const keyFault = judgeKey(header, at, known.key);
  if (keyFault) return keyFault;
  if (header.basis.kind === 'recorded') return judgeRecorded(header, known.custodian);
  return header.author === header.actor ? null : judgeMandate(header, known.mandates, at);
}
