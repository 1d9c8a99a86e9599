/** A session: a fold over the acts of its register, but for what it decides. */
import type { ConvenedSession } from '../../payloads/session.ts';
import type { Fact } from '../facts.ts';
import { type AgendaState, foldAgenda } from './agenda.ts';
import { type CredentialsState, foldCredentials } from './credentials.ts';
import { type DocumentsState, foldDocuments } from './documents.ts';
import { type FloorState, foldFloor } from './floor.ts';
import { type InputState, foldInputs } from './inputs.ts';
import { does } from './said.ts';
import { type Sitting, foldSittings } from './sittings.ts';

export interface SessionState {
  readonly name: string;
  readonly opening: Fact<ConvenedSession>;
  readonly credentials: CredentialsState;
  readonly sittings: readonly Sitting[];
  readonly documents: DocumentsState;
  readonly agenda: AgendaState;
  readonly floor: FloorState;
  readonly inputs: ReadonlyMap<string, InputState>;
}

/** The session that the acts make; null where none of them convenes it. */
export function foldSession(name: string, facts: readonly Fact[]): SessionState | null {
  const opening = facts.find((fact) => does(fact, 'convene'));
  if (opening === undefined) return null;
  return {
    name,
    opening,
    credentials: foldCredentials(facts),
    sittings: foldSittings(facts),
    documents: foldDocuments(facts),
    agenda: foldAgenda(facts),
    floor: foldFloor(facts),
    inputs: foldInputs(facts),
  };
}
