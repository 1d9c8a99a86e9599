import { expect, test } from 'vitest';
import { rule } from '../../kernel/law.ts';
import { asWritten, inEnglish, said, together } from '../../kernel/said.ts';
import { spoken, spokenRule } from './spoken.ts';
import { createText } from './text.ts';

const catalogue = {
  fr: {
    'It is open from {$from}.': 'Ouvert à partir du {$from}.',
    'They are {$names}.': 'Ce sont {$names}.',
    'It does not serve: {$why}.': 'Il ne convient pas : {$why}.',
    'it ended': 'il a pris fin',
    '{$count} are missing.':
      '.input {$count :number}\n.match $count\n' +
      'one {{Il en manque {$count}.}}\n* {{Il en manque {$count} en tout.}}',
    'word.ratification': 'la ratification',
    'It is {$kind}.': 'C’est {$kind}.',
    'rule.some.rule': 'Comme le texte le prévoit.',
  },
  ar: { 'It is {$kind}.': 'هو {$kind}.' },
};
const french = createText('fr', [catalogue]);
const english = createText('en', [catalogue]);

test('a sentence is said in the reader’s language, with days and lists as it writes them', () => {
  const open = said('It is open from {$from}.', { from: '2016-11-04' });
  expect(spoken(french, open)).toBe('Ouvert à partir du 4 novembre 2016.');
  expect(spoken(french, said('They are {$names}.', { names: ['Kenya', 'Norway'] }))).toBe(
    'Ce sont Kenya et Norway.',
  );
});

test('in English it stays as the record has it', () => {
  const open = said('It is open from {$from}.', { from: '2016-11-04' });
  expect(spoken(english, open)).toBe('It is open from 2016-11-04.');
  expect(inEnglish(said('They are {$names}.', { names: ['a', 'b'] }))).toBe('They are a, b.');
});

test('a sentence within a sentence, and a word of the law, are said in the same language', () => {
  expect(spoken(french, said('It does not serve: {$why}.', { why: said('it ended') }))).toBe(
    'Il ne convient pas : il a pris fin.',
  );
  expect(spoken(french, said('It is {$kind}.', { kind: 'ratification' }))).toBe(
    'C’est la ratification.',
  );
});

test('numbers choose the plural', () => {
  expect(spoken(french, said('{$count} are missing.', { count: 1 }))).toBe('Il en manque 1.');
  expect(spoken(french, said('{$count} are missing.', { count: 2000 }))).toBe(
    'Il en manque 2\u202f000 en tout.',
  );
});

test('what no catalogue has stays in English, and what somebody wrote stays as it was', () => {
  expect(spoken(french, said('It is {$x} here.', { x: 3 }))).toBe('It is 3 here.');
  expect(spoken(french, asWritten('Nein.'))).toBe('Nein.');
  expect(spoken(french, together(said('it ended'), asWritten('Nein.')))).toBe(
    'il a pris fin Nein.',
  );
});

test('names are kept apart where directions meet', () => {
  const arabic = createText('ar', [catalogue]);
  expect(spoken(arabic, said('It is {$kind}.', { kind: 'KEN' }))).toBe('هو \u2068KEN\u2069.');
});

test('a brace that is no place is written as one', () => {
  expect(inEnglish(said('Send \\{"a":1\\}.'))).toBe('Send {"a":1}.');
  expect(inEnglish(said('It names {$name}.', { name: '{$name}' }))).toBe('It names {$name}.');
});

test('a rule is said by its id, and keeps its citation', () => {
  const known = rule('some.rule', 'VCLT Art. 24(1)', 'As the text provides.');
  expect(spokenRule(french, known)).toEqual({
    text: 'Comme le texte le prévoit.',
    citation: 'VCLT Art. 24(1)',
  });
  expect(spokenRule(english, known).text).toBe('As the text provides.');
});
