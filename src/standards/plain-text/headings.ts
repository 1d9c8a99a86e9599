/** How provisions are headed in plain text, in the languages in which treaties are written. */
import type { Prefix } from '../akoma-ntoso/address.ts';
import { numberIn } from '../akoma-ntoso/numbers.ts';

/** A line that begins a provision, and what follows its number on the same line. */
export interface Heading {
  readonly kind: Prefix;
  readonly number: string;
  readonly rest: string;
}

const NUMERAL =
  '(?:\\d{1,4}(?:[.-]\\d{1,3})*(?:\\s?(?:bis|ter|quater|[A-Z](?![\\p{L}])))?|[IVXLC]{1,8}|[A-Z]' +
  '|[\\u0660-\\u0669]{1,4})';
const ORDINAL = '(?:premi(?:er|ère)|primero|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)';
const CHINESE = '[〇零一二三四五六七八九十百]{1,6}';

const WORDS: readonly (readonly [Prefix, string])[] = [
  ['art', 'Articles?|ARTICLE|Art\\.|Artículo|ARTÍCULO|Статья|СТАТЬЯ|المادة|مادة'],
  ['part', 'Part|PART|Partie|PARTIE|Parte|PARTE|Часть|ЧАСТЬ|الجزء'],
  ['title', 'Title|TITLE|Titre|TITRE|Título|TÍTULO'],
  ['chap', 'Chapter|CHAPTER|Chapitre|CHAPITRE|Capítulo|CAPÍTULO|Глава|ГЛАВА|الفصل'],
  ['sec', 'Section|SECTION|Sección|SECCIÓN|Раздел|РАЗДЕЛ|القسم'],
  ['annex', 'Annexe?|ANNEXE?|Anexo|ANEXO|Приложение|ПРИЛОЖЕНИЕ|المرفق'],
];

const PATTERNS = WORDS.map(([kind, words]) => {
  const numeral = kind === 'annex' ? `(?:\\s+(?:${NUMERAL}))?` : `\\s+(?:${NUMERAL}|${ORDINAL})`;
  const pattern = `^(?<number>(?:${words})${numeral})(?![\\p{L}\\d])[.:]?(?<rest>.*)$`;
  return [kind, new RegExp(pattern, 'u')] as const;
});

const CHINESE_KINDS: readonly (readonly [Prefix, string])[] = [
  ['art', `第(?:${CHINESE}|\\d{1,4})条`],
  ['part', `第(?:${CHINESE}|\\d{1,4})部分`],
  ['chap', `第(?:${CHINESE}|\\d{1,4})章`],
  ['sec', `第(?:${CHINESE}|\\d{1,4})节`],
  ['annex', `附件(?:${CHINESE}|\\d{1,3})?`],
];
const CHINESE_PATTERNS = CHINESE_KINDS.map(
  ([kind, words]) => [kind, new RegExp(`^(?<number>${words})(?<rest>.*)$`, 'u')] as const,
);

const CLOSINGS = [
  'IN WITNESS WHEREOF',
  'DONE (?:at|in)\\b',
  'EN FOI DE QUOI',
  'FAIT à',
  'EN FE DE LO CUAL',
  'HECH[OA] en',
  'В УДОСТОВЕРЕНИЕ',
  'СОВЕРШЕНО',
  'وإثباتا',
  'حررت',
  '为此，下列',
  '订于',
];
const ALONE: readonly (readonly [Prefix, RegExp])[] = [
  ['preamble', /^(?:preamble|préambule|preámbulo|преамбула|序言|الديباجة)$/iu],
  ['conclusions', new RegExp(`^(?:${CLOSINGS.join('|')})`, 'iu')],
];

/** Longer than this after a heading’s number it is a sentence, not a heading. */
const HEADING_CHARACTERS_MAX = 160;

/** Whether what stands after “Article 5” can be its heading, and not the rest of a sentence. */
export function isHeadingText(text: string): boolean {
  const words = text.trim();
  if (words === '' || words.length > HEADING_CHARACTERS_MAX) return false;
  return !/[.;:,،؛。；：，]$/u.test(words) && !paragraphAt(words) && !pointAt(words);
}

/** The text between a number and a heading: `. – Use of terms`, `(Use of terms)`. */
export function withoutDash(rest: string): string {
  const words = rest.replace(/^[\s.:–—-]+/u, '').trim();
  return /^\([^()]*\)$/u.test(words) ? words.slice(1, -1) : words;
}

/** “Article 5 shall apply” begins a sentence; a heading says no more than a heading. */
function isSentence(rest: string): boolean {
  const words = withoutDash(rest);
  return (words !== '' && !isHeadingText(words)) || /^\s+\p{Ll}/u.test(rest);
}

function numberedHeading(words: string, isMarked: boolean): Heading | null {
  for (const [kind, pattern] of [...PATTERNS, ...CHINESE_PATTERNS]) {
    const { number = '', rest = '' } = pattern.exec(words)?.groups ?? {};
    if (number !== '' && (isMarked || !isSentence(rest))) {
      return { kind, number, rest: withoutDash(rest) };
    }
  }
  return null;
}

/** A line without the signs by which Markdown marks a heading. */
export function withoutMarks(line: string): string {
  const words = line.replace(/^#{1,6}\s+/, '');
  return words.replaceAll(/^\*\*|\*\*$/g, '').trim();
}

/** What a line that begins with a heading’s word begins, or null. */
export function headingAt(line: string): Heading | null {
  const words = withoutMarks(line);
  const alone = ALONE.find(([, pattern]) => pattern.test(words));
  if (!alone) return numberedHeading(words, words !== line);
  const [kind] = alone;
  return { kind, number: '', rest: kind === 'conclusions' ? words : '' };
}

/** A numbered paragraph: `1. The Parties …`. */
export function paragraphAt(line: string): Heading | null {
  const found = /^(?<number>[\d\u0660-\u0669]{1,3}\s?[.)\-–、．])\s*(?<rest>\S.*)$/u.exec(
    line,
  )?.groups;
  if (!found || /^\d/.test(found['rest'] ?? '')) return null;
  return { kind: 'para', number: (found['number'] ?? '').trim(), rest: found['rest'] ?? '' };
}

/** A point of a list: `(b) …`, `iv) …`, `б) …`. */
export function pointAt(line: string): Heading | null {
  const marker = '(?:[(（](?:\\p{L}|[ivxlc]{1,5}|\\d{1,2}|[a-z]{2})[)）]|(?:\\p{L}|[ivx]{2,5})\\))';
  const found = new RegExp(`^(?<number>${marker})\\s*(?<rest>\\S.*)$`, 'u').exec(line)?.groups;
  const number = found?.['number'] ?? '';
  if (!found || numberIn(number) === null) return null;
  return { kind: 'list', number, rest: found['rest'] ?? '' };
}
