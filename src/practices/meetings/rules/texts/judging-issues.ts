/** Issues of a text as its acts leave them: which are there, settled, withdrawn. */
import type {
  IssuedVersion,
  ProposedChange,
  SettledChange,
  TabledText,
  WithdrawnChange,
} from '../../payloads/negotiating-text.ts';
import type { Fact } from '../facts.ts';
import { namedWords, numbered, wordsNamed } from './judging-places.ts';

const OPTIONS = /^[^:]+:options$/;

/** The proposal that an act made; null where the act is none. */
export function proposalOf(facts: readonly Fact[], act: string): Fact<ProposedChange> | null {
  const found = facts.find((fact) => fact.act === act && fact.type === 'meetings.propose-change');
  // The schema accepted the payload of this very type.
  return (found as Fact<ProposedChange> | undefined) ?? null;
}

/** How many alternatives the bracket of that name has; null where there is no such bracket. */
export function bracketsOf(facts: readonly Fact[], issue: string): number | null {
  const bracket = numbered(issue, ':');
  if (bracket === null) return optionsOf(facts, issue);
  const words = wordsNamed(facts, bracket.owner);
  return (words && namedWords(words).brackets[bracket.number]) ?? null;
}

/** How many options follow each other from the one named: `<first option>:options`. */
function optionsOf(facts: readonly Fact[], issue: string): number | null {
  const tabled = facts.find(({ type }) => type === 'meetings.table-text');
  // The schema accepted the payload of this very type.
  const provisions = (tabled?.payload as TabledText | undefined)?.provisions ?? [];
  const [first] = OPTIONS.exec(issue) ? issue.split(':') : [];
  const from = provisions.findIndex(({ id, kind }) => id === first && kind === 'option');
  if (from === -1) return null;
  const siblings = provisions
    .slice(from)
    .filter(({ parent }) => parent === provisions[from]?.parent);
  const end = siblings.findIndex(({ kind }) => kind !== 'option');
  return end === -1 ? siblings.length : end;
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

/** Whether a version that ends the negotiation was issued. */
export const isClosed = (facts: readonly Fact[]): boolean =>
  facts.some(
    ({ type, payload }) =>
      // The schema accepted the payload of this very type.
      type === 'meetings.issue-version' && (payload as IssuedVersion).isFinal === true,
  );
