import { expect, test } from 'vitest';
import { createText } from '../../../ui/text/text.ts';
import { agreementCatalogues } from '../text/catalogues.ts';
import { placeName } from './place-name.ts';

test.each([
  ['fr', 'Geneva', 'Genève'],
  ['ar', 'New York', 'نيويورك'],
  ['zh', 'London, Moscow and Washington', '伦敦、莫斯科和华盛顿'],
] as const)('in %s, %s is %s', (locale, place, name) => {
  expect(placeName(createText(locale, agreementCatalogues), place)).toBe(name);
});

test('a place that the catalogue does not know keeps its name', () => {
  expect(placeName(createText('ru', agreementCatalogues), 'Timbuktu')).toBe('Timbuktu');
});
