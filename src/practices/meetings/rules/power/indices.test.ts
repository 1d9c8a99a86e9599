import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, fractionText, sum, toDecimal } from '../../../../kernel/fraction.ts';
import { winningByClasses } from './counting/by-classes.ts';
import { countWinning } from './counting/count-winning.ts';
import { lightByGenerating } from './counting/generating.ts';
import { complements, exceptLosing, losing, ofComplements } from './counting/light-sets.ts';
import { lightByMeeting } from './counting/meeting.ts';
import { oneWeightingOf } from './counting/one-weighting.ts';
import { moduliFor, togetherFrom } from './counting/residues.ts';
import { DOUBLE_MAJORITY, SECURITY_COUNCIL, THE_SIX, gameFor, named } from './floor-for-tests.ts';
import { type Game, wins } from './game.ts';
import { banzhafOf, indicesOf, shapleyShubikOf } from './indices.ts';

const texts = (all: readonly { numerator: bigint; denominator: bigint }[] | null | undefined) =>
  all?.map(fractionText);

/** Every coalition tried, and every order counted by the size of what came before. */
function byTryingAll(game: Game) {
  const { players } = game;
  const swings = Array.from({ length: players }, () => 0n);
  const shapley = Array.from({ length: players }, () => fraction(0n));
  const factorial = (number: number): bigint =>
    number < 2 ? 1n : BigInt(number) * factorial(number - 1);
  for (let mask = 0; mask < 2 ** players; mask += 1) {
    const isIn = (player: number): boolean => (mask & (1 << player)) !== 0;
    if (wins(game, isIn)) continue;
    const size = Array.from({ length: players }, (_, at) => at).filter(isIn).length;
    for (let player = 0; player < players; player += 1) {
      if (isIn(player) || !wins(game, (one) => one === player || isIn(one))) continue;
      swings[player] = (swings[player] ?? 0n) + 1n;
      const orders = factorial(size) * factorial(players - 1 - size);
      shapley[player] = sum([
        shapley[player] ?? fraction(0n),
        fraction(orders, factorial(players)),
      ]);
    }
  }
  return { swings, shapley };
}

const SIZE = 6;
const weights = fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: SIZE, maxLength: SIZE });
const test = fc
  .tuple(weights, fc.bigInt({ min: 1n, max: 30n }))
  .map(([one, quota]) => ({ weights: one, quota }));
const ofSize = fc
  .bigInt({ min: 1n, max: 6n })
  .map((quota) => ({ weights: Array.from({ length: SIZE }, () => 1n), quota }));
const formulas = [
  { all: [{ demand: 0 }, { demand: 1 }] },
  { any: [{ demand: 0 }, { demand: 1 }] },
  { any: [{ all: [{ demand: 0 }, { demand: 1 }] }, { demand: 2 }] },
  { demand: 0 },
];
const isGame = (game: Game): boolean => !wins(game, () => false) && wins(game, () => true);
const gameWith = (tests: fc.Arbitrary<Game['tests'][number]>[]): fc.Arbitrary<Game> =>
  fc
    .record({ tests: fc.tuple(...tests), formula: fc.constantFrom(...formulas) })
    .map((one): Game => ({ players: SIZE, ...one }))
    .filter(isGame);
const anyGame = gameWith([test, test, test]);
const oneWeighted = gameWith([test, ofSize, ofSize]);

describe('power indices', () => {
  it('are as trying every coalition finds, whatever the tests', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const tried = byTryingAll(game);
        expect(banzhafOf(game)?.swings).toEqual(tried.swings);
        expect(texts(shapleyShubikOf(game))).toEqual(texts(tried.shapley));
        expect(indicesOf(game).banzhaf).toEqual(banzhafOf(game));
      }),
      { numRuns: 100 },
    );
  });

  it('sum to one, and are nothing for whoever turns nothing', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const { swings, normalised } = banzhafOf(game) ?? { swings: [], normalised: [] };
        const shapley = shapleyShubikOf(game) ?? [];
        expect(texts([sum(normalised), sum(shapley)])).toEqual(['1', '1']);
        const isNull = shapley.map(({ numerator }) => numerator === 0n);
        expect(isNull).toEqual(swings.map((one) => one === 0n));
      }),
    );
  });

  it('are the same for members that weigh the same', () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        const alike = game.tests.map((one) => ({
          ...one,
          weights: one.weights.with(1, one.weights[0] ?? 0n),
        }));
        fc.pre(isGame({ ...game, tests: alike }));
        const shapley = shapleyShubikOf({ ...game, tests: alike }) ?? [];
        expect(shapley[0]).toEqual(shapley[1]);
      }),
    );
  });
});

describe('counting by one weighting', () => {
  it('comes to the same whichever way it is done', () => {
    fc.assert(
      fc.property(oneWeighted, fc.boolean(), (game, bySize) => {
        const known = winningByClasses(game);
        const one = oneWeightingOf(game);
        if (one === null) throw new Error('it asks for one weighting');
        const losers = losing(one);
        const turned = complements(one);
        expect(exceptLosing(lightByMeeting(losers), SIZE)).toEqual(known);
        expect(ofComplements(lightByMeeting(turned))).toEqual(known);
        expect(exceptLosing(lightByGenerating(losers, true), SIZE)).toEqual(known);
        expect(ofComplements(lightByGenerating(turned, true))).toEqual(known);
        const total = (all: readonly bigint[]) => all.reduce((more, each) => more + each, 0n);
        const found = exceptLosing(lightByGenerating(losers, bySize), SIZE);
        expect(total(found.all)).toBe(total(known.all));
        expect(found.containing.map(total)).toEqual(known.containing.map(total));
      }),
    );
  });

  it('puts large numbers together from their remainders', () => {
    const moduli = moduliFor(190);
    const number = 3n ** 119n;
    const remainders = moduli.map((one) => Number(number % BigInt(one)));
    expect(togetherFrom(moduli)(remainders)).toBe(number);
  });

  it('says that it cannot where two fine weightings pull apart over many members', () => {
    const members = named(60);
    const fine = members.map((_, at) => BigInt(at * at * 7919 + 1));
    const other = fine.toReversed();
    const half = fine.reduce((more, one) => more + one, 0n) / 2n;
    const tests = [fine, other].map((all) => ({ weights: all, quota: half }));
    const game = { players: 60, tests, formula: { all: [{ demand: 0 }, { demand: 1 }] } };
    expect(countWinning(game, false)).toBeNull();
    expect(banzhafOf(game)).toBeNull();
    expect(shapleyShubikOf(game)).toBeNull();
  });
});

describe('reference values', () => {
  it('of the Security Council are 421/2145 and 4/2145, and 0.166929 and 0.016535', () => {
    const game = gameFor(SECURITY_COUNCIL.rule, SECURITY_COUNCIL.given);
    const shapley = texts(shapleyShubikOf(game));
    expect(shapley?.slice(0, 6)).toEqual([...Array(5).fill('421/2145'), '4/2145']);
    const banzhaf = banzhafOf(game);
    expect(banzhaf?.swings.slice(4, 6)).toEqual([848n, 84n]);
    expect(banzhaf?.normalised.slice(4, 6).map((one) => toDecimal(one, 6))).toEqual([
      '0.166929',
      '0.016535',
    ]);
  });

  it('of the Six of 1958 are 5/21, 1/7 and nothing for Luxembourg', () => {
    const game = gameFor(THE_SIX.rule, THE_SIX.given);
    expect(texts(banzhafOf(game)?.normalised)).toEqual(['5/21', '5/21', '5/21', '1/7', '1/7', '0']);
    const third = ['7/30', '7/30', '7/30', '3/20', '3/20', '0'];
    expect(texts(shapleyShubikOf(game))).toEqual(third);
  });

  it('of 190 members by votes sum to one, and the largest counts for most', () => {
    const members = named(190);
    const votes = members.map((_, at) => `${Math.floor(1600 / (at + 1)) + 6}`);
    const weighed = Object.fromEntries(members.map((one, at) => [one, votes[at] ?? '0']));
    const rule = {
      adoptedIf: { kind: 'share', base: 'total-weight', weights: 'votes', threshold: '0.85' },
    };
    const banzhaf = banzhafOf(gameFor(rule, { members, weights: { votes: weighed } }));
    const swings = banzhaf?.swings ?? [];
    expect(texts([sum(banzhaf?.normalised ?? [])])).toEqual(['1']);
    expect(swings).toEqual(swings.toSorted((one, other) => (one < other ? 1 : -1)));
  });

  it('of a double majority of 27 agree between halves that meet and a generating function', () => {
    const members = named(27);
    const population = Object.fromEntries(members.map((one, at) => [one, `${(27 - at) ** 2}`]));
    const game = gameFor(DOUBLE_MAJORITY, { members, weights: { population } });
    const one = oneWeightingOf(game);
    expect(one?.quotas.slice(13, 26).map(Number.isFinite)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    const light = one && losing(one);
    expect(light && lightByMeeting(light)).toEqual(light && lightByGenerating(light, true));
  });
});
