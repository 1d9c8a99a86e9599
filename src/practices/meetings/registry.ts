/** The registry of actors and the parties to agreements, as the rules of meetings ask for them. */
import type { PlainDateText } from '../../kernel/dates.ts';
import type { Company } from '../actors/area.ts';
import type { PartiesTo } from '../agreements/area.ts';
import type { Registry, SuspendedMember } from './rules/facts.ts';

/** Members of a group whose standing that counts on the day is a suspension. */
function suspendedIn(facts: Company, group: string, day: PlainDateText): SuspendedMember[] {
  return facts.allActors().flatMap(({ id: actor }) => {
    const counts = facts
      .standings(group, actor)
      .findLast(({ from, to }) => (from ?? '') <= day && (to === null || day < to));
    return counts?.status === 'suspended' ? [{ actor, from: counts.from, act: counts.join }] : [];
  });
}

/** The facts in the form that these rules ask for; what was listed for a day is kept. */
export function registryOf(facts: Company, partiesTo: PartiesTo): Registry {
  const suspended = new Map<string, readonly SuspendedMember[]>();
  return {
    exists: (actor, day) => facts.existsOn(actor, day),
    knows: (actor) => facts.actor(actor) !== null,
    membersOn: (group, day) => facts.membersOn(group, day),
    suspendedOn(group, day) {
      const key = `${group} ${day}`;
      const known = suspended.get(key) ?? suspendedIn(facts, group, day);
      suspended.set(key, known);
      return known;
    },
    partiesTo,
    figure: (name, actor, day) => facts.attribute(name, actor, day),
  };
}

/** Agreements whose parties something in a payload asks for: a membership, a class of members. */
function namedWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { kind, agreement } = value as Readonly<Record<string, unknown>>; // It is an object.
  const own = kind === 'parties' && typeof agreement === 'string' ? [agreement] : [];
  return [...own, ...Object.values(value).flatMap(namedWithin)];
}

/** Acts that say who is a member, or by which rules members are told apart. */
const NAMING = new Set(['meetings.establish-body', 'meetings.adopt-rules']);

/** The agreements whose parties have to be known for the acts to be judged and read. */
export function agreementsNamed(
  acts: readonly { readonly type: string; readonly payload: unknown }[],
): ReadonlySet<string> {
  const naming = acts.filter(({ type }) => NAMING.has(type));
  return new Set(naming.flatMap(({ payload }) => namedWithin(payload)));
}

const ACTOR_CHARACTERS_MAX = 80;
const ACTOR = /^(?:[A-Z]{3}|[a-z][a-z0-9-]*)$/;

/** Words of a payload, at any depth, that may be the name of an actor. */
function actorsWithin(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.length <= ACTOR_CHARACTERS_MAX && ACTOR.test(value) ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(actorsWithin);
}

/** The actors that judging acts may ask for: whoever they name, and whose acts they are. */
export function actorsNamed(
  acts: readonly { readonly actor: string; readonly payload: unknown }[],
): ReadonlySet<string> {
  return new Set(acts.flatMap(({ actor, payload }) => [actor, ...actorsWithin(payload)]));
}

/**
 * The groups whose members judging may ask for: those that a body's own acts name, and whatever the
 * acts themselves name. Loading all groups of the registry takes five times as long, for each vote.
 */
export function groupsNamed(
  bodies: readonly { readonly payload: unknown }[],
  acts: readonly { readonly actor: string; readonly payload: unknown }[],
): readonly string[] {
  const within = [...bodies, ...acts].flatMap(({ payload }) => actorsWithin(payload));
  return [...new Set([...within, ...acts.map(({ actor }) => actor)])];
}
