/**
 * How long it takes to find the smallest sets that would bring an agreement into force, over more
 * actors than there are States: the clause of the level, and clauses that are hard for a search.
 */
import type { Condition } from '../src/practices/agreements/clauses.ts';
import type { Scene } from '../src/practices/agreements/rules/classes.ts';
import { factsFrom } from '../src/practices/agreements/rules/facts-for-tests.ts';
import { problemOf } from '../src/practices/agreements/rules/what-it-takes/demands.ts';
import { smallestSets } from '../src/kernel/covering/smallest.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { type Seeded, seeded } from './seeded.ts';

export const TAKES_ACTORS = 210;
const CASES = 20;

export interface TakesMeasured extends Durations {
  readonly name: string;
  /** How many of the cases were shown to have no smaller set. */
  readonly proven: number;
}

type Figures = Readonly<Record<string, string>>;

interface Case {
  readonly attributes: Readonly<Record<string, Figures>>;
  readonly condition: Condition;
}

const ANYONE = { any: true as const };
const ACTORS = Array.from({ length: TAKES_ACTORS }, (_, at) =>
  [at / 676, at / 26, at].map((one) => String.fromCharCode(65 + (Math.floor(one) % 26))).join(''),
);

const figures = (of: (actor: string) => string): Figures =>
  Object.fromEntries(ACTORS.map((actor) => [actor, of(actor)]));
const weight = (share: string, attribute: string): Condition => {
  return { weight: share, attribute, of: ANYONE };
};
const count = (number: number): Condition => ({ count: number, of: ANYONE });
const some = (random: Seeded, percent: number): string[] =>
  ACTORS.filter(() => random.inPercent(percent));

/** A few that are large and many that are small, as emissions and tonnage are. */
function skewed(random: Seeded): Figures {
  return figures(() => {
    const rank = random.below(1000) + 1;
    return `${Math.floor(1_000_000 / (rank * rank)) + random.below(100)}.${random.below(90) + 10}`;
  });
}
const even = (random: Seeded): Figures => figures(() => `${random.below(10_000)}`);

const CLAUSES: Readonly<Record<string, (random: Seeded) => Case>> = {
  'count, weight and named list': (random) => ({
    attributes: { tonnage: skewed(random) },
    condition: { all: [count(60), weight('0.55', 'tonnage'), { named: some(random, 5) }] },
  }),
  'count, weight and half of a list': (random) => {
    const named = some(random, 20);
    return {
      attributes: { tonnage: even(random) },
      condition: {
        all: [
          count(20),
          weight('0.65', 'tonnage'),
          { named, atLeast: Math.ceil(named.length / 2) },
        ],
      },
    };
  },
  'two weights': (random) => ({
    attributes: { tonnage: even(random), dues: even(random) },
    condition: { all: [count(20), weight('0.65', 'tonnage'), weight('0.6', 'dues')] },
  }),
  'two weights of which one falls as the other grows': (random) => {
    const tonnage = even(random);
    const dues = figures((actor) => `${10_000 - Number(tonnage[actor])}`);
    return {
      attributes: { tonnage, dues },
      condition: { all: [weight('0.65', 'tonnage'), weight('0.6', 'dues')] },
    };
  },
  'equal weights': () => ({
    attributes: { tonnage: figures(() => '1'), dues: figures(() => '3') },
    condition: { all: [count(60), weight('0.55', 'tonnage'), weight('0.6', 'dues')] },
  }),
};

/** Solves one case; whether the number was shown to be the smallest. */
function solve({ attributes, condition }: Case): boolean {
  const actors = Object.fromEntries(ACTORS.map((actor) => [actor, {}]));
  const scene: Scene = {
    facts: factsFrom({ actors, attributes }),
    adoptedOn: '2000-01-01',
    signedOn: () => undefined,
    happenedOn: () => undefined,
    refusals: [],
  };
  const ballot = { day: '2020-01-01', counted: new Map(), events: new Set<string>() };
  const candidates = ACTORS.map((actor) => ({ actor, person: actor, signedOn: null }));
  return smallestSets(problemOf(condition, candidates, ballot, scene, false)).proven;
}

function measure(name: string, make: (random: Seeded) => Case): TakesMeasured {
  const times: number[] = [];
  let proven = 0;
  for (let seed = 1; seed <= CASES; seed += 1) {
    const one = make(seeded(seed));
    const began = performance.now();
    if (solve(one)) proven += 1;
    times.push(performance.now() - began);
  }
  return { name, proven, ...durationsOf(times) };
}

/** Each clause over seeded cases; the first is the one that the level is stated of. */
export function measureTakes(): TakesMeasured[] {
  const all = Object.entries(CLAUSES);
  // A node that answers has run its rules before; what is measured is not the compiler.
  for (const [name, make] of all) measure(name, make);
  return all.map(([name, make]) => measure(name, make));
}
