import type { Example } from '../example.ts';
import { ShareBar } from './share-bar.tsx';

export const shareBarExamples: readonly Example[] = [
  {
    name: 'every tone',
    render: (text) => (
      <ShareBar
        text={text}
        label="Addressees"
        shares={[
          { label: 'acknowledged', count: 12, tone: 'done' },
          { label: 'late', count: 2, tone: 'late' },
          { label: 'waited for', count: 5, tone: 'open' },
          { label: 'overdue', count: 3, tone: 'overdue' },
          { label: 'not asked', count: 1, tone: 'quiet' },
        ]}
      />
    ),
  },
  { name: 'of nothing', render: (text) => <ShareBar text={text} label="Nobody" shares={[]} /> },
];
