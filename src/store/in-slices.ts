/** Long work on the main thread that lets what came meanwhile have its turn now and then. */
import { setImmediate } from 'node:timers/promises';

/** Acts that are read or made ready at once: well under the time that a statement takes. */
const SLICE_ACTS_MAX = 32;

/**
 * Does the work for each until it says to stop. While it goes on, the answers of the database are
 * heard and asked on: else it would stand still for as long as a thousand acts take to be read.
 */
export async function inSlices<Given>(
  given: readonly Given[],
  work: (one: Given) => boolean,
): Promise<void> {
  for (const [at, one] of given.entries()) {
    if (at % SLICE_ACTS_MAX === SLICE_ACTS_MAX - 1) await setImmediate();
    if (!work(one)) return;
  }
}
