/**
 * The system's source of randomness, for the length of a run a seeded one. What is under test takes
 * its salts there, and an act's id rests on them: without this no seed would replay.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Random } from './random.ts';

/** Runs the work with salts from the seed; the true source is back after it. */
export async function withSeededSalts<Result>(
  random: Random,
  work: () => Promise<Result>,
): Promise<Result> {
  const { randomBytes } = crypto;
  const seeded = (size: number): Buffer => Buffer.from(random.bytes(size));
  Object.assign(crypto, { randomBytes: seeded });
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(crypto, { randomBytes });
    syncBuiltinESMExports();
  }
}
