import type { Markup } from '../markup.ts';
import { type DateStyle, formatDate } from '../text/format.ts';
import type { Text } from '../text/text.ts';

export interface PlainDateProps {
  text: Text;
  /** A plain date, YYYY-MM-DD. */
  on: string;
  style?: DateStyle;
}

/** A date in the reader's language, with the plain date beneath it for machines. */
export function PlainDate({ text, on, style = 'long' }: PlainDateProps): Markup {
  return <time datetime={on}>{formatDate(text.locale, on, style)}</time>;
}
