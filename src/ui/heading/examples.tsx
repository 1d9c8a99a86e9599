import type { Example } from '../example.ts';
import { Heading } from './heading.tsx';

export const headingExamples: readonly Example[] = [
  { name: 'third level', render: () => <Heading level={3}>Who is bound</Heading> },
];
