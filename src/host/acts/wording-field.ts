/**
 * A statement as it was made, in the languages it was made in or translated to, as it is typed: a
 * line with the code of a language in brackets, and below it the words.
 */
import type { JsonSchema } from '../api/json-schema.ts';

const LANGUAGE_LINE = /^\[([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\]$/;
const JSON_BEGINS = /^\s*\[\s*\{/;

/** Whether a schema is a list of words, each in a language. */
export function isWording({ items }: JsonSchema): boolean {
  const properties = items?.properties ?? {};
  return 'language' in properties && 'text' in properties && !('id' in properties);
}

/** What a new field begins with, so that one sees where the language stands. */
export const beginWording = (locale: string): string => `[${locale}]\n`;

/** Whether what was typed is JSON, as the API takes it; a link may bring it. */
export const isWordingJson = (typed: string): boolean => JSON_BEGINS.test(typed);

interface Words {
  readonly language: string;
  readonly text: string;
}

/** What was typed; words above the first language have none, for the schema to say so. */
export function wordingOf(typed: string): Words[] | undefined {
  const found: { language: string; lines: string[] }[] = [{ language: '', lines: [] }];
  for (const line of typed.replaceAll('\r\n', '\n').split('\n')) {
    const language = LANGUAGE_LINE.exec(line.trim())?.[1];
    if (language === undefined) found.at(-1)?.lines.push(line);
    else found.push({ language, lines: [] });
  }
  const words = found
    .map(({ language, lines }) => ({ language, text: lines.join('\n').trim() }))
    .filter(({ text }) => text !== '');
  return words.length === 0 ? undefined : words;
}
