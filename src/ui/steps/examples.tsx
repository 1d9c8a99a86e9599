import type { Example } from '../example.ts';
import { PlainDate } from '../plain-date/plain-date.tsx';
import { Steps } from './steps.tsx';

export const stepsExamples: readonly Example[] = [
  {
    name: 'from threshold to force',
    render: (text) => (
      <Steps
        steps={[
          {
            title: <PlainDate text={text} on="2016-10-05" />,
            detail: 'both thresholds met',
            note: 'with the instruments of Canada, Nepal and seven members of the European Union',
          },
          { title: '+ 30 days', detail: 'the day of deposit is not counted' },
          { title: <PlainDate text={text} on="2016-11-04" />, detail: 'entry into force' },
        ]}
      />
    ),
  },
  {
    name: 'not there yet',
    render: () => (
      <Steps
        steps={[
          { title: '36 of 44', detail: 'named States have deposited' },
          { title: '+ 180 days', detail: 'after the last of them', open: true },
        ]}
      />
    ),
  },
];
