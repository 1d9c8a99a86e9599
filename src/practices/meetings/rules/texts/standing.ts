/** What has become of each issue: what was settled and withdrawn, and what fell with that. */
import type { Issue, ProvisionNode, Sequence, Stretch } from './structure.ts';

/** A fallen issue had its place in what was withdrawn, rejected or overtaken; it is on record. */
export type Standing = 'open' | 'accepted' | 'rejected' | 'withdrawn' | 'fallen';

/** Answers for the moment at which it was made: ask a new one after another act. */
export class Standings {
  readonly #issues = new Map<Issue, Standing>();
  readonly #provisions = new Map<ProvisionNode, boolean>();

  of(issue: Issue): Standing {
    const known = this.#issues.get(issue);
    if (known !== undefined) return known;
    const standing = this.#standing(issue);
    this.#issues.set(issue, standing);
    return standing;
  }

  #standing(issue: Issue): Standing {
    if (issue.withdrawal !== null) return 'withdrawn';
    if (issue.settlement?.as === 'rejected') return 'rejected';
    if (this.#hasFallen(issue)) return 'fallen';
    return issue.settlement === null ? 'open' : 'accepted';
  }

  #hasFallen(issue: Issue): boolean {
    const { kind, outer, provision } = issue;
    if (outer !== null) return this.isGone(outer) || isOvertaken(issue, outer);
    if (kind === 'provision-insertion' || kind === 'options') {
      return provision.parent !== null && this.isProvisionGone(provision.parent);
    }
    if (this.isProvisionGone(provision, issue)) return true;
    return kind === 'provision-replacement' && isOvertakenBy(issue, provision.replacements);
  }

  /** Whether words have no place in the text any more. */
  isGone({ holder }: Sequence): boolean {
    if (holder.kind === 'provision') {
      const { provision } = holder;
      return this.isProvisionGone(provision) || this.replacementOf(provision) !== null;
    }
    const standing = this.of(holder.issue);
    if (holder.kind === 'change') return standing !== 'open' && standing !== 'accepted';
    if (standing === 'accepted') return holder.issue.settlement?.alternative !== holder.number;
    return standing !== 'open';
  }

  /** Whether a provision is not in the text; `but` leaves one deletion out of account. */
  isProvisionGone(provision: ProvisionNode, but: Issue | null = null): boolean {
    if (but !== null && provision.deletions.includes(but)) return this.#isGone(provision, but);
    const known = this.#provisions.get(provision);
    if (known !== undefined) return known;
    const gone = this.#isGone(provision, null);
    this.#provisions.set(provision, gone);
    return gone;
  }

  #isGone(provision: ProvisionNode, but: Issue | null): boolean {
    const { parent, insertion, deletions } = provision;
    if (parent !== null && this.isProvisionGone(parent)) return true;
    if (insertion !== null && isDead(insertion)) return true;
    if (this.#isOptionLeft(provision)) return true;
    return deletions.some((one) => one !== but && isAccepted(one) && overtakes(one, but));
  }

  /** Whether it is one of several options, of which another was taken, or none. */
  #isOptionLeft({ options, words }: ProvisionNode): boolean {
    const settlement = options?.settlement ?? null;
    if (settlement === null || options === null) return false;
    return settlement.as === 'rejected' || options.options[settlement.alternative] !== words;
  }

  /** The change that was accepted instead of a provision's words, the last of them; or null. */
  replacementOf({ replacements }: ProvisionNode): Issue | null {
    const accepted = replacements.filter(isAccepted);
    return accepted.find((one) => !isOvertakenBy(one, accepted)) ?? null;
  }
}

const isDead = ({ withdrawal, settlement }: Issue): boolean =>
  withdrawal !== null || settlement?.as === 'rejected';

const isAccepted = ({ withdrawal, settlement }: Issue): boolean =>
  withdrawal === null && settlement?.as === 'accepted';

/** Whether what was accepted takes effect over another: over all but what was accepted later. */
function overtakes(accepted: Issue, other: Issue | null): boolean {
  const order = other?.settlement?.order ?? 0;
  return (accepted.settlement?.order ?? 0) > order;
}

function isOvertakenBy(issue: Issue, others: readonly Issue[]): boolean {
  return others.some((one) => one !== issue && isAccepted(one) && overtakes(one, issue));
}

/** Whether a deletion or replacement was accepted of all the words that an issue is about. */
function isOvertaken(issue: Issue, { changes }: Sequence): boolean {
  const { from, to } = issue.stretch;
  return changes.some((one) => {
    if (one === issue || !isAccepted(one) || !overtakes(one, issue)) return false;
    const { stretch } = one;
    // What is inserted right before or after deleted words stays.
    if (from === to) return stretch.from < from && to < stretch.to;
    return stretch.from <= from && to <= stretch.to;
  });
}

/** Whether a deletion or replacement was accepted of all the words of a stretch. */
export function isOvertakenStretch({ from, to }: Stretch, { changes }: Sequence): boolean {
  return changes.some((one) => {
    const { stretch } = one;
    const isWhole = stretch.from <= from && to <= stretch.to;
    return isWhole && stretch.from < stretch.to && isAccepted(one);
  });
}
