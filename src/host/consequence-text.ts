/** What would follow from an act, as a sentence. */
import { isPlainDate } from '../kernel/dates.ts';
import type { Consequence } from '../kernel/define-area.ts';
import { formatDate } from '../ui/text/format.ts';
import type { Text } from '../ui/text/text.ts';

/** The sentence of a consequence in the language of `text`, its dates written out. */
export function consequenceText(text: Text, { key, values }: Consequence): string {
  const written = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' && isPlainDate(value) ? formatDate(text.locale, value) : value,
  ]);
  return text(key, Object.fromEntries(written));
}
