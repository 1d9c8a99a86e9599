import type { Example } from '../example.ts';
import { Thing } from './thing.tsx';

export const thingExamples: readonly Example[] = [
  {
    name: 'an agreement, in short',
    render: (text) => (
      <Thing
        text={text}
        parts={{
          record: <p>412 acts, each with its signature.</p>,
          why: <p>Both thresholds were met on 5 October 2016.</p>,
          who: <p>195 parties.</p>,
          standing: <p>In force since 4 November 2016.</p>,
          timeline: null,
        }}
      />
    ),
  },
];
