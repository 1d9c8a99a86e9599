import type { Example } from '../example.ts';
import { NegotiatedText, type Piece } from './negotiated-text.tsx';

const words = (run: string, text: string, at = 0): Piece => ({ kind: 'words', run, at, text });
const nobody = { by: [], supportedBy: [], opposedBy: [] };

/** A paragraph with alternatives, one within another, a deletion and a place to be filled. */
export const examplePieces: readonly Piece[] = [
  words('op-1.0', 'Decides that '),
  {
    kind: 'open',
    depth: 1,
    sides: [
      {
        pieces: [words('op-1.0', 'all ', 13)],
        mark: 'old',
        said: [
          {
            issue: 'a'.repeat(64),
            standing: { by: ['USA'], supportedBy: ['JPN', 'CAN'], opposedBy: ['KEN'] },
          },
        ],
      },
    ],
  },
  words('op-1.0', 'members ', 17),
  {
    kind: 'open',
    depth: 1,
    sides: [
      {
        pieces: [words('op-1.1', 'shall')],
        said: [{ issue: 'op-1:0', standing: { ...nobody, by: ['KEN'] } }],
      },
      {
        pieces: [
          words('op-1.2', 'should '),
          {
            kind: 'open',
            depth: 2,
            sides: [{ pieces: [words('op-1.3', 'endeavour to')], said: [] }],
          },
        ],
        said: [],
      },
    ],
  },
  words('op-1.4', ' report every '),
  { kind: 'empty', issue: 'op-1:2', run: 'op-1.5', label: 'number' },
  words('op-1.6', ' years;'),
];

export const negotiatedTextExamples: readonly Example[] = [
  {
    name: 'brackets within brackets',
    render: (text) => (
      <NegotiatedText
        text={text}
        language="en"
        issueHref={(issue) => `#i-${issue}`}
        provisions={[
          { id: 'op-1', kind: 'operative', number: '1.', depth: 0, pieces: examplePieces },
        ]}
      />
    ),
  },
];
