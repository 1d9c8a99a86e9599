/** A date of any practice in words of the reader's language. */
import type { Text } from '../../ui/text/text.ts';
import type { DateRow } from './date-row.ts';

const OWN = [
  'entered-into-force',
  'session',
  'silence-ends',
  'acknowledge-by',
  'reply-by',
] as const;

/** What happens on the day, without what it happens to. */
export function happeningText(text: Text, { kind, name }: Pick<DateRow, 'kind' | 'name'>): string {
  const own = OWN.find((one) => one === kind);
  return own === undefined
    ? text(`agreements.deadline.${kind}`, { name: name ?? '' })
    : text(`calendar.kind.${own}`);
}

/** The whole of it in one line. */
export const dateText = (text: Text, row: Pick<DateRow, 'kind' | 'name' | 'title'>): string =>
  `${row.title}: ${happeningText(text, row)}`;
