/** The body of the example conference. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

export const BODY = 'bodies/general-conference';

export const bodyActs = (draft: Drafting): readonly DraftAct[] => [
  draft('establish-body', BODY, {
    title: { en: 'General Conference' },
    kind: 'conference',
    membership: { kind: 'group', group: 'un' },
  }),
];
