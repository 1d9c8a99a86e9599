import type { Example } from '../example.ts';
import { Answer } from './answer.tsx';

export const answerExamples: readonly Example[] = [
  {
    name: 'with its reasons',
    render: () => (
      <Answer
        id="answer-1"
        label="Answer"
        sentence="The Common River Convention is not in force."
        href="/agreements/common-river"
        reasons={['Its condition is not met: 2 of the 4 that are needed.', '2 have signed only.']}
        notes={['Rests on Article 9', 'As of 1 March 2026']}
        links={[{ href: '/agreements/common-river#why', label: 'Why' }]}
      />
    ),
  },
  {
    name: 'beside another',
    render: () => (
      <Answer id="answer-2" label="More" sentence="2 groups together." href="/memberships" lesser />
    ),
  },
];
