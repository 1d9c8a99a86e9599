/** The decisions of a session as the asker may see them. */
import type { Asked } from '../../../../kernel/define-area.ts';
import { type Refusal, isRefusal } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import { type Reading, openReading } from '../../load.ts';
import { registerOf } from '../../registers.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import { floorOf } from '../../rules/decisions/floor-of.ts';
import type { Floor } from '../../rules/decisions/floor.ts';
import type { SessionState } from '../../rules/sessions/session-state.ts';
import { unknownHere } from '../shapes.ts';

/** A session with its floor, and what is decided in it. */
export interface Deciding {
  readonly reading: Reading;
  readonly session: SessionState;
  readonly floor: Floor;
  readonly decisions: ReadonlyMap<string, DecisionState>;
}

/** What a session decides. A session whose body is not shown has no decisions to show. */
export async function findSession(asked: Asked, name: string): Promise<Deciding | Refusal> {
  const reading = await openReading(asked, [registerOf('session', name)]);
  const session = reading.archive.session(name);
  const floor = floorOf(reading.archive, name);
  if (session === null || floor === null)
    return unknownHere(said('There is no session {$name} here.', { name }));
  return { reading, session, floor, decisions: reading.archive.decisions(name) };
}

/** One decision of a session. */
export async function findDecision(
  asked: Asked,
  named: { readonly session: string; readonly decision: string },
): Promise<(Deciding & { readonly decision: DecisionState }) | Refusal> {
  const found = await findSession(asked, named.session);
  if (isRefusal(found)) return found;
  const decision = found.decisions.get(named.decision);
  return decision === undefined
    ? unknownHere(said('There is no decision {$decision} here.', { decision: named.decision }))
    : { ...found, decision };
}
