/** Writes a text plainly, so that it can be read anywhere and read in again. */
import type { TextDocument, TextProvision } from '../akoma-ntoso/text-document.ts';

const NUMBERED: ReadonlySet<string> = new Set(['para', 'subpara', 'list', 'point']);

function lines({ kind, number = '', heading = '', text }: TextProvision): string[] {
  const words = text.split('\n').filter((line) => line !== '');
  if (!NUMBERED.has(kind)) return [number, heading, ...words].filter((line) => line !== '');
  const [first = '', ...rest] = heading === '' ? words : [heading, ...words];
  return [`${number} ${first}`.trim(), ...rest].filter((line) => line !== '');
}

/** The text, a blank line between paragraphs. */
export function writePlainText({ title, provisions }: TextDocument): string {
  return `${[title, ...provisions.flatMap(lines)].join('\n\n')}\n`;
}
