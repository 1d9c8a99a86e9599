import type { Markup } from '../markup.ts';
import type { Text } from '../text/text.ts';

/** A statement as it was made, in one language. */
export interface WordingText {
  /** A tag of BCP 47: `en`, `zh-Hant`. */
  language: string;
  text: string;
  /** Whether it was made in this language; left out, the first was. */
  original?: boolean | undefined;
}

export interface WordingProps {
  text: Text;
  wording: readonly WordingText[];
}

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

/** The direction in which a language is written, by its tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

const names = new Map<string, Intl.DisplayNames>();

function languageName(locale: string, language: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language' });
  names.set(locale, known);
  try {
    return known.of(language) ?? language;
  } catch {
    // A tag of the right shape may still name no language.
    return language;
  }
}

/** A statement word for word, in each language that it is there in, each in its own direction. */
export function Wording({ text, wording }: WordingProps): Markup {
  return (
    <div class="wording">
      {wording.map(({ language, text: words, original }, at) => {
        const isOriginal = original ?? at === 0;
        return (
          <figure>
            <blockquote lang={language} dir={directionOf(language)}>
              {words}
            </blockquote>
            <figcaption>
              {languageName(text.locale, language)} ·{' '}
              {text(isOriginal ? 'ui.wording.original' : 'ui.wording.translation')}
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
