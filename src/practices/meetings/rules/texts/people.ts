/** Whose an issue is, and who is for it and against it. */
import type { Attribution } from '../../../../standards/bracketed-text/bracketed-text.ts';
import type { Issue, Stance } from './structure.ts';

/**
 * Actors, each once in a list, in alphabetical order but for those whose it is. The lists are of
 * whoever asked.
 */
export interface People {
  readonly by: string[];
  readonly supportedBy: string[];
  readonly opposedBy: string[];
}

/** What was said of one alternative. Of several, what is said of the bracket is said of none. */
function saidOf({ stances, options }: Issue, alternative: number): Stance[] {
  return [...stances.values()].filter((said) =>
    said.alternative === null ? options.length <= 1 : said.alternative === alternative,
  );
}

/** The people of an issue or one alternative of it: as it was brought, and as they said since. */
export function peopleOf(issue: Issue, alternative = 0): People {
  const named = issue.attributions[alternative] ?? {};
  const { by = [], opposedBy = [], supportedBy = [] } = named;
  // Of most issues nobody is told but those whose they are.
  const isOwn = issue.stances.size + by.length + supportedBy.length + opposedBy.length === 0;
  if (isOwn) return { by: [...new Set(issue.by)], supportedBy: [], opposedBy: [] };
  return peopleSaid(issue, alternative, named);
}

function peopleSaid(issue: Issue, alternative: number, named: Attribution): People {
  const by = new Set([...issue.by, ...(named.by ?? [])]);
  const supporting = new Set(named.supportedBy);
  const opposing = new Set(named.opposedBy);
  for (const { actor, stance } of saidOf(issue, alternative)) {
    supporting.delete(actor);
    opposing.delete(actor);
    if (stance === 'support') supporting.add(actor);
    if (stance === 'oppose') opposing.add(actor);
  }
  return {
    by: [...by],
    supportedBy: [...supporting].filter((actor) => !by.has(actor)).sort(),
    opposedBy: [...opposing].sort(),
  };
}
