/** What is decided on, in words. */
import type { Text } from '../../../../ui/text/text.ts';
import type { Shown } from './answers.ts';

/** A symbol, a text, a motion; of an election, how many seats there are. */
export function whatWords(text: Text, { on, what }: Pick<Shown, 'on' | 'what'>): string {
  return on.kind === 'election' ? text('meetings.election.seats', { count: on.seats }) : what;
}
