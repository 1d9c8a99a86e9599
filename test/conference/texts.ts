/** The text that is negotiated at the example conference. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

export const TEXT = 'texts/draft-declaration';

export const textActs = (draft: Drafting): readonly DraftAct[] => [
  draft('table-text', TEXT, {
    title: { en: 'Draft declaration' },
    symbol: 'GC/1/L.1',
    session: 'first-session',
    provisions: [
      { id: 'pp-1', kind: 'preambular', words: ['Recalling its earlier decisions,'] },
      {
        id: 'op-1',
        kind: 'operative',
        words: [
          'Decides that members ',
          { alternatives: [{ words: ['shall'], by: ['KEN'] }, ['should']] },
          ' report every ',
          { placeholder: 'number' },
          ' years;',
        ],
      },
    ],
  }),
];
