/**
 * A rule as demands on those who have yet to choose: each of its conditions is linear in who of
 * them joins, where all others of them do the same.
 */
import { type Formula, joined } from '../../../../kernel/covering/formula.ts';
import type { Base, Choice, Counting } from '../../payloads/decision-rule.ts';
import type { Arithmetic, Leaf } from './arithmetic.ts';

/** What each player does; null: that is open. */
export type Choices = readonly (Choice | null)[];

/** Who has chosen; what those do that have yet to choose, if they join, and all others of them. */
export interface Situation {
  readonly choices: Choices;
  readonly joining: Choice;
  readonly others: Choice;
}

/** A sum that has to reach `lacks`, with what each who has yet to choose would give by joining. */
export interface Demand {
  readonly leaf: number;
  readonly lacks: bigint;
  readonly gives: readonly bigint[];
}

export interface Linear {
  /** Players that have yet to choose, by their numbers. */
  readonly open: readonly number[];
  readonly demands: readonly Demand[];
  readonly formula: Formula;
}

const COUNTS: Readonly<Record<Counting, readonly Choice[]>> = {
  yes: ['yes'],
  no: ['no'],
  abstain: ['abstain'],
  voting: ['yes', 'no'],
  cast: ['yes', 'no', 'abstain'],
  present: ['yes', 'no', 'abstain'],
  'not-in-favour': ['no', 'abstain'],
};

/** Whether a choice is among what is counted. */
export const isCounted = (counting: Counting, choice: Choice): boolean =>
  COUNTS[counting].includes(choice);

/** Whether who so chooses stands in the base: all do, but for who abstains from voting. */
export const isInBase = (base: Base, choice: Choice): boolean =>
  base !== 'present-and-voting' || choice !== 'abstain';

/** A sum over the players: something fixed, and what joining adds of each that is open. */
interface Sum {
  readonly constant: bigint;
  readonly gives: readonly bigint[];
}

type Worth = (player: number, choice: Choice) => bigint;

function sumOf(
  { choices, joining, others }: Situation,
  open: readonly number[],
  worth: Worth,
): Sum {
  const constant = choices.reduce(
    (sum, choice, player) => sum + worth(player, choice ?? others),
    0n,
  );
  return { constant, gives: open.map((player) => worth(player, joining) - worth(player, others)) };
}

const weighed =
  (leaf: Leaf, factor: (choice: Choice) => bigint): Worth =>
  (player, choice) =>
    (leaf.weights[player] ?? 0n) * factor(choice);

const numbered =
  (leaf: Leaf, isOne: (choice: Choice) => boolean): Worth =>
  (player, choice) =>
    leaf.counts[player] === true && isOne(choice) ? 1n : 0n;

const one = (is: boolean): bigint => (is ? 1n : 0n);

class Compiler {
  readonly #arithmetic: Arithmetic;
  readonly #situation: Situation;
  readonly open: readonly number[];
  readonly demands: Demand[] = [];

  constructor(arithmetic: Arithmetic, situation: Situation) {
    this.#arithmetic = arithmetic;
    this.#situation = situation;
    this.open = situation.choices.flatMap((choice, player) => (choice === null ? [player] : []));
  }

  /** That the sum, and what is fixed, are at least so much, or that they are not. */
  #atLeast(leaf: number, sum: Sum, least: bigint, isSo: boolean): Formula {
    const sign = isSo ? 1n : -1n;
    const lacks = isSo ? least - sum.constant : sum.constant - least + 1n;
    const gives = sum.gives.map((given) => given * sign);
    const [most, fewest] = gives.reduce(
      ([up, down], given) => (given > 0n ? [up + given, down] : [up, down + given]),
      [0n, 0n],
    );
    if (fewest >= lacks) return true;
    if (most < lacks) return false;
    return { demand: this.demands.push({ leaf, lacks, gives }) - 1 };
  }

  #sum(worth: Worth): Sum {
    return sumOf(this.#situation, this.open, worth);
  }

  /** The base is told, or follows from who votes; a share of nothing is none. */
  #hasBase(at: number, leaf: Leaf, isSo: boolean): Formula {
    const { base } = leaf;
    if (base === null) return isSo;
    if (leaf.total !== null) return leaf.total > 0n === isSo;
    const sum = this.#sum(weighed(leaf, (choice) => one(isInBase(base, choice))));
    return this.#atLeast(at, sum, 1n - leaf.fixed.amount, isSo);
  }

  #isReached(at: number, leaf: Leaf, isSo: boolean): Formula {
    const { base, numerator, denominator, total, fixed } = leaf;
    const over = (choice: Choice): bigint =>
      base === null || total !== null ? 0n : one(isInBase(base, choice)) * numerator;
    const sum = this.#sum(
      weighed(leaf, (choice) => one(isCounted(leaf.of, choice)) * denominator - over(choice)),
    );
    const told = base === null ? numerator : (total ?? fixed.amount) * numerator;
    const reached = this.#atLeast(at, sum, told + one(leaf.more), isSo);
    return joined(isSo ? 'all' : 'any', [reached, this.#hasBase(at, leaf, isSo)]);
  }

  /** Too few are not counted to block, whatever they weigh, and somebody is. */
  #cannotBlock(at: number, leaf: Leaf, isSo: boolean): Formula {
    const { base, blockingMembersMin: least, of, fixed } = leaf;
    if (least === null || base === null) return !isSo;
    const against = this.#sum(
      numbered(leaf, (choice) => isInBase(base, choice) && !isCounted(of, choice)),
    );
    const inFavour = this.#sum(numbered(leaf, (choice) => isCounted(of, choice)));
    return joined(isSo ? 'all' : 'any', [
      this.#atLeast(at, against, BigInt(least - fixed.members), !isSo),
      this.#atLeast(at, inFavour, 1n, isSo),
    ]);
  }

  /** A formula over the leaves as one over demands; `isSo` false: that it does not hold. */
  of(formula: Formula, isSo: boolean): Formula {
    if (typeof formula === 'boolean') return formula === isSo;
    if ('all' in formula || 'any' in formula) {
      const isAll = 'all' in formula;
      const parts = isAll ? formula.all : formula.any;
      return joined(
        isAll === isSo ? 'all' : 'any',
        parts.map((part) => this.of(part, isSo)),
      );
    }
    const leaf = this.#arithmetic.leaves[formula.demand];
    if (leaf === undefined) throw new Error(`there is no condition ${formula.demand}`);
    return joined(isSo ? 'any' : 'all', [
      this.#isReached(formula.demand, leaf, isSo),
      this.#cannotBlock(formula.demand, leaf, isSo),
    ]);
  }
}

/** What those that have yet to choose would have to give, for adoption or against it. */
export function linearOf(
  arithmetic: Arithmetic,
  situation: Situation,
  wanted: 'adopted' | 'prevented' = 'adopted',
): Linear {
  const compiler = new Compiler(arithmetic, situation);
  const isSo = wanted === 'adopted';
  const { adopted, blocked, postponed, quorum } = arithmetic;
  const formula = joined(isSo ? 'all' : 'any', [
    compiler.of(adopted, isSo),
    compiler.of(quorum, isSo),
    ...[...blocked, ...postponed].map((one) => compiler.of(one, !isSo)),
  ]);
  return { open: compiler.open, demands: compiler.demands, formula };
}
