import type { Example } from '../example.ts';
import { Comparison, type ComparedSection, type Listed } from './comparison.tsx';

const nothing: Listed = { tables: [], items: [], count: 0 };
const days = {
  before: { label: '5 October 2016', href: '/agreements/paris-agreement?asOf=2016-10-05' },
  after: { label: '1 March 2021', href: '/agreements/paris-agreement?asOf=2021-03-01' },
};
const drawing = (width: number) => (
  <svg viewBox="0 0 40 8" aria-hidden="true" focusable="false">
    <rect width={width} height="8" />
  </svg>
);

const sections: readonly ComparedSection[] = [
  {
    title: 'Paris Agreement',
    changed: [{ parts: [{ before: 'Not in force', after: 'In force' }] }],
    came: { ...nothing, items: ['Entered into force on 4 November 2016'], count: 1 },
    went: nothing,
    pictures: [{ before: drawing(12), after: drawing(40) }],
  },
  {
    title: 'Who is bound',
    changed: [
      {
        name: <a href="/actors/CHL">Chile</a>,
        parts: [
          {
            column: 'Standing',
            before: <span class="chip chip-waiting">Signed, not bound</span>,
            after: <span class="chip chip-good">Bound</span>,
          },
          { column: 'Received', before: '–', after: '10 Feb 2017' },
        ],
      },
    ],
    came: {
      ...nothing,
      count: 1,
      tables: [
        { caption: 'Who is bound', columns: ['Actor', 'Standing'], rows: [['Syria', 'Bound']] },
      ],
    },
    went: {
      ...nothing,
      count: 1,
      tables: [
        { caption: 'Who is bound', columns: ['Actor', 'Standing'], rows: [['Elsewhere', 'Bound']] },
      ],
    },
    pictures: [{ before: null, after: drawing(20) }],
  },
];

export const comparisonExamples: readonly Example[] = [
  {
    name: 'two days of a page',
    render: (text) => <Comparison text={text} days={days} sections={sections} />,
  },
];
