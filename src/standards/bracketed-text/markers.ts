/** How a paragraph of a draft begins: with a number, a letter, or a word such as Article. */
import type { ProvisionKind } from './bracketed-text.ts';

/** What begins with a paragraph. Without a mark it is neither numbered nor headed. */
export interface Marked {
  readonly kind: ProvisionKind | 'plain' | 'end-of-options';
  /** As it is printed. */
  readonly number: string;
  readonly rest: string;
}

const BETWEEN = '(?: (?:bis|ter|quater|quinquies|sexies|septies|octies|novies))?';
const HEAD = '(?:[.:] (?<rest>.*))?$';
const ARTICLE = 'Article|ARTICLE|Artículo|ARTÍCULO|Статья|СТАТЬЯ|المادة|مادة';
const ANNEX = 'Annexe?|ANNEXE?|Anexo|ANEXO|Приложение|المرفق';
const OPTION = 'Option|OPTION|Opción|Вариант|Alternative|ALTERNATIVE|Alt\\.?|ALT\\.?';

const LETTER = '\\((?:\\p{L}{1,2}|[ivxlc]{1,7}|\\d{1,3})';
const BEHIND = '(?: (?<rest>.*))?$';

const mark = (number: string, rest: string): RegExp =>
  new RegExp(`^(?<number>${number})${rest}`, 'su');

const MARKS: readonly (readonly [Marked['kind'], RegExp])[] = [
  ['heading', /^#{1,6}(?: (?<rest>.*))?$/su],
  ['end-of-options', /^End of options$/iu],
  ['article', mark(`(?:${ARTICLE}) \\p{N}+[A-Z]?${BETWEEN}|第.{1,8}条`, HEAD)],
  ['annex', mark(`(?:${ANNEX})(?: (?:[IVXLC]+|[A-Z]|\\p{N}+))?`, HEAD)],
  ['option', mark(`(?:${OPTION}) (?:\\p{N}{1,3}|[A-Z])`, HEAD)],
  ['operative', mark(`\\p{N}{1,4}${BETWEEN}\\.`, BEHIND)],
  ['subparagraph', mark(`${LETTER}${BETWEEN}\\)`, BEHIND)],
];

/** What a paragraph begins with. `[3. Words]` is a third paragraph, in brackets as a whole. */
export function markOf(text: string): Marked {
  const found = markedAs(text);
  if (found !== null) return found;
  const opened = /^\[+/.exec(text)?.[0] ?? '';
  const within = opened === '' ? null : markedAs(text.slice(opened.length));
  const isNumbered = within?.kind === 'operative' || within?.kind === 'subparagraph';
  if (within !== null && isNumbered) return { ...within, rest: opened + within.rest };
  return { kind: 'plain', number: '', rest: text };
}

function markedAs(text: string): Marked | null {
  for (const [kind, pattern] of MARKS) {
    const found = pattern.exec(text);
    if (found !== null) {
      const { number = '', rest = '' } = found.groups ?? {};
      return { kind, number, rest };
    }
  }
  return null;
}
