/**
 * How much each member counts for: the share of what it turns. Banzhaf 1965 and Penrose 1946 over
 * coalitions, Shapley and Shubik 1954 over the orders in which members join; exact fractions.
 */
import { LRUCache } from 'lru-cache';
import { type Fraction, fraction } from '../../../../kernel/fraction.ts';
import { countWinning } from './counting/count-winning.ts';
import type { Winning } from './counting/winning.ts';
import type { Game } from './game.ts';

export interface Banzhaf {
  /** Coalitions without the player that lose, and win with it. */
  readonly swings: readonly bigint[];
  /** Shares of all swings; they sum to one. */
  readonly normalised: readonly Fraction[];
  /** The chance to turn a vote, if all others toss a coin. */
  readonly absolute: readonly Fraction[];
}

const total = (counts: readonly bigint[]): bigint => counts.reduce((sum, one) => sum + one, 0n);

function banzhafFrom(winning: Winning, players: number): Banzhaf {
  // Of the coalitions that win with a player, those that also win without it have a twin.
  const all = total(winning.all);
  const swings = winning.containing.map((own) => 2n * total(own) - all);
  const every = total(swings);
  return {
    swings,
    normalised: swings.map((one) => fraction(one, every)),
    absolute: swings.map((one) => fraction(one, 2n ** BigInt(players - 1))),
  };
}

/** The Banzhaf indices; null where it would take too long to count. */
export function banzhafOf(game: Game): Banzhaf | null {
  const winning = countWinning(game, false);
  return winning && banzhafFrom(winning, game.players);
}

function factorials(number: number): bigint[] {
  const all = [1n];
  for (let at = 1; at <= number; at += 1) all.push((all[at - 1] ?? 1n) * BigInt(at));
  return all;
}

/** Orders in which the player turns the coalition of those before it, over all orders. */
function shareOf(own: readonly bigint[], { all }: Winning, ways: readonly bigint[]): Fraction {
  const players = all.length - 1;
  const turned = ways.slice(0, players).reduce((sum, one, before) => {
    const after = ways[players - 1 - before] ?? 0n;
    const winsBefore = (all[before] ?? 0n) - (own[before] ?? 0n);
    return sum + one * after * ((own[before + 1] ?? 0n) - winsBefore);
  }, 0n);
  return fraction(turned, ways[players]);
}

function shapleyShubikFrom(winning: Winning, players: number): readonly Fraction[] {
  const ways = factorials(players);
  const known = new Map<readonly bigint[], Fraction>();
  return winning.containing.map((own) => {
    const share = known.get(own) ?? shareOf(own, winning, ways);
    known.set(own, share);
    return share;
  });
}

/** The Shapley-Shubik indices, which sum to one; null where it would take too long to count. */
export function shapleyShubikOf(game: Game): readonly Fraction[] | null {
  const winning = countWinning(game, true);
  return winning && shapleyShubikFrom(winning, game.players);
}

export interface Indices {
  readonly banzhaf: Banzhaf | null;
  readonly shapleyShubik: readonly Fraction[] | null;
}

/** Both indices, from one count by size where that does not take too long. */
export function bothIndicesOf(game: Game): Indices {
  const winning = countWinning(game, true);
  if (winning === null) return { banzhaf: banzhafOf(game), shapleyShubik: null };
  return {
    banzhaf: banzhafFrom(winning, game.players),
    shapleyShubik: shapleyShubikFrom(winning, game.players),
  };
}

/** Games that were counted: a page asks for the same one again and again. */
const counted = new LRUCache<string, Indices>({ max: 64 });

/** Both indices of a game, counted once. */
export function indicesOf(game: Game): Indices {
  const tests = game.tests.map(({ quota, weights }) => `${quota}: ${weights.join(' ')}`);
  const key = [game.players, JSON.stringify(game.formula), ...tests].join('\n');
  const known = counted.get(key);
  if (known !== undefined) return known;
  const found = bothIndicesOf(game);
  counted.set(key, found);
  return found;
}
