import { expect, it } from 'vitest';
import { numberIn } from './numbers.ts';

it.each([
  ['Article 11', '11'],
  ['Article 11 bis', '11bis'],
  ['Article 11 A', '11A'],
  ['ARTICLE XI', 'XI'],
  ['Art. 5bis', '5bis'],
  ['Rule 2.1', '2.1'],
  ['1.', '1'],
  ['(b)', 'b'],
  ['(iv)', 'iv'],
  ['Annex II', 'II'],
  ['Article premier', '1'],
  ['第十一条', '11'],
  ['第二百零三条', '203'],
  ['第3条', '3'],
  ['المادة 11', '11'],
  ['المادة ١١', '11'],
  ['(ب)', 'b'],
  ['б)', 'b'],
  ['Статья 7', '7'],
  ['§', null],
  ['Part One', null],
])('%s stands in an address as %s', (printed, token) => {
  expect(numberIn(printed)).toBe(token);
});
