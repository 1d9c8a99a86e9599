/** Counts winning coalitions exactly, by whichever way is the shortest for the game. */
import type { Game } from '../game.ts';
import { casesOf, winningByClasses } from './by-classes.ts';
import { lightByGenerating, stepsToGenerate } from './generating.ts';
import { complements, exceptLosing, losing, ofComplements, reachOf } from './light-sets.ts';
import { lightByMeeting, stepsToMeet } from './meeting.ts';
import { type OneWeighting, oneWeightingOf } from './one-weighting.ts';
import { STEPS_MAX, type Winning } from './winning.ts';

/** Few enough cases to look at every one first. */
const CASES_AT_ONCE_MAX = 20_000;
const CASES_MAX = 500_000;

function byWeight(weighting: OneWeighting, bySize: boolean): Winning | null {
  const [direct, turned] = [losing(weighting), complements(weighting)];
  const isTurned = reachOf(turned) < reachOf(direct);
  const light = isTurned ? turned : direct;
  const { length } = weighting.weights;
  const toMeet = stepsToMeet(length);
  const toGenerate = stepsToGenerate(light, bySize || !weighting.isPlain);
  if (Math.min(toMeet, toGenerate) > STEPS_MAX) return null;
  const found = toMeet < toGenerate ? lightByMeeting(light) : lightByGenerating(light, bySize);
  return isTurned ? ofComplements(found) : exceptLosing(found, length);
}

/**
 * Winning coalitions of the game, by size where `bySize` asks for it; null where it would take too
 * long to count them.
 */
export function countWinning(game: Game, bySize: boolean): Winning | null {
  const cases = casesOf(game);
  if (cases <= CASES_AT_ONCE_MAX) return winningByClasses(game);
  const weighting = oneWeightingOf(game);
  const found = weighting && byWeight(weighting, bySize);
  if (found !== null) return found;
  return cases <= CASES_MAX ? winningByClasses(game) : null;
}
