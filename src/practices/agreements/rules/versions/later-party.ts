/**
 * Who is bound by an amendment since it joined, later, what was amended. VCLT Art. 40(5)(a): one
 * that becomes a party after the amendment is in force is a party to the treaty as amended, failing
 * an expression of a different intention.
 */
import { type PlainDateText, laterOf } from '../../../../kernel/dates.ts';
import { type Rule, rule } from '../../../../kernel/law.ts';
import type { Adoption } from '../../payloads/agreement.ts';
import type { Chronicle } from '../entry-into-force.ts';
import type { Standing, Status } from '../status.ts';

export const LATER_PARTY: Rule = rule(
  'agreements.later-party',
  'VCLT Art. 40(5)',
  'It joined after the amendment was in force, and so is a party to the text as amended.',
);

/**
 * The agreement whose later parties join this amendment with it; null where there is none. What was
 * modified between certain parties only is no text that a later party joins (VCLT Art. 41), and a
 * clause that binds a class says itself whom it binds.
 */
export function joinedThrough(
  adoption: Pick<Adoption, 'parent' | 'kind' | 'interSe' | 'finalClauses'>,
): string | null {
  const { parent, kind, interSe, finalClauses } = adoption;
  const silent = finalClauses.entryIntoForce.binds === 'consenting' ? 'amended' : 'own';
  const rests = (finalClauses.laterParties ?? silent) === 'amended';
  return rests && kind === 'amendment' && interSe !== true ? (parent ?? null) : null;
}

/** The day from which one is, or was, bound by what was amended; null where it never was. */
function joinedOn({ effect, since, standing, through }: Status): PlainDateText | null {
  if (through !== null) return joinedOn(through);
  return standing === 'party' ? since : (effect?.on ?? null);
}

/** Standings that one who joined with the parent has towards the amendment too. */
const SHARED: ReadonlySet<Standing> = new Set(['party', 'withdrawn', 'ended', 'terminated']);

type Own = Pick<Status, 'standing' | 'since'>;

/** Whether what one did under the amendment itself leaves room for what it did under the parent. */
function givesWay(own: Own, there: Standing, joined: PlainDateText): boolean {
  // A refusal that stands expresses a different intention.
  if (own.standing === 'party' || own.standing === 'declined') return false;
  if (own.standing === 'contracting') return there === 'party';
  const isOut = own.standing === 'withdrawn' || own.standing === 'ended';
  return !isOut || (own.since ?? '') < joined;
}

/** Where an actor stands towards an amendment since it joined the parent, and by what. */
export interface LaterParty extends Own {
  readonly through: Status;
}

/** Whether one joined after the amendment was in force, and before it ended. */
const isWithin = (joined: PlainDateText, from: PlainDateText, ending: Chronicle['ending']) =>
  joined > from && (ending === null || joined < ending.on);

/** Whom the parent binds though it did not consent did not join it later. */
function joins(through: Status | null): through is Status {
  return through !== null && !through.boundAsMember && SHARED.has(through.standing);
}

type Read = Pick<Chronicle, 'decision' | 'ending' | 'history' | 'scene'>;

/** How one that joined the parent later stands towards an amendment; null where it did not. */
export function laterPartyOn(
  actor: string,
  day: PlainDateText,
  { decision, ending, history, scene }: Read,
  own: Own,
): LaterParty | null {
  const parent = joinedThrough(history.adoption);
  if (parent === null || decision.on === null || day < decision.on) return null;
  const through = scene.facts.statusTowards(parent, actor, day);
  const joined = joins(through) ? joinedOn(through) : null;
  if (!joins(through) || joined === null) return null;
  const isLater = isWithin(joined, decision.on, ending);
  if (!isLater || !givesWay(own, through.standing, joined)) return null;
  return { standing: through.standing, since: laterOf(joined, through.since ?? joined), through };
}

/** Who joined the parent after the amendment was in force, and so the amendment. */
export function laterPartiesOn(chronicle: Chronicle, day: PlainDateText): string[] {
  const { decision, history, scene } = chronicle;
  const parent = joinedThrough(history.adoption);
  if (parent === null || decision.on === null || decision.on > day) return [];
  const none = { standing: 'none', since: null } as const;
  return scene.facts
    .concernedBy(parent, day)
    .filter((actor) => laterPartyOn(actor, day, chronicle, none) !== null);
}

/** Days on which those that joined the parent later may have changed. */
export function laterPartyChanges({ decision, history, scene }: Chronicle): PlainDateText[] {
  const parent = joinedThrough(history.adoption);
  const { on } = decision;
  if (parent === null || on === null) return [];
  return scene.facts.partyChangesOf(parent).filter((day) => day > on);
}
