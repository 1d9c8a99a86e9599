/** Judges of how far a question has come: withdrawn, opened, ended. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Upon } from './judging.ts';
import { UPON } from './law.ts';
import { endOf, hasEnded, openedAt } from './phase.ts';

/** That voting on it has not ended, and it was not withdrawn. */
export function notEnded({ decision, at }: Upon<object>): Refusal | null {
  if (decision.withdrawal !== null) {
    return refuse(UPON.closed, said('{$name} was withdrawn.', { name: decision.name }));
  }
  return hasEnded(decision, at)
    ? refuse(
        UPON.closed,
        said('{$name} ended at {$end}.', { name: decision.name, end: endOf(decision) ?? at }),
      )
    : null;
}

/** That voting on it has not begun. */
export function notOpened({ decision, floor, at }: Upon<object>): Refusal | null {
  const opened = openedAt(decision, floor);
  return opened !== null && opened <= at
    ? refuse(
        UPON.begun,
        said('Voting on {$name} began at {$opened}.', { name: decision.name, opened }),
      )
    : null;
}

/** That voting on it has begun. */
export function begun({ decision, floor, at }: Upon<object>): Refusal | null {
  const opened = openedAt(decision, floor);
  return opened !== null && opened <= at
    ? null
    : refuse(UPON.begun, said('Voting on {$name} has not begun.', { name: decision.name }));
}

/** That it was not withdrawn. */
export function notWithdrawn({ decision }: Upon<object>): Refusal | null {
  return decision.withdrawal === null
    ? null
    : refuse(UPON.closed, said('{$name} was withdrawn.', { name: decision.name }));
}
