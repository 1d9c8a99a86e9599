/** What roll calls and their topics are called, in the reader's language. */
import type { Text } from '../../../../ui/text/text.ts';
import { IMPORTANT_VOTE, knownIssue } from '../../payloads/issues.ts';
import type { RollCallsShown } from './answers.ts';

/** An issue in the reader's language, where it is a known one; else as the source calls it. */
export function issueText(text: Text, issue: string): string {
  const known = knownIssue(issue);
  return known === null ? issue : text(`meetings.votes.issue.${known}`);
}

/** What a roll call is called: its title, or where it has none its symbol or number and topics. */
export function rollCallText(
  text: Text,
  row: Pick<RollCallsShown['rows'][number], 'title' | 'number' | 'symbol' | 'issues'>,
): string {
  const { title, number, symbol, issues } = row;
  if (title !== number && title !== symbol) return title;
  const name = title === number ? text('meetings.votes.numbered', { number }) : title;
  const topics = issues.filter((issue) => issue !== IMPORTANT_VOTE);
  return [name, ...topics.map((issue) => issueText(text, issue))].join(' · ');
}
