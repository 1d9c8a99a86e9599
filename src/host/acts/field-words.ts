/** What a field of an act's form is called, hinted and offered, in the reader's language. */
import type { Text } from '../../ui/text/text.ts';

/** In what, and for which kind of act, fields are spoken of. */
export interface FieldsSpoken {
  readonly text: Text;
  /** The area of the act, whose texts name its fields; else the schema's own names are shown. */
  readonly area?: string;
}

/** What is spoken of: a member by its name, within what it stands in. */
export interface Named {
  readonly name: string;
  /** The kind of act, the title of the schema, or the member that it stands in. */
  readonly within: string;
  /** The one of its forms that it stands in: `condition-share`. */
  readonly form?: string;
}

/** The keys under which the words may stand, the most particular first. */
function keysOf(area: string, { name, within, form }: Named, rest = ''): string[] {
  const places = [form, within].filter((place) => place !== undefined);
  return [
    ...places.map((place) => `${area}.field.${place}.${name}${rest}`),
    `${area}.field.${name}${rest}`,
  ];
}

/** The keys under which an area, or the house for all of them, may say what a field is called. */
export const labelKeys = (area: string, named: Named): string[] => [
  ...keysOf(area, named),
  `host.field.${named.name}`,
];

/** The keys under which an area may say what one of a field's options is called. */
export const optionKeys = (area: string, named: Named, value: string): string[] => [
  ...keysOf(area, named, `.${value}`),
  `${area}.${named.name}.${value}`,
  `host.field.${named.name}.${value}`,
];

/** The first of the messages that there is. */
function said({ text, area }: FieldsSpoken, keysIn: (area: string) => string[]): string | null {
  if (area === undefined) return null;
  for (const key of keysIn(area)) {
    const words = text(key);
    if (words !== key) return words;
  }
  return null;
}

const spaced = (part: string): string => part.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** What begins a line begins with a capital. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a field is called: in the words of the texts, else by the schema's own name, spaced. */
export function labelOf(named: Named, spoken: FieldsSpoken): string {
  return capital(said(spoken, (area) => labelKeys(area, named)) ?? spaced(named.name));
}

/** How the field is filled in; none where its name says enough. */
export function hintOf(named: Named, spoken: FieldsSpoken): string | null {
  return said(spoken, (area) => [...keysOf(area, named, '.hint'), `host.field.${named.name}.hint`]);
}

/** A value among which one chooses, as the texts of the field or of the area call it. */
export function optionLabel(named: Named, value: string, spoken: FieldsSpoken): string {
  const words = said(spoken, (area) => optionKeys(area, named, value));
  if (words !== null) return words;
  if (value === 'true') return spoken.text('ui.finding.yes');
  return value === 'false' ? spoken.text('ui.finding.no') : value;
}
