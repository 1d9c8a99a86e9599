import type { Example } from '../example.ts';
import { Hemicycle } from './hemicycle.tsx';

const seats = (count: number, from: number): string[] =>
  Array.from({ length: count }, (_, at) => `Member ${from + at}`);

export const hemicycleExamples: readonly Example[] = [
  {
    name: 'a vote of 193',
    render: (text) => (
      <Hemicycle
        text={text}
        label="Roll call"
        groups={[
          { label: 'yes', tone: 'yes', seats: seats(93, 1) },
          { label: 'abstain', tone: 'abstain', seats: seats(58, 94) },
          { label: 'no', tone: 'no', seats: seats(24, 152) },
          { label: 'not voting', tone: 'quiet', seats: seats(16, 176) },
          { label: 'may not vote', tone: 'barred', seats: seats(2, 192) },
        ]}
      />
    ),
  },
  {
    name: 'a vote of 15',
    render: (text) => (
      <Hemicycle
        text={text}
        label="Roll call"
        groups={[
          { label: 'yes', tone: 'yes', seats: seats(9, 1) },
          { label: 'no', tone: 'no', seats: seats(6, 10) },
        ]}
      />
    ),
  },
  { name: 'nobody', render: (text) => <Hemicycle text={text} label="Nobody" groups={[]} /> },
];
