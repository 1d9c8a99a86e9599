import type { Example } from '../example.ts';
import { CoalitionBoard } from './coalition-board.tsx';

export const coalitionBoardExamples: readonly Example[] = [
  {
    name: 'three members, one for, one against',
    render: (text) => (
      <CoalitionBoard
        text={text}
        label="Coalition"
        columns={[
          { key: 'yes', label: 'In favour', members: [{ value: 'FRA', name: 'France' }] },
          { key: 'open', label: 'Neither', members: [{ value: 'KEN', name: 'Kenya' }] },
          { key: 'no', label: 'Against', members: [{ value: 'PER', name: 'Peru' }] },
        ]}
        meters={[
          { label: 'In favour', value: '1', threshold: '2', unit: 'count', met: false },
          { label: 'By weight', value: '66.67', threshold: '60', unit: 'percent', met: true },
        ]}
        outcomes={{ adopted: 'Adopted', rejected: 'Rejected' }}
        outcome="rejected"
        hint="Tap a member to move it."
        data={{}}
      />
    ),
  },
];
