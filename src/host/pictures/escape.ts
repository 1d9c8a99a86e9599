/** Text as HTML and as XML: the five characters that mean something, and none that XML forbids. */
import { own } from '../../kernel/own.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, in elements and in attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => own(ESCAPES, character) ?? character);

const CONTROL_MAX = 0x1f;
const SURROGATE_FIRST = 0xd800;
const SURROGATE_LAST = 0xdfff;
const WHITE = new Set([0x9, 0xa, 0xd]);

/** XML 1.0, 2.2: a control character, half a pair or a non-character makes a file unreadable. */
function isXml(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code <= CONTROL_MAX) return WHITE.has(code);
  if (code >= SURROGATE_FIRST && code <= SURROGATE_LAST) return false;
  return code !== 0xfffe && code !== 0xffff;
}

/** Text for XML 1.0, in elements and in attributes. */
export const escapeXml = (text: string): string =>
  escapeHtml(Array.from(text).filter(isXml).join(''));
