import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, formatInstant, formatList, formatNumber, formatPercent } from './format.ts';
import { isLocale, locales } from './locale.ts';
import { createText, missingKeys } from './text.ts';
import { uiText } from './ui-text.ts';

test('the components speak all six languages', () => {
  expect(missingKeys(uiText, locales)).toEqual([]);
});

test('every message in every language is understood, whatever fills it', () => {
  const failures: string[] = [];
  for (const locale of locales) {
    const text = createText(locale, [uiText]);
    for (const key of Object.keys(uiText.en ?? {})) {
      const filled = { name: 'N', on: 'O', position: 1, count: 3, value: 'V', from: 'F', to: 'T' };
      const more = { page: 2, done: 1, total: 2, shown: 1, query: 'Q', column: 'C', actors: 'A' };
      const message = text(key, { ...filled, ...more });
      if (message === '' || /[{}$]/.test(message)) failures.push(`${locale} ${key}: ${message}`);
    }
  }
  expect(failures).toEqual([]);
});

test('a key is spoken in English where the language lacks it, and shown where none has it', () => {
  const text = createText('fr', [{ en: { a: 'English {$x}' }, fr: {} }]);
  expect(text('a', { x: 1 })).toBe('English 1');
  expect(text('b')).toBe('b');
  expect(missingKeys({ en: { a: 'x' }, fr: {} }, ['fr', 'en'])).toEqual(['fr a']);
});

test('the first catalogue that has a key in the language wins over English in another', () => {
  const text = createText('fr', [{ en: { a: 'one' } }, { fr: { a: 'un' } }]);
  expect(text('a')).toBe('un');
});

test('counts follow the plural of the language', () => {
  const inArabic = createText('ar', [uiText]);
  const said = [0, 1, 2, 3, 11, 100].map((count) => inArabic('ui.table.rows', { count }));
  expect(new Set(said).size).toBe(6);
  const inRussian = createText('ru', [uiText]);
  expect(inRussian('ui.table.rows', { count: 21 })).toBe('21 строка');
  expect(inRussian('ui.table.rows', { count: 5 })).toBe('5 строк');
});

test('a name is isolated where directions meet, and only there', () => {
  const en = createText('en', [uiText]);
  expect(en('ui.brand.home', { name: 'Concord' })).toBe('Concord, front page');
  expect(en('ui.brand.home', { name: 'مصر' })).toBe('\u2068مصر\u2069, front page');
  const ar = createText('ar', [uiText]);
  expect(ar('ui.brand.home', { name: 'Concord' })).toContain('\u2068Concord\u2069');
});

test('a placeholder without a value does not stop the page', () => {
  expect(createText('en', [uiText])('ui.table.sort')).toContain('column');
});

test('dates are written in the language and never move by a time zone', () => {
  expect(locales.map((locale) => formatDate(locale, '2016-11-04'))).toEqual([
    '4 نوفمبر 2016',
    '4 November 2016',
    '4 de noviembre de 2016',
    '4 novembre 2016',
    '4 ноября 2016 г.',
    '2016年11月4日',
  ]);
  expect(formatDate('en', '1864-08-22', 'short')).toBe('22 Aug 1864');
  expect(formatInstant('en', '2026-11-22T23:59:00Z')).toContain('23:59');
});

test('what is no date is shown as it is', () => {
  expect(formatDate('en', '2023-02-31T')).toBe('2023-02-31T');
  expect(formatDate('ar', '2026-02-31')).toBe('2026-02-31');
  expect(formatInstant('en', 'then')).toBe('then');
});

test('decimals as text keep every digit, and fractions stay fractions', () => {
  expect(formatNumber('en', '12345678901234567890.10')).toBe('12,345,678,901,234,567,890.10');
  expect(formatNumber('fr', '58.82')).toBe('58,82');
  expect(formatNumber('en', '2/3')).toBe('2/3');
  expect(formatNumber('en', 31204)).toBe('31,204');
  expect(formatPercent('en', '58.82')).toBe('58.82%');
  expect(formatPercent('ru', '55')).toBe('55\u00a0%');
});

test('every decimal reads back as itself once its grouping is taken out', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 25n }),
      fc.stringMatching(/^\d{1,12}$/),
      (a, b) => {
        expect(formatNumber('en', `${a}.${b}`).replaceAll(',', '')).toBe(`${a}.${b}`);
      },
    ),
  );
});

test('lists are joined as the language joins them', () => {
  expect(formatList('en', ['Canada', 'Nepal', 'India'])).toBe('Canada, Nepal and India');
  expect(formatList('zh', ['A', 'B'])).toBe('A和B');
});

test('only the six codes are languages', () => {
  expect(isLocale('fr')).toBe(true);
  expect(isLocale('de')).toBe(false);
});
