/** What a condition of a rule asks, in the reader's language. */
import { formatList } from '../../../../ui/text/format.ts';
import type { Text } from '../../../../ui/text/text.ts';
import type { Condition, Selector } from '../../payloads/decision-rule.ts';

function amongWords(text: Text, selector: Selector): string {
  switch (selector.kind) {
    case 'all':
      return text('meetings.among.all');
    case 'group':
      return text('meetings.among.group', { name: selector.group });
    case 'seats':
      return text('meetings.among.seats', { name: selector.seats });
    case 'actors':
      return formatList(text.locale, selector.actors);
    case 'parties':
      return text('meetings.among.parties', { name: selector.agreement });
    case 'not':
      return text('meetings.among.not', { name: amongWords(text, selector.of) });
  }
}

/** `in favour: at least 2/3 of those present and voting` */
export function conditionWords(text: Text, condition: Condition): string {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return text(`meetings.condition.${condition.kind}`);
  }
  const counted = [
    text(`meetings.counted.${condition.of}`),
    ...(condition.among === undefined ? [] : [amongWords(text, condition.among)]),
    ...(condition.weights === undefined
      ? []
      : [text('meetings.condition.weights', { scheme: condition.weights })]),
  ].join(', ');
  if (condition.kind === 'count') {
    return text('meetings.condition.count', { counted, number: condition.atLeast });
  }
  const base = text(`meetings.over.${condition.base}`);
  const key = condition.more ? 'more-than' : 'at-least';
  return text(`meetings.condition.${key}`, { counted, threshold: condition.threshold, base });
}
