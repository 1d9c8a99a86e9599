/** What delegations of the example conference keep to themselves. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

export const positionActs = (draft: Drafting): readonly DraftAct[] => [
  draft(
    'hold-position',
    'positions/KEN',
    {
      text: 'draft-declaration',
      issue: 'op-1:0',
      of: 'KEN',
      stance: 'flexible',
    },
    'KEN',
  ),
];
