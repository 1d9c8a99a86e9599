/** How the acts of the example conference are drafted: recorded by the node's operator. */
import type { DraftAct } from '../../src/kernel/submission.ts';

/** An act of the conference, in whose name it is; where nobody is named, the operator's own. */
export type Drafting = (
  type: string,
  register: string,
  payload: object,
  actor?: string,
) => DraftAct;

/** Drafts acts that the operator records. */
export function drafting(operator: string): Drafting {
  return (type, register, payload, actor = operator) => ({
    type: `meetings.${type}`,
    register,
    actor,
    payload,
    basis: { kind: 'recorded', source: 'Notes of the secretariat' },
  });
}
