/** Players that weigh the same in every test stand for each other. */
import type { Game } from '../game.ts';

export interface PlayerClass {
  readonly members: readonly number[];
  /** What each of them gives to each test. */
  readonly gives: readonly bigint[];
}

/** The players by what they weigh. */
export function classesOf({ players, tests }: Game): PlayerClass[] {
  const found = new Map<string, { members: number[]; gives: bigint[] }>();
  for (let player = 0; player < players; player += 1) {
    const gives = tests.map(({ weights }) => weights[player] ?? 0n);
    const known = found.get(gives.join(' '));
    if (known) known.members.push(player);
    else found.set(gives.join(' '), { members: [player], gives });
  }
  return [...found.values()];
}
