/** A session: a fold over the acts of its register, but for what it decides. */
import type { ConvenedSession } from '../../payloads/session.ts';
import type { Fact } from '../facts.ts';

export interface SessionState {
  readonly name: string;
  readonly opening: Fact<ConvenedSession>;
}

/** The session that the acts make; null where none of them convenes it. */
export function foldSession(name: string, facts: readonly Fact[]): SessionState | null {
  const opening = facts.find(({ type }) => type === 'meetings.convene');
  if (opening === undefined) return null;
  // The schema accepted the payload of this very type.
  return { name, opening: opening as Fact<ConvenedSession> };
}
