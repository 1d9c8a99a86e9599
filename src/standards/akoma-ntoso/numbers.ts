/** What a printed number is in an address: `Article 11 bis` is 11bis, `第十一条` 11, `б)` b. */
import { own } from '../../kernel/own.ts';

const CHINESE = '〇一二三四五六七八九';
const CHINESE_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number written in Chinese, below ten thousand; null for anything else. */
function fromChinese(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const letter of text.replaceAll('零', '〇')) {
    const value = CHINESE.indexOf(letter);
    const ten = own(CHINESE_TENS, letter);
    if (ten !== undefined) {
      total += (digit ?? 1) * ten;
      digit = null;
    } else if (value !== -1) digit = value;
    else return null;
  }
  return text === '' ? null : total + (digit ?? 0);
}

/**
 * Letters by which points are counted, in their order. Points of one text so have one address in
 * every language. Russian leaves out ё and й, as the United Nations' texts do.
 */
const COUNTING: readonly string[] = [
  'абвгдежзиклмнопрстуфхцчшщэюя',
  'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  '甲乙丙丁戊己庚辛壬癸',
];

function fromLetter(letter: string): string | null {
  const small = letter.toLowerCase().replace('ا', 'أ');
  const at = COUNTING.map((row) => row.indexOf(small)).find((place) => place !== -1);
  return at === undefined ? null : String.fromCharCode(97 + (at % 26));
}

/** Arabic-Indic digits, both rows, as European ones. */
function withEuropeanDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
}

/** Words for the first of its kind, where no numeral is printed. */
const FIRST = /^(?:article|artículo|annexe?)?\s*(?:premi(?:er|ère)|primero|first|الأولى)$/i;
const NUMERAL = new RegExp(
  '(?:^|[\\s.(§])(?<numeral>\\d{1,6}|[IVXLCDM]{1,12}|[ivxlc]{1,12}|[A-Za-z]{1,2})' +
    '(?![\\p{L}\\d])',
  'gu',
);
/** Only what counts articles that were put in between, and never a word of the heading. */
const INSERTED = /^\s*(?<more>bis|ter|quater|quinquies|sexies|septies|[A-Z])(?![\p{L}\d])/u;
const COMPOUND =
  /(?:^|[\s(])(?<all>\d{1,4}(?:(?:[.-]\d{1,4})+[A-Za-z]?|bis|ter|quater|[A-Za-z]))(?![\p{L}\d])/u;

/** A named part of what was found; empty where it is not there. */
const named = (found: RegExpExecArray | null, name: string): string =>
  own(found?.groups, name) ?? '';

function inLatin(text: string): string | null {
  const compound = COMPOUND.exec(text)?.groups?.['all'];
  if (compound !== undefined) return compound;
  const found = [...text.matchAll(NUMERAL)].at(0);
  if (found === undefined) return null;
  const after = text.slice(found.index + found[0].length);
  return `${named(found, 'numeral')}${named(INSERTED.exec(after), 'more')}`;
}

/** The number as it stands in an address, or null where none is printed that could. */
export function numberIn(printed: string): string | null {
  const text = withEuropeanDigits(printed.trim());
  if (FIRST.test(text)) return '1';
  const chinese = /[第（(]?(?<numeral>[〇零一二三四五六七八九十百千]+)/.exec(text)?.groups?.[
    'numeral'
  ];
  if (chinese !== undefined) return `${fromChinese(chinese) ?? ''}` || null;
  const latin = inLatin(text.replaceAll(/[第条章节]|部分|附件/g, ' ').trim());
  if (latin !== null) return latin;
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  return letters.length === 1 ? fromLetter(letters) : null;
}
