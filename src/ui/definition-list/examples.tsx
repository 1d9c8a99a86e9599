import type { Example } from '../example.ts';
import { PlainDate } from '../plain-date/plain-date.tsx';
import { DefinitionList } from './definition-list.tsx';

const signature = 'MEUCIQDx2m0bqJ8c4VtQe1Yp7n5nRZcW3mVhT0sYl9xJrKq3uAIgd4';

export const definitionListExamples: readonly Example[] = [
  {
    name: 'record of an act',
    render: (text) => (
      <DefinitionList
        items={[
          { term: 'Act', content: 'agreements.deposit' },
          { term: 'Date', content: <PlainDate text={text} on="2016-10-05" /> },
          { term: 'Signature', content: signature, code: true },
        ]}
      />
    ),
  },
  {
    name: 'beside a page',
    render: () => (
      <DefinitionList
        narrow
        items={[
          { term: 'Register', content: 'agreements/paris-agreement', code: true },
          { term: 'Custodian', content: 'Secretary-General of the United Nations' },
        ]}
      />
    ),
  },
];
