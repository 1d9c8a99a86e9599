/** The text that is negotiated at the example conference. */
import type { DraftAct } from '../../src/kernel/submission.ts';
import type { Drafting } from './drafting.ts';

export const TEXT = 'texts/draft-declaration';

const at = (run: string, offset: number) => ({ run, offset });

const tabled = {
  title: { en: 'Draft declaration' },
  symbol: 'GC/1/L.1',
  session: 'first-session',
  sponsors: ['KEN', 'NOR'],
  provisions: [
    { id: 'pp-1', kind: 'preambular', words: ['Recalling its earlier decisions,'] },
    {
      id: 'op-1',
      kind: 'operative',
      words: [
        'Decides that members ',
        {
          alternatives: [
            { words: ['shall'], by: ['KEN'] },
            ['should ', { alternatives: [{ words: ['endeavour to '], by: ['USA'] }] }],
          ],
        },
        ' report every ',
        { placeholder: 'number' },
        ' years;',
      ],
    },
    {
      id: 'op-2',
      kind: 'operative',
      words: ['Requests the secretariat to publish the reports within six months:'],
    },
    { id: 'op-2-a', kind: 'subparagraph', parent: 'op-2', words: ['on paper;'] },
    { id: 'op-2-b', kind: 'subparagraph', parent: 'op-2', words: ['on its site.'] },
  ],
};

/** What delegations propose, each in its own name. */
const proposals: readonly (readonly [string, object, string])[] = [
  [
    'BRA',
    { kind: 'insert', at: at('op-1.0', 12), words: [' all'] },
    'The obligation is common to all.',
  ],
  [
    'JPN',
    { kind: 'replace', from: at('op-2.0', 55), to: at('op-2.0', 65), words: ['one year'] },
    'Six months are too short.',
  ],
  ['FRA', { kind: 'delete-provision', provision: 'op-2-a' }, 'Nobody reads them on paper.'],
  [
    'NOR',
    {
      kind: 'insert-provision',
      after: 'op-2',
      provisionKind: 'operative',
      words: ['Decides to review the matter at its ', { placeholder: '…' }, ' session.'],
    },
    'A review keeps the reports alive.',
  ],
];

export const textActs = (draft: Drafting): readonly DraftAct[] => [
  draft('table-text', TEXT, tabled),
  ...proposals.map(([actor, change, reason]) =>
    draft('propose-change', TEXT, { change, reason }, actor),
  ),
  ...(['NOR', 'FRA'] as const).map((actor) =>
    draft('stand-on-change', TEXT, { issue: 'op-1:0', alternative: 0, stance: 'support' }, actor),
  ),
  draft('stand-on-change', TEXT, { issue: 'op-1:0', alternative: 0, stance: 'oppose' }, 'USA'),
  draft(
    'comment',
    TEXT,
    {
      about: { kind: 'passage', from: at('op-1.0', 0), to: at('op-1.0', 20) },
      words: 'Is this a decision, or a recommendation to members?',
    },
    'BRA',
  ),
  draft('appoint-facilitator', TEXT, { holder: 'NOR', until: '2026-12-06' }),
  draft('issue-version', TEXT, { symbol: 'GC/1/L.1/Rev.1' }),
  draft('settle-change', TEXT, { issue: 'op-1:1', as: 'rejected' }),
];
