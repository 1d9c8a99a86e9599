/** What the example conference decides. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';
import { SESSION } from './sessions.ts';

export const decisionActs = (draft: Drafting): readonly DraftAct[] => [
  draft('put-question', SESSION, {
    decision: 'draft-declaration',
    title: { en: 'Draft declaration' },
    on: { kind: 'text', text: 'draft-declaration' },
    rule: 'substance',
  }),
];
