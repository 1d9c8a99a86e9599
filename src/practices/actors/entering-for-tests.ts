/** A State as a test enters it into the registry of actors. */
import type { DraftAct } from '../../kernel/submission.ts';

/** The draft by which a State is entered, with its English name. */
export function enteringState(id: string, name = `State ${id}`): DraftAct {
  return {
    type: 'actors.enter',
    register: 'actors/registry',
    actor: id,
    payload: {
      id,
      kind: 'state',
      names: { en: name },
      treatyCapacity: true,
      regionalIntegration: false,
    },
    basis: { kind: 'recorded', source: 'a test' },
  };
}
