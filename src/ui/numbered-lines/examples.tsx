import type { Example } from '../example.ts';
import { NumberedLines, type PrintedParagraph } from './numbered-lines.tsx';

/** A paragraph with a proposal and a deletion, and one below it. */
export const exampleParagraphs: readonly PrintedParagraph[] = [
  {
    depth: 0,
    runs: [
      { text: '1. Decides that members [' },
      { text: 'shall', as: 'new' },
      { text: '1', as: 'note' },
      { text: '][' },
      { text: 'should', as: 'old' },
      { text: '2', as: 'note' },
      { text: '] report to the Conference every second year, in one of its languages:' },
    ],
  },
  { depth: 1, runs: [{ text: '(a) on what they have done;' }] },
  { depth: 1, runs: [{ text: '(b) on what hindered them, and what would help them to do more.' }] },
];

export const numberedLinesExamples: readonly Example[] = [
  {
    name: 'a paper of narrow lines',
    render: () => <NumberedLines language="en" paragraphs={exampleParagraphs} measure={36} />,
  },
];
