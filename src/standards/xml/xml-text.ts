/** Text as it stands in XML that is written. */
import { own } from '../../kernel/own.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes a line feed of a bare carriage return. XML 1.0, 2.11.
  '\r': '&#13;',
};

/** XML 1.0, 2.2: what has no place in a document, however it is written. */
const NOWHERE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The text with what XML cannot hold replaced, and what it would take for its own written out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NOWHERE, '\ufffd')
    .replaceAll(/[&<>"\r]/g, (letter) => own(ESCAPES, letter) ?? letter);
}

/** Whether the text can stand in XML unchanged. */
export const isXmlText = (text: string): boolean =>
  text.isWellFormed() && text.search(NOWHERE) === -1;
