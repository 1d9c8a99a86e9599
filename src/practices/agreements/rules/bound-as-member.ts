/** Who is bound without consent of its own, as one of the class that a clause binds. */
import { type PlainDateText, addDays } from '../../../kernel/dates.ts';
import type { ActorClass } from '../clauses.ts';
import { type Scene, belongs, groupsIn, partiesIn } from './classes.ts';
import { isInForce } from './versions/ending.ts';
import type { Chronicle } from './entry-into-force.ts';

/** Days on which an actor may have come to the class, or left it. */
function placeChanges(
  binds: ActorClass,
  actor: string,
  day: PlainDateText,
  { facts, refusals }: Scene,
): PlainDateText[] {
  const ofGroups = groupsIn(binds).flatMap((group) => facts.changesOf(group, actor));
  const joined = partiesIn(binds).map((agreement) => facts.partySince(agreement, actor, day));
  const person = facts.personOf(actor);
  const own = refusals.filter((one) => one.person === person).map((one) => one.until);
  return [...ofGroups, ...joined, ...own].filter((one) => one !== null);
}

/** The first day from which one is bound as of the class that the clause binds; null: it is not. */
export function boundSince(
  actor: string,
  day: PlainDateText,
  chronicle: Chronicle,
): PlainDateText | null {
  const { binds } = chronicle.history.adoption.finalClauses.entryIntoForce;
  const { scene, decision } = chronicle;
  if (binds === 'consenting' || decision.on === null || !isInForce(chronicle, day)) return null;
  if (!belongs(binds, actor, day, scene)) return null;
  // Who came to the class later is bound from then: the days on which its own place changed tell.
  const changes = placeChanges(binds, actor, day, scene);
  let since: PlainDateText = decision.on;
  for (const one of changes.sort()) {
    if (one <= since || one > day) continue;
    if (!belongs(binds, actor, addDays(one, -1), scene)) since = one;
  }
  return since;
}
