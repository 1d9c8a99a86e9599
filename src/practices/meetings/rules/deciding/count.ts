/** Counts one thing in a poll, by members or by weights: what is counted, and over what base. */
import { type Fraction, fraction, sum } from '../../../../kernel/fraction.ts';
import type { Base, Counting, Selector } from '../../payloads/decision-rule.ts';
import type { Elector } from './poll.ts';
import { type Roll, isThere } from './roll.ts';

export interface Amount {
  readonly amount: Fraction;
  readonly actors: readonly string[];
}

/** What a condition counts, and in which scheme. */
export interface Scope {
  readonly among?: Selector | undefined;
  readonly weights?: string | undefined;
}

/** Counts, and keeps in mind who had no weight. */
export interface Counter {
  readonly roll: Roll;
  of(counted: Counting, scope: Scope): Amount;
  /** The base, and who makes it up; of a total weight, those that may vote. */
  over(base: Base, scope: Scope): Amount;
  /** The weight of each that makes up the base. */
  each(base: Base, scope: Scope): readonly Fraction[];
  /** Members that a scheme should have covered. */
  readonly missing: ReadonlyMap<string, ReadonlySet<string>>;
}

const whole = (count: number): Fraction => fraction(BigInt(count));

function isCounted(roll: Roll, counted: Counting, member: Elector): boolean {
  const choice = roll.votes.get(member.actor);
  switch (counted) {
    case 'voting':
      return choice === 'yes' || choice === 'no';
    case 'cast':
      return choice !== undefined;
    case 'present':
      return isThere(roll, member);
    case 'not-in-favour':
      return choice !== 'yes';
    default:
      return choice === counted;
  }
}

function isInBase(roll: Roll, base: Base, member: Elector): boolean {
  const choice = roll.votes.get(member.actor);
  switch (base) {
    case 'present-and-voting':
      return choice === 'yes' || choice === 'no';
    case 'votes-cast':
      return choice !== undefined;
    case 'present':
      return isThere(roll, member);
    default:
      return true;
  }
}

/** Counts votes that are known by name. */
export function namedCounter(roll: Roll): Counter {
  const { poll, members, eligible } = roll;
  const missing = new Map<string, Set<string>>();
  const weigh = (scheme: string, actor: string): Fraction => {
    const found = poll.weight(scheme, actor);
    if (found !== null) return found;
    const lacking = missing.get(scheme) ?? new Set();
    missing.set(scheme, lacking.add(actor));
    return whole(0);
  };
  const amountOf = (actors: readonly string[], scheme: string | undefined): Fraction =>
    scheme === undefined ? whole(actors.length) : sum(actors.map((actor) => weigh(scheme, actor)));
  const within = (all: readonly Elector[], among: Selector | undefined): readonly Elector[] =>
    among ? all.filter(({ actor }) => poll.isIn(among, actor)) : all;
  const actorsOf = (all: readonly Elector[]): string[] => all.map(({ actor }) => actor);

  const inBase = (base: Base, among: Selector | undefined): readonly Elector[] => {
    const from = base === 'members' || base === 'total-weight' ? members : eligible;
    return within(from, among).filter((one) => isInBase(roll, base, one));
  };

  return {
    roll,
    missing,
    each: (base, { among, weights }) =>
      inBase(base, among).map(({ actor }) => amountOf([actor], weights)),
    of(counted, { among, weights }) {
      const all = within(eligible, among).filter((one) => isCounted(roll, counted, one));
      const actors = actorsOf(all);
      return { amount: amountOf(actors, weights), actors };
    },
    over(base, { among, weights }) {
      const total = base === 'total-weight' && weights ? poll.totalWeight?.(weights) : null;
      if (total) return { amount: total, actors: actorsOf(within(eligible, among)) };
      const actors = actorsOf(inBase(base, among));
      return { amount: amountOf(actors, weights), actors };
    },
  };
}

/** Counts a secret ballot: numbers without names. */
export function secretCounter(
  roll: Roll,
  { yes, no, abstain }: NonNullable<Roll['poll']['ballots']>,
): Counter {
  const { members, eligible } = roll;
  const cast = yes + no + abstain;
  const present = eligible.filter((member) => isThere(roll, member)).length;
  const named = (count: number): Amount => ({ amount: whole(count), actors: [] });
  const counts: Readonly<Record<Counting, number>> = {
    yes,
    no,
    abstain,
    voting: yes + no,
    cast,
    present: Math.max(present, cast),
    'not-in-favour': eligible.length - yes,
  };
  const bases: Readonly<Record<Base, number>> = {
    'present-and-voting': yes + no,
    'votes-cast': cast,
    present: counts.present,
    eligible: eligible.length,
    members: members.length,
    'total-weight': members.length,
  };
  return {
    roll,
    missing: new Map(),
    of: (counted) => named(counts[counted]),
    over: (base) => named(bases[base]),
    each: (base) => Array.from({ length: bases[base] }, () => whole(1)),
  };
}
