import type { Example } from '../example.ts';
import { ChangedWords, LegalText, TextContents } from './legal-text.tsx';

const base = { number: null, heading: null, text: '', depth: 0 } as const;

export const legalTextExamples: readonly Example[] = [
  {
    name: 'articles, paragraphs and points',
    render: () => (
      <LegalText
        language="en"
        provisions={[
          { ...base, id: 'part_I', role: 'division', number: 'Part I', heading: 'General' },
          { ...base, id: 'art_1', role: 'article', number: 'Article 1', heading: 'Use of terms' },
          {
            ...base,
            id: 'art_1__para_1',
            role: 'numbered',
            number: '1.',
            text: 'The river is shared:',
          },
          {
            ...base,
            id: 'art_1__para_1__list_a',
            role: 'numbered',
            number: '(a)',
            text: 'its water;\nits shores.',
            depth: 1,
            note: <p>Replaced by the amendment of 2010</p>,
          },
        ]}
      />
    ),
  },
  {
    name: 'from right to left',
    render: () => (
      <LegalText
        language="ar"
        anchored={false}
        provisions={[
          { ...base, id: 'art_1', role: 'article', number: 'المادة 1', text: 'النهر مشترك.' },
        ]}
      />
    ),
  },
  {
    name: 'contents',
    render: () => (
      <TextContents
        label="Contents"
        entries={[
          { id: 'part_I', label: 'Part I', depth: 0 },
          { id: 'art_1', label: 'Article 1', depth: 1 },
        ]}
      />
    ),
  },
  {
    name: 'changed words',
    render: () => (
      <ChangedWords
        language="en"
        labels={{ removed: 'removed:', added: 'added:' }}
        stretches={[
          { in: 'both', text: 'The ' },
          { in: 'from', text: 'river' },
          { in: 'to', text: 'lake' },
          { in: 'both', text: ' is shared.' },
        ]}
      />
    ),
  },
];
