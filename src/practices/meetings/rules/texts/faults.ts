/** Why an act on a text can have no effect, in words; null where it can. */
import { type Sentence, said } from '../../../../kernel/said.ts';
import type { Change, SettledChange } from '../../payloads/negotiating-text.ts';
import { targetOf } from './change-target.ts';
import { isAstray } from './places.ts';
import type { Issue } from './structure.ts';
import type { TextState } from './text-state.ts';

/** Why a change points at nothing. */
export function changeFault({ structure }: TextState, change: Change): Sentence | null {
  const target = targetOf(structure, change);
  return isAstray(target) ? target.astray : null;
}

const unknown = (name: string): Sentence => said('The text has no open issue {$name}.', { name });

/** Why an issue cannot be settled so. */
export function settlingFault(
  { issues, standings }: TextState,
  { issue: name, as, alternative = 0 }: SettledChange,
): Sentence | null {
  const issue = issues.get(name);
  if (issue === undefined) return unknown(name);
  const standing = standings.of(issue);
  if (standing === 'withdrawn') return said('It was withdrawn.');
  if (as === 'reopened') return issue.settlement === null ? said('It was not settled.') : null;
  if (as === 'rejected') return standing === 'fallen' ? said('It has fallen with another.') : null;
  // What another change has overtaken may still be taken instead; what lost its place may not.
  const isHomeless = issue.outer !== null && standings.isGone(issue.outer);
  return isHomeless
    ? said('What it stands in is not in the text any more.')
    : takingFault(issue, alternative);
}

function takingFault({ kind, options }: Issue, alternative: number): Sentence | null {
  if (kind === 'placeholder') return said('An empty place is filled by a change of it.');
  const last = Math.max(1, options.length) - 1;
  return alternative > last ? said('Its last alternative is {$last}.', { last }) : null;
}

/** Why nobody can take a stand on it, or on this alternative of it. */
export function standingFault(
  { issues, standings }: TextState,
  name: string,
  alternative = 0,
): Sentence | null {
  const issue = issues.get(name);
  if (issue === undefined) return unknown(name);
  const last = Math.max(1, issue.options.length) - 1;
  if (alternative > last) return said('Its last alternative is {$last}.', { last });
  const standing = standings.of(issue);
  return standing === 'open' ? null : said('It is {$standing}, not open.', { standing });
}

/** Why a change cannot be withdrawn: what is settled is the text's, no more the proposer's. */
export function withdrawalFault({ issues, standings }: TextState, change: string): Sentence | null {
  const issue = issues.get(change);
  if (issue === undefined || issue.id !== issue.act) return unknown(change);
  const standing = standings.of(issue);
  return standing === 'open' || standing === 'fallen'
    ? null
    : said('It is {$standing} already.', { standing });
}

/** Why nobody can take up a change: to join it, it is open; to take it over, it is withdrawn. */
export function takingUpFault(
  { issues, standings }: TextState,
  change: string,
  wanted: 'open' | 'withdrawn',
): Sentence | null {
  const issue = issues.get(change);
  if (issue === undefined || issue.id !== issue.act) return unknown(change);
  const standing = standings.of(issue);
  return standing === wanted
    ? null
    : said('It is {$standing}, not {$wanted}.', { standing, wanted });
}
