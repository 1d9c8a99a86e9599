import { describe, expect, it } from 'vitest';
import { beginWording, isWording, isWordingJson, wordingOf } from './wording-field.ts';

describe('a statement as it is typed', () => {
  it('has each language on a line of its own, its words below', () => {
    expect(wordingOf('[fr]\nLe Gouvernement\nfait réserve.\n\n[en]\r\nIt reserves.')).toEqual([
      { language: 'fr', text: 'Le Gouvernement\nfait réserve.' },
      { language: 'en', text: 'It reserves.' },
    ]);
  });

  it('is not there while only its language is', () => {
    expect(wordingOf(beginWording('ar'))).toBeUndefined();
  });

  it('has no language where none is named above it', () => {
    expect(wordingOf('It reserves.')).toEqual([{ language: '', text: 'It reserves.' }]);
  });

  it('keeps what stands in brackets within a line', () => {
    expect(wordingOf('[en]\nArticle [9] and [ix.]')).toEqual([
      { language: 'en', text: 'Article [9] and [ix.]' },
    ]);
  });

  it('may be JSON', () => {
    expect(isWordingJson('[\n  {"language": "en"')).toBe(true);
    expect(isWordingJson('[en]\n{')).toBe(false);
  });
});

describe('a schema', () => {
  const text = { type: 'string' };

  it('takes words where each of its list has a language and a text', () => {
    expect(isWording({ type: 'array', items: { properties: { language: text, text } } })).toBe(
      true,
    );
    expect(isWording({ type: 'array', items: { properties: { text } } })).toBe(false);
    expect(isWording({ type: 'array' })).toBe(false);
  });
});
