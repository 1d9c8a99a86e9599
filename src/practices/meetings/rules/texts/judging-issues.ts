/** Issues of a text as its acts leave them: which are there, settled, withdrawn. */
import type {
  ProposedChange,
  SettledChange,
  WithdrawnChange,
} from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import { namedWords, numbered, wordsNamed } from './judging-places.ts';

/** The proposal that an act made; null where the act is none. */
export function proposalOf(facts: readonly Fact[], act: string): Fact<ProposedChange> | null {
  const found = facts.find((fact) => fact.act === act && fact.type === 'meetings.propose-change');
  // The schema accepted the payload of this very type.
  return (found as Fact<ProposedChange> | undefined) ?? null;
}

/** How many alternatives the bracket of that name has; null where there is no such bracket. */
export function bracketsOf(facts: readonly Fact[], issue: string): number | null {
  const bracket = numbered(issue, ':');
  const words = bracket && wordsNamed(facts, bracket.owner);
  return (words && bracket && namedWords(words).brackets[bracket.number]) ?? null;
}

/** The change that an issue belongs to: itself, or the one that brought its bracket. */
const ownerOf = (issue: string): string => numbered(issue, ':')?.owner ?? issue;

/** Whether the proposal was withdrawn. */
export function isWithdrawn(facts: readonly Fact[], issue: string): boolean {
  const owner = ownerOf(issue);
  return facts.some(
    ({ type, payload }) =>
      // The schema accepted the payload of this very type.
      type === 'meetings.withdraw-change' && (payload as WithdrawnChange).change === owner,
  );
}

/** Whether an issue was accepted or rejected, and not opened again since. */
export function isSettled(facts: readonly Fact[], issue: string): boolean {
  const last = facts.findLast(
    ({ type, payload }) =>
      // The schema accepted the payload of this very type.
      type === 'meetings.settle-change' && (payload as SettledChange).issue === issue,
  );
  return last !== undefined && (last.payload as SettledChange).as !== 'reopened';
}

const CLOSING = ['meetings.close-text', 'meetings.reopen-text'];

/** Whether the negotiation of the text is closed. */
export function isClosed(facts: readonly Pick<Fact, 'type'>[]): boolean {
  return facts.findLast(({ type }) => CLOSING.includes(type))?.type === 'meetings.close-text';
}
