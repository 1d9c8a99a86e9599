/** Where each stood towards an agreement on one day, and where on another. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import type { Chronicle } from '../entry-into-force.ts';
import { type Dossiers, type Standing, concerned, statusOn } from '../status.ts';

export interface Move {
  readonly actor: string;
  readonly before: Standing;
  readonly after: Standing;
}

/** Every legal person that had a standing on one of the days, once, under its later name. */
export function movesBetween(
  [from, to]: readonly [PlainDateText, PlainDateText],
  chronicle: Chronicle,
  dossiers: Dossiers,
): readonly Move[] {
  const { facts } = chronicle.scene;
  const byPerson = new Map<string, { before: string; after: string }>();
  for (const actor of concerned(chronicle, from)) {
    byPerson.set(facts.personOf(actor), { before: actor, after: actor });
  }
  for (const actor of concerned(chronicle, to)) {
    const person = facts.personOf(actor);
    byPerson.set(person, { before: byPerson.get(person)?.before ?? actor, after: actor });
  }
  return [...byPerson.values()]
    .map(({ before, after }) => ({
      actor: after,
      before: statusOn(before, from, chronicle, dossiers).standing,
      after: statusOn(after, to, chronicle, dossiers).standing,
    }))
    .filter((move) => move.before !== 'none' || move.after !== 'none');
}
