/**
 * Conditions of final clauses over the consents that stand on a day. A legal person counts once,
 * however many instruments it gave; a regional organisation counts beside its members only where
 * the clause says so.
 */
import type { PlainDateText } from '../../../kernel/dates.ts';
import {
  type Fraction,
  ceiling,
  compare,
  fraction,
  multiply,
  parseFraction,
  sum,
} from '../../../kernel/fraction.ts';
import type { ActorClass, Condition, Silence, Start } from '../clauses.ts';
import { type Scene, belongs, membersOf } from './classes.ts';
import type { Consent } from './consents.ts';
import { after } from './delays.ts';

/** The consents that count on a day, one for each person, and the events recorded by then. */
export interface Ballot {
  readonly day: PlainDateText;
  readonly counted: ReadonlyMap<string, Consent>;
  readonly events: ReadonlySet<string>;
}

/** How far a single condition is: what is there, and what is needed. */
export interface Progress {
  readonly have: Fraction;
  readonly need: Fraction;
  /** Whether exactly what is needed is not yet enough. */
  readonly more: boolean;
  /** Of how much in all, where it is a weight. */
  readonly total?: Fraction;
}

/** How many consents of the ballot are of the class. */
function countIn(of: ActorClass, ballot: Ballot, scene: Scene): number {
  return 'any' in of ? ballot.counted.size : countedIn(of, ballot, scene).length;
}

/** Consents of the ballot whose actor is of the class. */
export function countedIn(of: ActorClass, ballot: Ballot, scene: Scene): Consent[] {
  if ('any' in of) return [...ballot.counted.values()];
  return [...ballot.counted.values()].filter((consent) =>
    belongs(of, consent.actor, ballot.day, scene),
  );
}

function shareProgress(
  condition: Extract<Condition, { share: string }>,
  ballot: Ballot,
  scene: Scene,
): Progress {
  const members = membersOf(condition.of, ballot.day, scene);
  const size = new Set(members.map((actor) => scene.facts.personOf(actor))).size;
  const have = fraction(BigInt(countIn(condition.of, ballot, scene)));
  const need = multiply(parseFraction(condition.share), fraction(BigInt(size)));
  if (size === 0) return { have, need: fraction(1n), more: false };
  // "Two thirds of the Members" is a whole number of Members; "more than half" stays a bound.
  if (condition.more === true) return { have, need, more: true };
  return { have, need: fraction(ceiling(need)), more: false };
}

function weightProgress(
  condition: Extract<Condition, { weight: string }>,
  ballot: Ballot,
  scene: Scene,
): Progress {
  const { attribute, of } = condition;
  const weigh = (actor: string): Fraction =>
    scene.facts.attribute(attribute, actor, ballot.day) ?? fraction(0n);
  const have = sum(countedIn(of, ballot, scene).map((consent) => weigh(consent.actor)));
  const total =
    condition.total === undefined
      ? sum(membersOf(of, ballot.day, scene).map(weigh))
      : parseFraction(condition.total);
  const more = condition.more === true || total.numerator === 0n;
  return { have, need: multiply(parseFraction(condition.weight), total), more, total };
}

function namedProgress(
  condition: Extract<Condition, { named: string[] }>,
  ballot: Ballot,
  scene: Scene,
): Progress {
  const persons = new Set(condition.named.map((actor) => scene.facts.personOf(actor)));
  const have = [...persons].filter((person) => ballot.counted.has(person)).length;
  const need = condition.atLeast ?? persons.size;
  return {
    have: fraction(BigInt(have)),
    need: fraction(BigInt(need)),
    more: false,
  };
}

const yesOrNo = (yes: boolean): Progress => ({
  have: fraction(yes ? 1n : 0n),
  need: fraction(1n),
  more: false,
});

export type Single = Exclude<Condition, { all: Condition[] } | { any: Condition[] }>;

/** How far a single condition is on the ballot's day. */
export function progressOf(condition: Single, ballot: Ballot, scene: Scene): Progress {
  if ('count' in condition) {
    const have = BigInt(countIn(condition.of, ballot, scene));
    return {
      have: fraction(have),
      need: fraction(BigInt(condition.count)),
      more: false,
    };
  }
  if ('share' in condition) return shareProgress(condition, ballot, scene);
  if ('weight' in condition) return weightProgress(condition, ballot, scene);
  if ('named' in condition) return namedProgress(condition, ballot, scene);
  if ('event' in condition) return yesOrNo(ballot.events.has(condition.event));
  if ('silence' in condition) return yesOrNo(isAccepted(condition.silence, ballot.day, scene));
  return yesOrNo(ballot.day >= condition.on);
}

/** The day from which a period of the clause runs; null while what begins it has not happened. */
export function startOf(start: Start, scene: Scene): PlainDateText | null {
  return start === 'adoption' ? scene.adoptedOn : (scene.happenedOn(start.event) ?? null);
}

/** The day on which silence accepts; null while its time has not begun. */
export function silenceEnds({ lasts, from, until }: Silence, scene: Scene): PlainDateText | null {
  const start = startOf(from ?? 'adoption', scene);
  if (start === null) return null;
  return lasts === undefined ? (until ?? null) : after(start, lasts);
}

/** The refusals that stand on a day, in the form of a ballot: one for each person. */
export function refusalsOn(day: PlainDateText, { refusals }: Scene): Ballot {
  const standing = refusals.filter(({ on, until }) => on <= day && (until === null || day < until));
  const counted = new Map(standing.map((refusal) => [refusal.person, refusal]));
  return { day, counted, events: new Set() };
}

/** Whether silence has accepted: its time is over, and too few had refused by its end. */
function isAccepted(silence: Silence, day: PlainDateText, scene: Scene): boolean {
  const end = silenceEnds(silence, scene);
  if (end === null || day < end) return false;
  const { unless } = silence;
  return unless === undefined || !isMet(unless, refusalsOn(end, scene), scene);
}

/** Whether the progress is enough. */
export function isEnough(progress: Progress): boolean {
  const difference = compare(progress.have, progress.need);
  return progress.more ? difference > 0 : difference >= 0;
}

/** What is told at a glance comes first: weights and classes are read only where they decide. */
const costOf = (condition: Condition): number => {
  if ('event' in condition || 'on' in condition || 'silence' in condition) return 0;
  if ('count' in condition) return 'any' in condition.of ? 0 : 2;
  return 'named' in condition ? 1 : 3;
};

/** Whether the condition is met on the ballot's day. */
export function isMet(condition: Condition, ballot: Ballot, scene: Scene): boolean {
  if ('all' in condition) {
    const cheapestFirst = condition.all.toSorted((one, other) => costOf(one) - costOf(other));
    return cheapestFirst.every((one) => isMet(one, ballot, scene));
  }
  if ('any' in condition) return condition.any.some((one) => isMet(one, ballot, scene));
  return isEnough(progressOf(condition, ballot, scene));
}

/** The single conditions of a compound one. */
export function singlesOf(condition: Condition): Single[] {
  if ('all' in condition) return condition.all.flatMap(singlesOf);
  if ('any' in condition) return condition.any.flatMap(singlesOf);
  return [condition];
}
