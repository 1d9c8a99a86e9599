/** Why an act on a text can have no effect, in words; null where it can. */
import type { Change, SettledChange } from '../../payloads/negotiating-text.ts';
import { targetOf } from './change-target.ts';
import { isAstray } from './places.ts';
import type { Issue } from './structure.ts';
import type { TextState } from './text-state.ts';

/** Why a change points at nothing. */
export function changeFault({ structure }: TextState, change: Change): string | null {
  const target = targetOf(structure, change);
  return isAstray(target) ? target.astray : null;
}

const unknown = (name: string): string => `The text has no open issue ${name}.`;

/** Why an issue cannot be settled so. */
export function settlingFault(
  { issues, standings }: TextState,
  { issue: name, as, alternative = 0 }: SettledChange,
): string | null {
  const issue = issues.get(name);
  if (issue === undefined) return unknown(name);
  const standing = standings.of(issue);
  if (standing === 'withdrawn') return 'It was withdrawn.';
  if (as === 'reopened') return issue.settlement === null ? 'It was not settled.' : null;
  if (as === 'rejected') return standing === 'fallen' ? 'It has fallen with another.' : null;
  // What another change has overtaken may still be taken instead; what lost its place may not.
  const isHomeless = issue.outer !== null && standings.isGone(issue.outer);
  return isHomeless
    ? 'What it stands in is not in the text any more.'
    : takingFault(issue, alternative);
}

function takingFault({ kind, options }: Issue, alternative: number): string | null {
  if (kind === 'placeholder') return 'An empty place is filled by a change of it.';
  const last = Math.max(1, options.length) - 1;
  return alternative > last ? `Its last alternative is ${last}.` : null;
}

/** Why nobody can take a stand on it, or on this alternative of it. */
export function standingFault(
  { issues, standings }: TextState,
  name: string,
  alternative = 0,
): string | null {
  const issue = issues.get(name);
  if (issue === undefined) return unknown(name);
  const last = Math.max(1, issue.options.length) - 1;
  if (alternative > last) return `Its last alternative is ${last}.`;
  const standing = standings.of(issue);
  return standing === 'open' ? null : `It is ${standing}, not open.`;
}

/** Why a change cannot be withdrawn: what is settled is the text's, no more the proposer's. */
export function withdrawalFault({ issues, standings }: TextState, change: string): string | null {
  const issue = issues.get(change);
  if (issue === undefined || issue.id !== issue.act) return unknown(change);
  const standing = standings.of(issue);
  return standing === 'open' || standing === 'fallen' ? null : `It is ${standing} already.`;
}

/** Why nobody can take up a change: to join it, it is open; to take it over, it is withdrawn. */
export function takingUpFault(
  { issues, standings }: TextState,
  change: string,
  wanted: 'open' | 'withdrawn',
): string | null {
  const issue = issues.get(change);
  if (issue === undefined || issue.id !== issue.act) return unknown(change);
  const standing = standings.of(issue);
  return standing === wanted ? null : `It is ${standing}, not ${wanted}.`;
}
