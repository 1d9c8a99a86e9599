/** Languages as Akoma Ntoso names them, by the three letters of ISO 639-2, and as BCP 47 does. */
import { own } from '../../kernel/own.ts';

const BY_TWO_LETTERS: Readonly<Record<string, string>> = {
  ar: 'ara',
  bg: 'bul',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  id: 'ind',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  lt: 'lit',
  lv: 'lav',
  mt: 'mlt',
  nl: 'nld',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sv: 'swe',
  sw: 'swa',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
};

/** `zh-Hant` as `zho-Hant`; a language without an entry stays as it is. */
export function threeLetters(language: string): string {
  const [primary = '', ...rest] = language.split('-');
  return [own(BY_TWO_LETTERS, primary) ?? primary, ...rest].join('-');
}

/** `zho-Hant` as `zh-Hant`; null for what is no language tag. */
export function languageTag(language: string): string | null {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? null;
  } catch {
    return null;
  }
}
