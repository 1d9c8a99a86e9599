/** How far the record of an agreement has come, for those who keep what follows from it. */
import type { InstantText } from '../../../kernel/dates.ts';
import type { History } from './history.ts';

export interface Revision {
  /** Grows with everything that is recorded of the agreement, corrections included. */
  readonly changes: number;
  readonly changedAt: InstantText;
}

/** What was struck out counts for more than it did while it stood, so that nothing counts back. */
const STRUCK_WEIGHT = 3;

/** The revision of an agreement as far as its history is known. */
export function revisionOf({ adoption, events, struck }: History): Revision {
  const corrected = events.filter(({ correctedBy }) => correctedBy !== undefined).length;
  const recorded = [...events, ...struck.map(({ event }) => event)].map(
    ({ recordedAt }) => recordedAt,
  );
  const first = `${adoption.adoptedOn}T00:00:00.000Z`;
  return {
    changes: events.length + corrected + struck.length * STRUCK_WEIGHT,
    changedAt: recorded.reduce((latest, one) => (one > latest ? one : latest), first),
  };
}
