/**
 * The smallest sets of candidates that meet a condition together: how many it takes, several such
 * sets, how many there are, and who is in every one.
 */
import { scaledAmounts } from './amounts.ts';
import { alternativesOf, cutOf } from './cuts.ts';
import { type Demand, type Formula, type Problem, without } from './formula.ts';
import { type Frame, type Grounds, frameOf, leastHopeful } from './frame.ts';
import { type Group, groupsOf } from './groups.ts';
import { repaired } from './repair.ts';
import { type Choice, type Limits, count, find, inGroups, list, waysOf } from './search.ts';

/** How many sets are shown. */
export const SETS_MAX = 5;
/** How long searches may be: in steps, so that the same question has the same answer anywhere. */
const STEPS_AT_FIRST = 600;
const STEPS_TO_FIND = 20_000;
/** For all numbers that are tried: where this many end without an answer, so may all others. */
const STEPS_TO_FIND_ANY = 100_000;
const STEPS_TO_SHARE = 30_000;
const STEPS_TO_LIST = 2500;
const STEPS_TO_COUNT = 1500;

export interface SmallestSet<Candidate> {
  readonly members: readonly Candidate[];
  /** How many sets there are of which as many are of each group; this one is shown for them. */
  readonly alike: bigint;
}

export interface Smallest<Candidate> {
  /** How many it takes; null: no candidates suffice. */
  readonly number: number | null;
  /** Whether fewer were shown not to suffice; else `fewestPossible` is where that ends. */
  readonly proven: boolean;
  readonly fewestPossible: number;
  readonly sets: readonly SmallestSet<Candidate>[];
  /** How many smallest sets there are, at least or exactly. */
  readonly count: { readonly number: bigint; readonly exact: boolean };
  /** Who is in every smallest set; null where that takes too long to tell. */
  readonly always: readonly Candidate[] | null;
  /** By demand: whether without it one fewer would do; null where that takes too long to tell. */
  readonly binds: readonly (boolean | null)[];
}

const NONE: Smallest<never> = {
  number: null,
  proven: true,
  fewestPossible: 0,
  sets: [],
  count: { number: 0n, exact: true },
  always: [],
  binds: [],
};

interface Hunt {
  readonly grounds: Grounds;
  readonly formula: Formula;
  /** The groups, those that give most first. */
  readonly order: readonly number[];
}

function huntOf(demands: readonly Demand[], formula: Formula, groups: readonly Group[]): Hunt {
  const scaled = scaledAmounts(demands, groups);
  const alternatives = alternativesOf(formula);
  const found = (alternatives ?? []).map((one) => cutOf(one, demands, groups));
  const cuts = found.filter((cut) => cut !== null);
  const cutNumber = (at: number): Formula[] => {
    const cut = found[at] ?? null;
    return cut === null ? [] : [{ demand: demands.length + cuts.indexOf(cut) }];
  };
  const tightened: Formula =
    alternatives === null
      ? formula
      : {
          any: alternatives.map((one, at) => {
            return { all: [...one.map((demand) => ({ demand })), ...cutNumber(at)] };
          }),
        };
  const leading = cuts.length > 0 ? cuts : scaled.amounts;
  const worth = groups.map((_, group) =>
    leading.reduce((sum, { gives, lacks }) => sum + (gives[group] ?? 0) / Math.max(1, lacks), 0),
  );
  const order = groups.map((_, at) => at);
  order.sort((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0) || one - other);
  return { grounds: { groups, demands, scaled, cuts }, formula: tightened, order };
}

interface Found {
  readonly choice: Choice;
  readonly number: number;
  readonly frame: Frame;
  readonly fewestPossible: number;
}

/** Below what number there is shown to be none, where no search found any. */
interface Unended {
  readonly choice: null;
  readonly fewestPossible: number;
}

/** The first so many of the groups. */
function firstOf(sizes: readonly number[], number: number): number[] {
  let left = number;
  return sizes.map((size) => {
    const taken = Math.min(size, left);
    left -= taken;
    return taken;
  });
}

/** Whoever is asked for many searches has these steps for all of them. */
interface Steps {
  left: number;
}

/**
 * A choice that suffices: by a short search, which mostly ends; else by exchanges, else by a long
 * search.
 */
function seek(
  frame: Frame,
  given: Pick<Limits, 'formula' | 'number'> & { readonly sizes?: readonly number[] },
  steps: Steps = { left: STEPS_TO_FIND },
): Choice | null | undefined {
  const soon = find(frame, { ...given, stepsMax: STEPS_AT_FIRST });
  if (soon !== undefined) return soon;
  const sizes = given.sizes ?? frame.sizes;
  const near = repaired(frame, { formula: given.formula, sizes }, firstOf(sizes, given.number));
  if (near) return inGroups(frame, near);
  const stepsMax = Math.min(steps.left, STEPS_TO_FIND);
  const late = find(frame, { ...given, stepsMax });
  steps.left -= late === undefined ? stepsMax : 0;
  return late;
}

function fewest({ grounds, formula, order }: Hunt, numberMax = Infinity): Found | Unended | null {
  const least = leastHopeful(grounds, formula);
  if (least === null) return null;
  const all = grounds.groups.reduce((sum, { members }) => sum + members.length, 0);
  const steps = { left: STEPS_TO_FIND_ANY };
  let fewestPossible: number | null = null;
  for (let number = least; number <= Math.min(all, numberMax); number += 1) {
    const frame = frameOf(grounds, order, number);
    const choice = seek(frame, { formula, number }, steps);
    if (choice === undefined) fewestPossible ??= number;
    else if (choice !== null) {
      return { choice, number, frame, fewestPossible: fewestPossible ?? number };
    }
  }
  return fewestPossible === null ? null : { choice: null, fewestPossible };
}

function setOf(choice: Choice, groups: readonly Group[]): SmallestSet<number> {
  return {
    members: choice.flatMap((some, group) => groups[group]?.members.slice(0, some) ?? []),
    alike: choice.reduce((ways, some, group) => {
      return ways * waysOf(groups[group]?.members.length ?? 0, some);
    }, 1n),
  };
}

/** Candidates of groups that every one of the choices takes whole. */
function wholeInAll(choices: readonly Choice[], groups: readonly Group[]): Set<number> {
  const whole = groups.flatMap(({ members }, group) =>
    choices.every((choice) => choice[group] === members.length) ? [group] : [],
  );
  return new Set(whole);
}

/**
 * Who is in every smallest set: of each group that all choices known take whole, whether one less
 * of it would do. Members of a group stand for each other, so that all are needed or none is.
 */
function alwaysIn(found: Found, known: readonly Choice[], hunt: Hunt): number[] | null {
  const { groups } = hunt.grounds;
  const { frame, number } = found;
  const steps = { left: STEPS_TO_SHARE };
  const needed = wholeInAll(known, groups);
  for (const group of needed) {
    const sizes = frame.sizes.map((size, at) => (frame.order[at] === group ? size - 1 : size));
    const other = seek(frame, { formula: hunt.formula, number, sizes }, steps);
    if (other === undefined) return null;
    if (other === null) continue;
    const also = wholeInAll([other], groups);
    for (const one of needed) if (!also.has(one)) needed.delete(one);
  }
  return groups.flatMap(({ members }, group) => (needed.has(group) ? members : []));
}

function bindingOf({ frame, number }: Found, hunt: Hunt): (boolean | null)[] {
  const { demands, cuts } = hunt.grounds;
  const steps = { left: STEPS_TO_FIND };
  return demands.map((_, demand) => {
    const gone = cuts.flatMap((cut, at) =>
      cut.from.includes(demand) ? [demands.length + at] : [],
    );
    const formula = [demand, ...gone].reduce(without, hunt.formula);
    const fewer = seek(frame, { formula, number: number - 1 }, steps);
    return fewer === undefined ? null : fewer !== null;
  });
}

/** One smallest set, and below what number there is shown to be none. */
export interface OneSmallest<Candidate> {
  readonly members: readonly Candidate[];
  readonly fewestPossible: number;
}

/**
 * One smallest set, sooner than all that is told of them; null: no candidates suffice, or none so
 * few; undefined: none was found, and the search was not ended.
 */
export function smallestSet<Candidate, Own extends Demand>(
  problem: Problem<Candidate, Own>,
  numberMax = Infinity,
): OneSmallest<Candidate> | null | undefined {
  const { candidates, demands, formula } = problem;
  if (typeof formula === 'boolean') return formula ? { members: [], fewestPossible: 0 } : null;
  const groups = groupsOf(problem);
  const found = fewest(huntOf(demands, formula, groups), numberMax);
  if (found === null) return null;
  if (found.choice === null) return undefined;
  const { members } = setOf(found.choice, groups);
  const { fewestPossible } = found;
  return { members: members.flatMap((at) => candidates.slice(at, at + 1)), fewestPossible };
}

/** The smallest sets of candidates that solve the problem. */
export function smallestSets<Candidate, Own extends Demand>(
  problem: Problem<Candidate, Own>,
): Smallest<Candidate> {
  const { candidates, demands, formula } = problem;
  if (formula === false) return NONE;
  if (formula === true) {
    const nobody = { members: [], alike: 1n };
    return { ...NONE, number: 0, sets: [nobody], count: { number: 1n, exact: true } };
  }
  const groups = groupsOf(problem);
  const hunt = huntOf(demands, formula, groups);
  const found = fewest(hunt);
  if (found === null || found.choice === null) return NONE;
  const { number, frame, fewestPossible } = found;
  const named = (all: readonly number[]): Candidate[] =>
    all.flatMap((at) => candidates.slice(at, at + 1));
  const inOrder = groups.map((_, at) => at);
  const limits = { formula: hunt.formula, number };
  const listed = list(
    frameOf(hunt.grounds, inOrder, number),
    { ...limits, stepsMax: STEPS_TO_LIST },
    SETS_MAX,
  );
  const choices = listed.length === 0 ? [found.choice] : listed;
  const always = alwaysIn(found, [found.choice, ...choices], hunt);
  return {
    number,
    proven: fewestPossible === number,
    fewestPossible,
    sets: choices.map((choice) => {
      const { members, alike } = setOf(choice, groups);
      return { members: named(members), alike };
    }),
    count: count(frame, { ...limits, stepsMax: STEPS_TO_COUNT }),
    always: always && named(always),
    binds: bindingOf(found, hunt),
  };
}
