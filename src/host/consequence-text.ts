/** What would follow from an act, as a sentence. */
import { isPlainDate } from '../kernel/dates.ts';
import type { Consequence, ConsequenceValue, Titled } from '../kernel/define-area.ts';
import { formatDate, formatList } from '../ui/text/format.ts';
import type { Locale } from '../ui/text/locale.ts';
import type { Text } from '../ui/text/text.ts';

/** A title in the language, else in English. */
const titleIn = (locale: Locale, titled: Titled): string => titled[locale] ?? titled.en;

const isSeveral = (value: ConsequenceValue): value is readonly Titled[] => Array.isArray(value);

function written(locale: Locale, value: ConsequenceValue): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return isPlainDate(value) ? formatDate(locale, value) : value;
  if (!isSeveral(value)) return titleIn(locale, value);
  return formatList(
    locale,
    value.map((titled) => titleIn(locale, titled)),
  );
}

/** The sentence of a consequence in the language of `text`, its dates and titles written out. */
export function consequenceText(text: Text, { key, values }: Consequence): string {
  const told = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    written(text.locale, value),
  ]);
  return text(key, Object.fromEntries(told));
}
