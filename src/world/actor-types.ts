/** The six official languages of the United Nations: every shown name may exist in each. */
export const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const ACTOR_KINDS = [
  'state',
  'historical-state',
  'territory',
  'organisation',
  'group',
  'organ',
  'office',
  'registry',
  'ngo',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Whether a date was compared with a second source, or written down from memory. */
export const CONFIDENCES = ['checked', 'memory'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const MEMBERSHIP_STATUSES = ['member', 'observer', 'associate', 'suspended'] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

export const SUCCESSION_KINDS = [
  'continuation',
  'dissolution',
  'separation',
  'unification',
] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

export const OFFICE_ROLES = [
  'head-of-state',
  'head-of-government',
  'minister-for-foreign-affairs',
  'depositary',
  'permanent-representative',
  'legal-adviser',
] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/**
 * A span of plain dates (ISO, YYYY-MM-DD). `from` is the first day it holds, `to` the first day it
 * no longer holds, so that a predecessor's last span and its successor's first one meet without
 * a gap and without a day counted twice. Absent `from`: since a date not recorded; absent `to`:
 * still.
 */
export interface Span {
  readonly from?: string;
  readonly to?: string;
}

/** An actor as the shipped tables know it: a State, territory, organisation, group or office. */
export interface WorldActor extends Span {
  readonly id: string;
  readonly kind: ActorKind;
  /** Short names; English is always there, the others where a source gives them. */
  readonly names: Readonly<Partial<Record<Language, string>> & { en: string }>;
  readonly officialName?: string;
  readonly region?: string;
  readonly subregion?: string;
  readonly seat?: string;
  readonly website?: string;
  /** May itself be party to a treaty (VCLT 6; for organisations VCLT 1986, Article 6). */
  readonly treatyCapacity: boolean;
  /** A regional integration organisation to which members transferred competence. */
  readonly regionalIntegration: boolean;
  /** ISO 3166-1 numeric, three digits as text: what map geometry is keyed by. */
  readonly numericCode?: string;
  readonly alpha2Code?: string;
  readonly confidence?: Confidence;
  readonly sources: readonly string[];
}

export interface WorldSuccession {
  readonly predecessor: string;
  readonly successor: string;
  readonly on: string;
  readonly kind: SuccessionKind;
  readonly source: string;
}

export interface WorldMembership extends Span {
  readonly group: string;
  readonly member: string;
  readonly status: MembershipStatus;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface WorldAlias extends Span {
  readonly id: string;
  readonly name: string;
  readonly source: string;
}

/** A dated figure used as a weight in final clauses; `value` is a decimal kept as text. */
export interface WorldAttribute extends Span {
  readonly actor: string;
  readonly attribute: string;
  readonly value: string;
  readonly unit: string;
  readonly source: string;
}

/** An office and whether its holder needs full powers (VCLT 7(2)); actor `*` means any State. */
export interface WorldOffice {
  readonly id: string;
  readonly actor: string;
  readonly title: string;
  readonly role: OfficeRole;
  readonly exemptFromFullPowers: boolean;
  readonly source: string;
}

export interface WorldActors {
  readonly actors: readonly WorldActor[];
  readonly successions: readonly WorldSuccession[];
  readonly memberships: readonly WorldMembership[];
  readonly aliases: readonly WorldAlias[];
  readonly attributes: readonly WorldAttribute[];
  readonly offices: readonly WorldOffice[];
}

/** Where a fact was written, so that whoever mends it finds it. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** One thing wrong with the tables, in words. */
export interface Problem extends Place {
  readonly says: string;
}
