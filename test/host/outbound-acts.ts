/** Acts whose words say how they are marked, to be looked for in bytes. */
import type { SignedAct } from '../../src/kernel/act.ts';
import { generateKey } from '../../src/kernel/key.ts';
import type { Marking } from '../../src/kernel/marking.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { compose } from '../../src/kernel/sign.ts';

const key = generateKey();

/** An act so marked, with a part that is for fewer. */
export function markedAct(marking: Marking, narrower: Marking = marking): SignedAct {
  const made = compose(
    {
      network: 'test-network',
      type: 'notes.write',
      author: 'NOR',
      actor: 'NOR',
      mandate: null,
      basis: { kind: 'signed' },
      seq: 1,
      prev: null,
      parents: [],
      register: null,
      effectiveOn: null,
      issuedAt: '2026-03-01T12:00:00.000Z',
      marking,
    },
    [
      { payload: { note: `canary-${marking.level}` } },
      { payload: { more: `canary-${narrower.level}` }, marking: narrower },
    ],
    key,
  );
  if (isRefusal(made)) throw new Error(made.reason);
  return made.signed;
}
