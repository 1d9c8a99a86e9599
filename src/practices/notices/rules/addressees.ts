/** Whom a notice addresses: actors named, and members of groups on the day of issue. */
import { type InstantText, dayOf } from '../../../kernel/dates.ts';
import type { Addressed } from '../payloads/parts.ts';
import type { ActorsKnown } from './facts.ts';

export interface Addressee {
  readonly actor: string;
  /** Groups through which it is addressed; none where it is named itself. */
  readonly through: readonly string[];
}

/**
 * Those addressed, by code, each once. Who is named itself is addressed as such, and also through
 * a group. A member that joins later is not addressed, and one that leaves stays addressed.
 */
export function addresseesOf(
  to: Addressed,
  issuedAt: InstantText,
  actors: ActorsKnown,
): readonly Addressee[] {
  const day = dayOf(issuedAt);
  const through = new Map<string, string[]>(to.actors.map((actor) => [actor, []]));
  for (const group of to.groups) {
    for (const member of actors.membersOn(group, day)) {
      const known = through.get(member);
      if (known === undefined) through.set(member, [group]);
      else if (!known.includes(group)) known.push(group);
    }
  }
  return [...through]
    .map(([actor, groups]) => ({ actor, through: groups.toSorted() }))
    .sort((one, other) => (one.actor < other.actor ? -1 : 1));
}
