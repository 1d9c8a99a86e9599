import { describe, expect, it } from 'vitest';
import { consequenceText } from '../../src/host/consequence-text.ts';
import { house } from '../../src/host/house.ts';
import { createText } from '../../src/ui/text/text.ts';
import { type Locale, locales } from '../../src/ui/text/locale.ts';

const BUDGET = { en: 'Budget', ar: 'الميزانية', es: 'Presupuesto', zh: '预算' };
const PLAN = { en: 'Plan', fr: 'Le plan', ru: 'План' };

const told = (
  locale: Locale,
  key: string,
  values: Parameters<typeof consequenceText>[1]['values'],
) => consequenceText(createText(locale, house.texts), { key, values });

describe('what would follow from an act', () => {
  it('names what is on record in the reader’s language, else in English', () => {
    const next = locales.map((locale) => told(locale, 'meetings.follows.next', { name: BUDGET }));
    const names = ['الميزانية', 'Budget', 'Presupuesto', 'Budget', 'Budget', '预算'];
    for (const [at, name] of names.entries()) expect(next[at]).toContain(name);
  });

  it('names several as a phrase of the language', () => {
    const falls = (locale: Locale) =>
      told(locale, 'meetings.follows.falls', { names: [BUDGET, PLAN] });
    expect(falls('en')).toContain('Budget and Plan');
    expect(falls('fr')).toContain('Budget et Le plan');
    expect(falls('ru')).toContain('Budget и План');
  });

  it('writes out dates, and leaves numbers and words as they are', () => {
    const key = 'meetings.follows.second-vote.until';
    expect(told('en', key, { at: '2026-03-03' })).toContain('3 March 2026');
    expect(told('fr', key, { at: '2026-03-03' })).toContain('3 mars 2026');
    expect(told('en', 'meetings.follows.quorum.met', { counted: '4', needed: 3 })).toMatch(/4.*3/);
  });
});
