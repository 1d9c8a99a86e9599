/** What a field of an act's form is called, hinted and offered, in the reader's language. */
import type { Text } from '../../ui/text/text.ts';

/** In what, and for which kind of act, fields are spoken of. */
export interface FieldsSpoken {
  readonly text: Text;
  /** The area of the act, whose texts name its fields; else the schema's own names are shown. */
  readonly area?: string;
}

function said({ text, area }: FieldsSpoken, rest: string): string | null {
  if (area === undefined) return null;
  const key = `${area}.field.${rest}`;
  const words = text(key);
  return words === key ? null : words;
}

const spaced = (part: string): string => part.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** `openForSignature.from` as words: those of the texts, else the schema's own names, spaced. */
export function labelOf(path: string, spoken: FieldsSpoken): string {
  const words = path
    .split('.')
    .slice(1)
    .map((part) => said(spoken, part) ?? spaced(part))
    .join(': ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const nameOf = (path: string): string => path.split('.').at(-1) ?? '';

/** How the field is filled in; none where its name says enough. */
export function hintOf(path: string, spoken: FieldsSpoken): string | null {
  return said(spoken, `${nameOf(path)}.hint`);
}

/** A value among which one chooses, as the texts of the field or of the area call it. */
export function optionLabel(path: string, value: string, { text, area }: FieldsSpoken): string {
  if (value === 'true') return text('ui.finding.yes');
  if (value === 'false') return text('ui.finding.no');
  const name = nameOf(path);
  const inArea = `${area ?? ''}.${name}.${value}`;
  const words = text(inArea);
  return (
    said({ text, ...(area && { area }) }, `${name}.${value}`) ?? (words === inArea ? value : words)
  );
}
