import type { Example } from '../example.ts';
import { PracticeBand } from './practice-band.tsx';

export const practiceBandExamples: readonly Example[] = [
  {
    name: 'with the way on and out',
    render: (text) => (
      <PracticeBand
        text={text}
        links={[
          { href: '/practice/next', label: 'Go on' },
          { href: '/practice', label: 'Leave' },
        ]}
      />
    ),
  },
];
