import type { Example } from '../example.ts';
import { Heading } from '../heading/heading.tsx';
import { HelpLink } from './help-link.tsx';

export const helpLinkExamples: readonly Example[] = [
  {
    name: 'beside a heading',
    render: () => (
      <div>
        <Heading level={2}>Depositary’s desk</Heading>
        <HelpLink href="/guide/record-a-deposit" label="Guide: Record a deposit" />
      </div>
    ),
  },
];
