/** The six languages of the United Nations, by BCP 47 code; the order is that of their names. */
export const locales = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;

/** A language in which a page can be read. */
export type Locale = (typeof locales)[number];

/** The side on which a line begins. */
export type Direction = 'ltr' | 'rtl';

/** Each language's name in itself, since a reader who needs it may read no other. */
export const localeNames: Readonly<Record<Locale, string>> = {
  ar: 'العربية',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ru: 'Русский',
  zh: '中文',
};

/** Whether a code, from an address or a header, is one of the languages. */
export function isLocale(code: string): code is Locale {
  return locales.some((locale) => locale === code);
}

/** The direction in which a language is written. */
export function directionOf(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
