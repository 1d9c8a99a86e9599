/** How the bureau of the example conference decides: by number, by weight, and with a veto. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import { BUREAU } from './bodies.ts';
import type { Drafting } from './drafting.ts';

const RULES = 'Rules of Procedure of the Bureau, 2026';

export const powerActs = (draft: Drafting): readonly DraftAct[] => [
  draft('adopt-rules', BUREAU, {
    from: '2026-01-01',
    title: { en: RULES },
    citation: RULES,
    rules: [
      {
        name: 'budget',
        title: { en: 'The budget' },
        citation: `${RULES}, rule 5`,
        matters: ['budget'],
        method: 'vote',
        adoptedIf: {
          kind: 'all',
          of: [
            { kind: 'share', base: 'members', threshold: '1/2', more: true },
            { kind: 'share', base: 'members', weights: 'contributions', threshold: '0.6' },
          ],
        },
        blockedIf: [
          { kind: 'count', of: 'no', among: { kind: 'seats', seats: 'permanent' }, atLeast: '1' },
        ],
      },
      {
        name: 'consensus',
        title: { en: 'Everything else' },
        citation: `${RULES}, rule 6`,
        method: 'consensus',
      },
    ],
  }),
];
