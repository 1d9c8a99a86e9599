/** Classes of actors, as final clauses name them, read on a day. */
import { type PlainDateText, addDays } from '../../../kernel/dates.ts';
import { compare, parseFraction } from '../../../kernel/fraction.ts';
import { type Sentence, said } from '../../../kernel/said.ts';
import type { ActorClass } from '../clauses.ts';
import type { Consent } from './consents.ts';
import type { Facts } from './facts.ts';

/** What a class is read against. */
export interface Scene {
  readonly facts: Facts;
  readonly adoptedOn: PlainDateText;
  /** The day of a person's first signature. */
  signedOn(person: string): PlainDateText | undefined;
  /** The day of an event that clauses wait for. */
  happenedOn(event: string): PlainDateText | undefined;
  /** Refusals of what silence would accept, in the form of the consents that they withhold. */
  readonly refusals: readonly Consent[];
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  state: ['state', 'historical-state'],
  organisation: ['organisation', 'organ'],
  territory: ['territory'],
};

function readingDay(on: string | undefined, day: PlainDateText, scene: Scene): PlainDateText {
  if (on === undefined || on === 'live') return day;
  return on === 'adoption' ? scene.adoptedOn : on;
}

function hasAttribute(
  given: { having: string; atLeast?: string | undefined },
  actor: string,
  day: PlainDateText,
  scene: Scene,
): boolean {
  const value = scene.facts.attribute(given.having, actor, day);
  if (value === null) return false;
  return given.atLeast === undefined || compare(value, parseFraction(given.atLeast)) >= 0;
}

function signedBy(actor: string, by: string, day: PlainDateText, scene: Scene): boolean {
  const on = scene.signedOn(scene.facts.personOf(actor));
  return on !== undefined && on <= readingDay(by, day, scene);
}

function hasDeclined(actor: string, day: PlainDateText, { facts, refusals }: Scene): boolean {
  const person = facts.personOf(actor);
  const holds = ({ on, until }: Consent): boolean => on <= day && (until === null || day < until);
  return refusals.some((one) => one.person === person && holds(one));
}

function isListed(listed: readonly string[], actor: string, scene: Scene): boolean {
  const person = scene.facts.personOf(actor);
  return listed.some((one) => one === actor || scene.facts.personOf(one) === person);
}

function belongsToGroup(
  of: Extract<ActorClass, { memberOf: string } | { partyTo: string }>,
  actor: string,
  day: PlainDateText,
  scene: Scene,
): boolean {
  const on = readingDay(of.on, day, scene);
  if ('memberOf' in of) return scene.facts.isMember(of.memberOf, actor, on);
  return scene.facts.isPartyTo(of.partyTo, actor, on);
}

type OtherClass = Exclude<
  ActorClass,
  | { any: true }
  | { kind: string }
  | { memberOf: string }
  | { partyTo: string }
  | { listed: string[] }
>;

function belongsOtherwise(
  of: OtherClass,
  actor: string,
  day: PlainDateText,
  scene: Scene,
): boolean {
  if ('signatoryBy' in of) return signedBy(actor, of.signatoryBy, day, scene);
  if ('having' in of) return hasAttribute(of, actor, day, scene);
  if ('declined' in of) return hasDeclined(actor, day, scene);
  const within = (one: ActorClass): boolean => belongs(one, actor, day, scene);
  if ('both' in of) return of.both.every(within);
  if ('either' in of) return of.either.some(within);
  return !within(of.except);
}

/** Whether an actor is of the class on a day. */
export function belongs(of: ActorClass, actor: string, day: PlainDateText, scene: Scene): boolean {
  if ('any' in of) return true;
  if ('kind' in of) return KINDS[of.kind]?.includes(scene.facts.actor(actor)?.kind ?? '') ?? false;
  if ('memberOf' in of || 'partyTo' in of) return belongsToGroup(of, actor, day, scene);
  if ('listed' in of) return isListed(of.listed, actor, scene);
  return belongsOtherwise(of, actor, day, scene);
}

/** Whether the members of the class are on a list of their own, shorter than everyone. */
function isEnumerated(of: ActorClass): boolean {
  return 'memberOf' in of || 'partyTo' in of || 'listed' in of || 'having' in of;
}

/** Every member of the class on a day: who makes up "two thirds of the Members". */
export function membersOf(of: ActorClass, day: PlainDateText, scene: Scene): readonly string[] {
  if ('memberOf' in of) return scene.facts.membersOn(of.memberOf, readingDay(of.on, day, scene));
  if ('partyTo' in of) return scene.facts.partiesTo(of.partyTo, readingDay(of.on, day, scene));
  if ('listed' in of) return of.listed;
  if ('having' in of) {
    const holders = scene.facts.holdersOf(of.having, day);
    return holders.filter((actor) => belongs(of, actor, day, scene));
  }
  if ('either' in of) return [...new Set(of.either.flatMap((one) => membersOf(one, day, scene)))];
  const within = 'both' in of ? of.both.find(isEnumerated) : undefined;
  const candidates = within ? membersOf(within, day, scene) : scene.facts.everyone();
  return candidates.filter((actor) => {
    const fact = scene.facts.actor(actor);
    const exists = (fact?.from ?? day) <= day && (fact?.to ?? day) >= day;
    return exists && belongs(of, actor, day, scene);
  });
}

/** Days on which actors of the registry begin, or are no more. */
function existenceChanges(facts: Facts): PlainDateText[] {
  return facts.everyone().flatMap((actor) => {
    const { from = null, to = null } = facts.actor(actor) ?? {};
    return [...(from === null ? [] : [from]), ...(to === null ? [] : [addDays(to, 1)])];
  });
}

/** Whether it matters to the class who signed. */
export function asksForSignature(of: ActorClass): boolean {
  if ('both' in of) return of.both.some(asksForSignature);
  if ('either' in of) return of.either.some(asksForSignature);
  return 'except' in of ? asksForSignature(of.except) : 'signatoryBy' in of;
}

function compositionChanges(
  of: Extract<ActorClass, { memberOf: string } | { partyTo: string }>,
  facts: Facts,
): readonly PlainDateText[] {
  if (of.on !== undefined && of.on !== 'live') return [];
  return 'memberOf' in of ? facts.changesOf(of.memberOf) : facts.partyChangesOf(of.partyTo);
}

/**
 * Days on which it may change which consents are of the class; where the class is a total, too, of
 * which a share is asked, those on which an actor begins or ends.
 */
export function changesIn(
  of: ActorClass,
  facts: Facts,
  isTotal: boolean,
): readonly PlainDateText[] {
  const within = (one: ActorClass) => changesIn(one, facts, isTotal);
  if ('memberOf' in of || 'partyTo' in of) return compositionChanges(of, facts);
  if ('having' in of) return facts.attributeChangesOf(of.having);
  if ('both' in of) return of.both.flatMap(within);
  if ('either' in of) return of.either.flatMap(within);
  if ('declined' in of) return [];
  const total = isTotal && !('listed' in of) ? existenceChanges(facts) : [];
  return 'except' in of ? [...within(of.except), ...total] : total;
}

/** Groups whose composition the class follows over time. */
export function groupsIn(of: ActorClass): string[] {
  if ('memberOf' in of) return [of.memberOf];
  if ('both' in of) return of.both.flatMap(groupsIn);
  if ('either' in of) return of.either.flatMap(groupsIn);
  return 'except' in of ? groupsIn(of.except) : [];
}

/** Agreements whose parties the class follows. */
export function partiesIn(of: ActorClass): string[] {
  if ('partyTo' in of) return [of.partyTo];
  if ('both' in of) return of.both.flatMap(partiesIn);
  if ('either' in of) return of.either.flatMap(partiesIn);
  return 'except' in of ? partiesIn(of.except) : [];
}

/** The name of an attribute in words; what it is called elsewhere is found by them. */
export function wordsOf(attribute: string): Sentence {
  return { template: attribute.replaceAll('-', ' '), values: {} };
}

const KIND_WORDS = {
  state: said('States'),
  organisation: said('organisations'),
  territory: said('territories'),
} as const;

/** The class in words: `members of coe`, `those listed (44)`. */
export function describeClass(of: ActorClass): Sentence {
  if ('both' in of) {
    const [first = PARTIES, ...rest] = of.both.map(describeClass);
    return rest.reduce((one, other) => said('{$one}, being {$other}', { one, other }), first);
  }
  if ('either' in of) {
    const [first = PARTIES, ...rest] = of.either.map(describeClass);
    return rest.reduce((one, other) => said('{$one} or {$other}', { one, other }), first);
  }
  return 'except' in of
    ? said('others than {$others}', { others: describeClass(of.except) })
    : describeSimple(of);
}

type SimpleClass = Exclude<
  ActorClass,
  { both: ActorClass[] } | { either: ActorClass[] } | { except: ActorClass }
>;

const PARTIES = said('parties');

function describeMembers(of: string, on: string | undefined): Sentence {
  const group = { id: of, name: of };
  if (on === undefined || on === 'live') return said('members of {$group}', { group });
  return on === 'adoption'
    ? said('members of {$group} at adoption', { group })
    : said('members of {$group} on {$on}', { group, on });
}

function describeParties(to: string, on: string | undefined): Sentence {
  const agreement = { id: `agreements/${to}`, name: to };
  if (on === undefined || on === 'live') return said('parties to {$agreement}', { agreement });
  return on === 'adoption'
    ? said('parties to {$agreement} at adoption', { agreement })
    : said('parties to {$agreement} on {$on}', { agreement, on });
}

function describeSignatories(on: string): Sentence {
  if (on === 'live') return said('signatories');
  return on === 'adoption' ? said('signatories at adoption') : said('signatories on {$on}', { on });
}

function describeSimple(of: SimpleClass): Sentence {
  if ('any' in of) return PARTIES;
  if ('kind' in of) return KIND_WORDS[of.kind];
  if ('memberOf' in of) return describeMembers(of.memberOf, of.on);
  if ('partyTo' in of) return describeParties(of.partyTo, of.on);
  if ('signatoryBy' in of) return describeSignatories(of.signatoryBy);
  if ('listed' in of) return said('those listed ({$number})', { number: of.listed.length });
  return 'having' in of
    ? said('those with {$attribute} on record', { attribute: wordsOf(of.having) })
    : said('those that refused');
}
