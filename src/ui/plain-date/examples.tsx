import type { Example } from '../example.ts';
import { PlainDate } from './plain-date.tsx';

export const plainDateExamples: readonly Example[] = [
  { name: 'long', render: (text) => <PlainDate text={text} on="2016-11-04" /> },
  { name: 'short', render: (text) => <PlainDate text={text} on="2016-11-04" style="short" /> },
  { name: 'no date', render: (text) => <PlainDate text={text} on="undated" /> },
];
