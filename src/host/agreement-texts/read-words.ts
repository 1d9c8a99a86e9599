/** What somebody hands in as a text: read as Akoma Ntoso where it is XML, else as plain text. */
import { readAkomaNtoso } from '../../standards/akoma-ntoso/read-akoma-ntoso.ts';
import { structureFault } from '../../standards/akoma-ntoso/outline.ts';
import type { ReadText, TextDocument } from '../../standards/akoma-ntoso/text-document.ts';
import { readPlainText } from '../../standards/plain-text/read-plain-text.ts';

/** Whether it is meant as XML: plain text does not begin with a bracket. */
function isXml(words: string): boolean {
  return /^\ufeff?\s*</.test(words);
}

/**
 * Reads words in a language; Akoma Ntoso names its own, which the one given takes the place of.
 * What is said to be XML is read as nothing else.
 */
export function readWords(words: string, language: string, saidXml = false): ReadText {
  const read =
    saidXml || isXml(words)
      ? readAkomaNtoso(new TextEncoder().encode(words))
      : readPlainText(words, language === '' ? 'und' : language);
  if ('faults' in read) return read;
  const fault = structureFault(read.document.provisions);
  if (fault !== null) return { faults: [{ line: 0, what: fault }] };
  const { document, remarks } = read;
  return { document: language === '' ? document : { ...document, language }, remarks };
}

/** The payload of the act by which the text is put down. */
export function fixedTextOf(
  document: TextDocument,
  given: { readonly on: string; readonly title: string; readonly authentic: boolean },
): Record<string, unknown> {
  const { language, provisions, title } = document;
  return {
    on: given.on,
    language,
    title: given.title === '' ? title : given.title,
    authentic: given.authentic,
    provisions,
  };
}
