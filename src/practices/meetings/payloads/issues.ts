/** What roll calls of the past are about, where their source sorts them: known names of issues. */
import { own } from '../../../kernel/own.ts';

/** The six topics by which collections of the Assembly's votes are sorted. */
export const ISSUES = [
  'colonialism',
  'disarmament',
  'economic-development',
  'human-rights',
  'nuclear-weapons',
  'palestine',
] as const;

/**
 * Set on roll calls, and no topic of theirs: that the United States Department of State told its
 * Congress of the vote as important (22 U.S.C. 2414a).
 */
export const IMPORTANT_VOTE = 'important-vote';

const KNOWN = [...ISSUES, IMPORTANT_VOTE] as const;
export type KnownIssue = (typeof KNOWN)[number];

/** As collections call them. */
const CALLED: Readonly<Record<string, KnownIssue>> = {
  'Arms control and disarmament': 'disarmament',
  Colonialism: 'colonialism',
  'Economic development': 'economic-development',
  'Human rights': 'human-rights',
  'Nuclear weapons and nuclear material': 'nuclear-weapons',
  'Palestinian conflict': 'palestine',
};

/** The known issue that a source means; null where it is one that only the source knows. */
export function knownIssue(issue: string): KnownIssue | null {
  return KNOWN.find((known) => known === issue) ?? own(CALLED, issue) ?? null;
}
