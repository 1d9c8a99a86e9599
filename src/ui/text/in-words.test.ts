import { expect, test } from 'vitest';
import { excludedFor, finding } from '../../kernel/finding.ts';
import { rule } from '../../kernel/law.ts';
import { said } from '../../kernel/said.ts';
import { findingInWords } from './in-words.ts';
import { createText } from './text.ts';
import { uiText } from './ui-text.ts';

const catalogue = {
  en: {},
  fr: {
    'Is {$actor} a party?': '{$actor} est-il partie ?',
    'since {$on}': 'depuis le {$on}',
    '{$count} more':
      '.input {$count :integer} .match $count one {{encore un}} * {{encore {$count}}}',
    'withdrawn from {$on}': 'retiré à compter du {$on}',
  },
};
const speaker = {
  text: createText('fr', [catalogue, uiText]),
  nameOf: (id: string) => (id === 'NOR' ? 'Norvège' : undefined),
  kindOf: (kind: string) => (kind === 'accession' ? 'adhésion' : undefined),
};
const law = rule('example', 'Article 1', 'A party is bound.');
const norway = { label: 'Norway, accession', actor: 'NOR', act: 'a1', kind: 'accession' };

const found = finding({
  question: said('Is {$actor} a party?', { actor: { id: 'NOR', name: 'Norway' } }),
  value: true,
  text: said('since {$on}', { on: '2016-11-04' }),
  rule: law,
  counted: [norway],
  excluded: [excludedFor(norway, said('withdrawn from {$on}', { on: '2020-01-01' }))],
  missing: [said('{$count} more', { count: 1 })],
});

test('a finding keeps its English words beside what was said', () => {
  expect(found).toMatchObject({
    question: 'Is Norway a party?',
    text: 'since 2016-11-04',
    missing: ['1 more'],
    excluded: [{ reason: 'withdrawn from 2020-01-01' }],
  });
});

test('a finding is said in the language of its reader, with names, and days as plain dates', () => {
  expect(findingInWords(speaker, found)).toMatchObject({
    question: 'Norvège est-il partie ?',
    text: 'depuis le 2016-11-04',
    missing: ['encore un'],
    counted: [{ label: 'Norvège : adhésion', act: 'a1' }],
    excluded: [{ reason: 'retiré à compter du 2020-01-01' }],
  });
});

test('what nobody said as a sentence, or put into the language, stays English', () => {
  const plain = finding({ question: 'Plain?', value: null, rule: law, parts: [found] });
  const other = finding({ question: said('Not translated yet?'), value: null, rule: law });
  expect(findingInWords(speaker, plain)).toMatchObject({
    question: 'Plain?',
    parts: [{ question: 'Norvège est-il partie ?' }],
  });
  expect(findingInWords(speaker, other).question).toBe('Not translated yet?');
});
