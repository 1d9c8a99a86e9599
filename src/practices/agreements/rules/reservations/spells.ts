/**
 * Spells of being bound: what was said under a consent that was withdrawn does not go over to a new
 * one, while a successor goes on from its predecessor. VCST Arts. 20, 21; ILC Guide to Practice on
 * Reservations (2011), 5.1-5.3.
 */
import { type PlainDateText, addDays } from '../../../../kernel/dates.ts';
import { type Consent, stands } from '../consents.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { Facts } from '../facts.ts';

/** Longer lines of States, each in the place of the one before, are not followed. */
const LINE_MAX = 8;

/** One legal person in the line of those whose statements count as a party's own. */
export interface Voice {
  readonly person: string;
  readonly consent: Consent | null;
  /** For a predecessor: only what it said before the succession counts. */
  readonly before: PlainDateText | null;
}

/** The consents of each person, in order of receipt. */
export type ConsentsByPerson = ReadonlyMap<string, readonly Consent[]>;

/** Sorts the consents of a chronicle by person. */
export function consentsByPerson({ consents }: Chronicle): ConsentsByPerson {
  return Map.groupBy(consents, (consent) => consent.person);
}

/** The consent that a statement of a day belongs to: the one that stands, or the next to come. */
export function consentAround(
  person: string,
  day: PlainDateText,
  consents: ConsentsByPerson,
): Consent | null {
  const own = consents.get(person) ?? [];
  return own.find((one) => stands(one, day)) ?? own.find((one) => one.on > day) ?? null;
}

/** The consent of a predecessor that stood when it was succeeded to. */
export interface Ancestor {
  readonly consent: Consent;
  readonly on: PlainDateText;
}

/** Whose place a party took by a notification of succession, where that one was bound then. */
export function ancestorsOf(
  consent: Consent,
  facts: Facts,
  consents: ConsentsByPerson,
): readonly Ancestor[] {
  if (consent.event.instrument !== 'succession') return [];
  return facts.predecessorsOf(consent.actor).flatMap(({ actor, on }) => {
    const own = consents.get(facts.personOf(actor)) ?? [];
    const standing = own.find((one) => stands(one, addDays(on, -1)));
    return standing ? [{ consent: standing, on }] : [];
  });
}

const earlier = (one: PlainDateText | null, other: PlainDateText): PlainDateText =>
  one !== null && one < other ? one : other;

/** The line of persons whose statements are those of the party that consented. */
export function voicesOf(
  consent: Consent,
  facts: Facts,
  consents: ConsentsByPerson,
  before: PlainDateText | null = null,
  depth = 0,
): readonly Voice[] {
  const own: Voice = { person: consent.person, consent, before };
  if (depth >= LINE_MAX) return [own];
  const line = ancestorsOf(consent, facts, consents).flatMap((ancestor) =>
    voicesOf(ancestor.consent, facts, consents, earlier(before, ancestor.on), depth + 1),
  );
  return [own, ...line];
}
