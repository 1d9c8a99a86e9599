/** Where a decision stands at an instant, by the custodian's clock. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { earlierOf } from '../../../../kernel/instants.ts';
import type { Objection } from '../../payloads/decision.ts';
import type { Fact } from '../facts.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';

export const PHASES = ['proposed', 'open', 'closed', 'withdrawn'] as const;
export type Phase = (typeof PHASES)[number];

/** When voting begins; null: it waits for whoever presides. */
export function openedAt({ opening, opened }: DecisionState, floor: Floor): InstantText | null {
  const { opensAt, waits } = opening.payload;
  const isPutByChair = waits !== true && floor.presides(opening.actor, opening.recordedAt);
  const atFirst = isPutByChair ? (opensAt ?? opening.recordedAt) : null;
  return earlierOf(atFirst, opened?.recordedAt ?? null);
}

/** The instant until which it runs by itself, extensions counted; null: until it is closed. */
export function deadlineOf(decision: DecisionState): InstantText | null {
  const { opening, extensions, resumptions } = decision;
  const [last] = [...extensions, ...resumptions].toSorted(
    (one, other) => other.ledger - one.ledger,
  );
  return last?.payload.until ?? opening.payload.deadlineAt ?? null;
}

/** Objections that stand: neither withdrawn, nor of a silence that was taken up again since. */
export function standingObjections(decision: DecisionState): readonly Fact<Objection>[] {
  const { objections, relented, resumptions } = decision;
  const round = resumptions.at(-1)?.ledger ?? 0;
  return objections.filter(
    ({ actor, ledger }) =>
      ledger > round && !relented.some((one) => one.actor === actor && one.ledger > ledger),
  );
}

/** When it ends: by being closed, or by its deadline, whichever is earlier; null: not said yet. */
export function endOf(decision: DecisionState): InstantText | null {
  const isElection = decision.opening.payload.on.kind === 'election';
  const closing = isElection ? undefined : decision.closings[0];
  return earlierOf(closing?.recordedAt ?? null, deadlineOf(decision));
}

/** Whether what was received at the instant came too late: the deadline itself is in time. */
export const isAfter = (at: InstantText, end: InstantText | null): boolean =>
  end !== null && at > end;

/** Where it stands. What was closed stays so; a deadline ends it when the instant is past. */
export function phaseOf(decision: DecisionState, floor: Floor, at: InstantText): Phase {
  if (decision.withdrawal !== null) return 'withdrawn';
  if (hasEnded(decision, at)) return 'closed';
  const opened = openedAt(decision, floor);
  return opened === null || at < opened ? 'proposed' : 'open';
}

/** Whether nothing more is taken: it was closed, or its deadline is past. */
export function hasEnded(decision: DecisionState, at: InstantText): boolean {
  const isElection = decision.opening.payload.on.kind === 'election';
  if (!isElection && decision.closings.length > 0) return true;
  return isAfter(at, deadlineOf(decision));
}
