import type { Example } from '../example.ts';
import { Choices } from './choices.tsx';

const choices = [
  { value: 'CHN', label: 'China', chosen: true },
  { value: 'EGY', label: 'Egypt' },
  { value: 'IRN', label: 'Iran (Islamic Republic of)' },
];

export const choicesExamples: readonly Example[] = [
  {
    name: 'unfolded, one chosen',
    render: () => (
      <form action="/what-if" method="get">
        <Choices label="Signatories" name="assume" choices={choices} open />
        <button type="submit">Compute</button>
      </form>
    ),
  },
];
