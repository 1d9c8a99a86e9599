/** Rules switched off, where that takes more than a condition. */
import { type Refusal, isRefusal } from '../../src/kernel/refusal.ts';
import { localRegister } from '../../src/kernel/taking.ts';
import { audienceId, positionOf } from '../../src/store/batch-state.ts';
import type { Given } from '../../src/store/holdings/take-given.ts';
import type { Batch } from './memory-batch.ts';

/** An admission that names the next position, whatever it says. */
export const leap =
  ({ work: { state, node } }: Batch) =>
  (given: Given | Refusal): Given | Refusal => {
    if (isRefusal(given) || !given.admits) return given;
    const { author, marking } = given.act.header;
    const register = localRegister(given.admits.register, author, node.operator);
    const next = (): number => positionOf(state, register, audienceId(state, marking)).last + 1;
    return { ...given, admits: Object.defineProperty({ ...given.admits }, 'first', { get: next }) };
  };
