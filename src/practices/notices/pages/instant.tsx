/** Instants on the pages of the practice. */
import type { Markup } from '../../../ui/markup.ts';
import { formatInstant } from '../../../ui/text/format.ts';
import type { Text } from '../../../ui/text/text.ts';

/** An instant in the reader’s language, in UTC and saying so. */
export function Instant({ text, at }: { text: Text; at: string | null }): Markup {
  if (at === null) return <>–</>;
  return <time datetime={at}>{formatInstant(text.locale, at)}</time>;
}
