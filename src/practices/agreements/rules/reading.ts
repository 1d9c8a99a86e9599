/** What final clauses read beyond the acts of their own agreement, so that it can be loaded. */
import type { ActorClass, FinalClauses } from '../clauses.ts';
import type { Adoption } from '../payloads/agreement.ts';
import { groupsIn } from './classes.ts';
import { type Single, singlesOf } from './conditions.ts';
import { joinedThrough } from './versions/later-party.ts';

function simpleClasses(of: ActorClass): ActorClass[] {
  if ('both' in of) return of.both.flatMap(simpleClasses);
  if ('either' in of) return of.either.flatMap(simpleClasses);
  return 'except' in of ? simpleClasses(of.except) : [of];
}

/** The single conditions of the clause, those by which refusals are counted included. */
function allSingles({ entryIntoForce }: FinalClauses): Single[] {
  return singlesOf(entryIntoForce.when).flatMap((single) => {
    const unless = 'silence' in single ? single.silence.unless : undefined;
    return unless === undefined ? [single] : [single, ...singlesOf(unless)];
  });
}

/** Every simple class that the clauses name. */
export function classesOf(clauses: FinalClauses): ActorClass[] {
  const { binds } = clauses.entryIntoForce;
  const counted = allSingles(clauses).flatMap((single) => ('of' in single ? [single.of] : []));
  const bound = binds === 'consenting' ? [] : [binds];
  const open = clauses.openTo === undefined ? [] : [clauses.openTo];
  return [...counted, ...bound, ...open].flatMap(simpleClasses);
}

/** Agreements whose parties the clauses ask for. */
export function agreementsNamedIn(clauses: FinalClauses): string[] {
  return classesOf(clauses).flatMap((of) => ('partyTo' in of ? [of.partyTo] : []));
}

/** Agreements whose parties are asked for: by the clauses, or as later parties to an amendment. */
export function agreementsReadBy(adoption: Adoption): string[] {
  return [...agreementsNamedIn(adoption.finalClauses), joinedThrough(adoption) ?? []].flat();
}

/** Groups whose members the clauses ask for. */
export function groupsNamedIn(clauses: FinalClauses): string[] {
  return classesOf(clauses).flatMap(groupsIn);
}

/** Attributes that the clauses weigh or ask for. */
export function attributesNamedIn(clauses: FinalClauses): string[] {
  const held = classesOf(clauses).flatMap((of) => ('having' in of ? [of.having] : []));
  const singles = allSingles(clauses);
  return [...held, ...singles.flatMap((one) => ('attribute' in one ? [one.attribute] : []))];
}
