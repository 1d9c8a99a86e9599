/** A body: a fold over the acts of its register. */
import type { EstablishedBody } from '../../payloads/body.ts';
import type { Fact } from '../facts.ts';

export interface BodyState {
  readonly name: string;
  readonly opening: Fact<EstablishedBody>;
}

/** The body that the acts make; null where none of them establishes it. */
export function foldBody(name: string, facts: readonly Fact[]): BodyState | null {
  const opening = facts.find(({ type }) => type === 'meetings.establish-body');
  if (opening === undefined) return null;
  // The schema accepted the payload of this very type.
  return { name, opening: opening as Fact<EstablishedBody> };
}
