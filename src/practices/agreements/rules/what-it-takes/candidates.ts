/** Who may still consent on a day, so that it counts. VCLT Arts. 6, 11, 15, 83. */
import type { PlainDateText } from '../../../../kernel/dates.ts';
import { actorRefusal } from '../capacity.ts';
import { type Scene, belongs } from '../classes.ts';
import { type Single, singlesOf } from '../conditions.ts';
import type { Chronicle } from '../entry-into-force.ts';

/** An actor whose consent would count, under the name that it bears on the day. */
export interface Candidate {
  readonly actor: string;
  readonly person: string;
  /** The day of its first signature, where it has signed by the day. */
  readonly signedOn: PlainDateText | null;
}

/** Why the consent of an actor would count for nothing. */
export type NoCandidate = 'unknown' | 'counted' | 'not-there' | 'not-open' | 'not-counted';

type Given = Pick<Chronicle, 'history' | 'scene'>;

/** Actors that conditions name one by one: to them the agreement is open. */
export function namedIn(singles: readonly Single[]): readonly string[] {
  return singles.flatMap((single) => {
    if ('named' in single) return single.named;
    return 'of' in single && 'listed' in single.of ? single.of.listed : [];
  });
}

function isThere(actor: string, day: PlainDateText, { facts }: Scene): boolean {
  const fact = facts.actor(actor);
  const exists = (fact?.from ?? day) <= day && (fact?.to ?? day) >= day;
  return exists && actorRefusal(actor, day, facts) === null;
}

/** Where the clauses do not say to whom it is open, it is to States, and to those they name. */
function isOpenTo(actor: string, day: PlainDateText, given: Given, named: ReadonlySet<string>) {
  const { openTo, entryIntoForce } = given.history.adoption.finalClauses;
  if (openTo !== undefined) return belongs(openTo, actor, day, given.scene);
  if (named.has(given.scene.facts.personOf(actor))) return true;
  const isRegional = given.scene.facts.actor(actor)?.regionalIntegration === true;
  const isCounted = isRegional && entryIntoForce.regionalOrganisations === 'counted';
  return isCounted || belongs({ kind: 'state' }, actor, day, given.scene);
}

function isLeftOut(actor: string, { history, scene }: Given): boolean {
  const { regionalOrganisations } = history.adoption.finalClauses.entryIntoForce;
  const isRegional = scene.facts.actor(actor)?.regionalIntegration === true;
  return isRegional && regionalOrganisations === 'not-counted';
}

/** Says of any actor whether its consent of the day would count, and if not, why. */
export function candidacy(
  day: PlainDateText,
  given: Given,
  counted: { has(person: string): boolean },
): (actor: string) => Candidate | NoCandidate {
  const { scene } = given;
  const { facts } = scene;
  const singles = singlesOf(given.history.adoption.finalClauses.entryIntoForce.when);
  const named = new Set(namedIn(singles).map((actor) => facts.personOf(actor)));
  return (actor) => {
    if (!facts.actor(actor)) return 'unknown';
    const person = facts.personOf(actor);
    if (counted.has(person)) return 'counted';
    if (!isThere(actor, day, given.scene)) return 'not-there';
    if (isLeftOut(actor, given)) return 'not-counted';
    if (!isOpenTo(actor, day, given, named)) return 'not-open';
    const signed = scene.signedOn(person);
    return { actor, person, signedOn: signed !== undefined && signed <= day ? signed : null };
  };
}

/** All whose consent of the day would count, each legal person once, by id. */
export function candidatesOn(
  day: PlainDateText,
  given: Given,
  counted: { has(person: string): boolean },
): Candidate[] {
  const candidateOf = candidacy(day, given, counted);
  const found = new Map<string, Candidate>();
  for (const actor of given.scene.facts.everyone().toSorted()) {
    const candidate = candidateOf(actor);
    if (typeof candidate !== 'string' && !found.has(candidate.person)) {
      found.set(candidate.person, candidate);
    }
  }
  return [...found.values()];
}
