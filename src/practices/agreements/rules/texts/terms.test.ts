import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoption as adoptionOf } from '../../paper-registers.ts';
import { Adoption } from '../../payloads/agreement.ts';
import { FixedText } from '../../payloads/texts.ts';
import { termsHash } from './terms.ts';

const adoption = Adoption.parse(adoptionOf({}, { mirrored: true, depositary: ['AAA'] }));
const text = (language: string, words: string, more: object = {}) =>
  FixedText.parse({
    on: '2024-03-01',
    language,
    title: 'Agreement',
    provisions: [{ id: 'art_1', kind: 'art', number: 'Article 1', text: words }],
    ...more,
  });

describe('the hash of the terms', () => {
  const hash = termsHash(adoption, [text('en', 'one'), text('fr', 'un')]);

  it('has the form in which consents quote it', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order in which languages were put down', () => {
    const texts = ['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((language) => text(language, language));
    const whole = termsHash(adoption, texts);
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        expect(termsHash(adoption, shuffled)).toBe(whole);
      }),
    );
  });

  it('does not depend on what each keeper of a copy notes for itself', () => {
    const other = Adoption.parse(
      adoptionOf({}, { mirrored: true, depositary: ['BBB'], note: 'ours', reference: 'IV.4' }),
    );
    const noted = [text('en', 'one', { on: '2024-04-01', note: 'copied' }), text('fr', 'un')];
    expect(termsHash(other, noted)).toBe(hash);
  });

  it.each([
    ['a word', adoption, [text('en', 'one!'), text('fr', 'un')]],
    ['a title', adoption, [text('en', 'one', { title: 'Treaty' }), text('fr', 'un')]],
    ['a language less', adoption, [text('en', 'one')]],
    ['authenticity', adoption, [text('en', 'one', { authentic: false }), text('fr', 'un')]],
    [
      'the day of adoption',
      { ...adoption, adoptedOn: '2000-01-02' },
      [text('en', 'one'), text('fr', 'un')],
    ],
    [
      'the final clauses',
      Adoption.parse(adoptionOf({ openTo: { any: true } }, { mirrored: true })),
      [text('en', 'one'), text('fr', 'un')],
    ],
  ])('changes with %s', (_what, changed, texts) => {
    expect(termsHash(changed, texts)).not.toBe(hash);
  });

  const slip = { provision: 'art_1', language: 'en', wrong: 'one', right: 'two' };

  it('is that of the words as rectified, which hold from the beginning', () => {
    const texts = [text('en', 'one'), text('fr', 'un')];
    const right = termsHash(adoption, [text('en', 'two'), text('fr', 'un')]);
    expect(termsHash(adoption, texts, [slip])).toBe(right);
    expect(termsHash(adoption, texts.toReversed(), [slip])).toBe(right);
    expect(texts[0]).toEqual(text('en', 'one'));
  });

  it('changes with a rectification though the text has no such passage', () => {
    const odd = { ...slip, language: 'es' };
    const changed = termsHash(adoption, [text('en', 'one'), text('fr', 'un')], [odd]);
    expect(changed).not.toBe(hash);
    expect(termsHash(adoption, [text('en', 'one'), text('fr', 'un')], [])).toBe(hash);
  });

  it('changes with any edit of any provision', () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(words, words, (one, other) => {
        const same =
          termsHash(adoption, [text('en', one)]) === termsHash(adoption, [text('en', other)]);
        expect(same).toBe(one === other);
      }),
    );
  });
});
