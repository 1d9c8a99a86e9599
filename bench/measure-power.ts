/**
 * How long it takes to count exactly what each member of a body turns: a double majority at full
 * populations, and votes of 190 members under the quota that is hardest to count.
 */
import { fraction } from '../src/kernel/fraction.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { standardRule } from '../src/practices/meetings/rules/deciding/standard-rules.ts';
import { arithmeticOf } from '../src/practices/meetings/rules/power/arithmetic.ts';
import { type Game, gameOf } from '../src/practices/meetings/rules/power/game.ts';
import { banzhafOf, bothIndicesOf } from '../src/practices/meetings/rules/power/indices.ts';
import { nearestWinning } from '../src/practices/meetings/rules/power/coalitions.ts';
import { type Durations, durationsOf } from './quantiles.ts';
import { seeded } from './seeded.ts';

const RUNS = 20;
/** The 27 members’ populations of 2018: Eurostat, as the Council’s rules of procedure use them. */
const POPULATIONS = [
  8_822_267, 11_413_058, 7_050_034, 10_610_055, 5_781_190, 82_850_000, 1_319_133, 4_838_259,
  10_738_868, 46_659_302, 67_221_943, 4_105_493, 60_483_973, 864_236, 1_934_379, 2_808_901, 602_005,
  9_778_371, 475_701, 17_181_084, 37_976_687, 10_291_027, 19_523_621, 2_066_880, 5_443_120,
  5_513_130, 10_120_242,
];
export const VOTERS = 190;

export interface PowerMeasured {
  readonly doubleMajority: Durations;
  readonly votes: Durations;
  readonly votesByEightyFive: Durations;
  readonly nearest: Durations;
}

/** Hundredths of a percent: a few hold many and many hold few, as quotas are. */
function quotas(): number[] {
  const random = seeded(190);
  return Array.from({ length: VOTERS }, (_, at) => Math.floor(1650 / (at + 1)) + random.below(25));
}

function arithmeticFor(body: string, rule: string, weights: readonly number[]) {
  const members = weights.map((_, at) => `member-${at}`);
  const all = new Map(members.map((actor, at) => [actor, fraction(BigInt(weights[at] ?? 0))]));
  const found = arithmeticOf({
    rule: standardRule(body, rule, '2024-06-17'),
    members: members.map((actor) => ({ actor, isPresent: true, hindered: null })),
    weight: (_, actor) => all.get(actor) ?? null,
    isIn: () => true,
  });
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
}

function gameFor(body: string, rule: string, weights: readonly number[]): Game {
  const game = gameOf(arithmeticFor(body, rule, weights));
  if (typeof game === 'string') throw new Error(`${body} is no game: ${game}`);
  return game;
}

/** In milliseconds of one processor, whatever else the machine does. */
function timed(work: () => unknown): Durations {
  // A node that answers has run its rules before; what is measured is not the compiler.
  work();
  const times = Array.from({ length: RUNS }, () => {
    const began = process.cpuUsage();
    if (work() === null) throw new Error('it was not counted');
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return durationsOf(times);
}

/** Both indices of the one, Banzhaf’s of the other, and a nearest coalition. */
export function measurePower(): PowerMeasured {
  const council = gameFor('council-of-the-eu', 'qualified-majority', POPULATIONS);
  const body = arithmeticFor('council-of-the-eu', 'qualified-majority', POPULATIONS);
  const fund = 'imf-board-of-governors';
  const majority = gameFor(fund, 'majority-of-votes-cast', quotas());
  const high = gameFor(fund, 'eighty-five-percent', quotas());
  const nobody = body.players.map(() => null);
  return {
    doubleMajority: timed(() => bothIndicesOf(council).shapleyShubik),
    votes: timed(() => banzhafOf(majority)),
    votesByEightyFive: timed(() => banzhafOf(high)),
    nearest: timed(() => nearestWinning(body, nobody, 'no')),
  };
}
