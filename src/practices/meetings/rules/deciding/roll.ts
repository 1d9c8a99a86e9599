/** Who may vote in a poll, who did, and whose vote is left out and why. */
import type { Excluded } from '../../../../kernel/finding.ts';
import type { Choice } from '../../payloads/decision-rule.ts';
import type { Elector, Poll } from './poll.ts';

export interface Roll {
  readonly poll: Poll;
  /** Members within the rule's electorate, hindered ones too. */
  readonly members: readonly Elector[];
  /** Those of them that may vote. */
  readonly eligible: readonly Elector[];
  /** Votes that count. */
  readonly votes: ReadonlyMap<string, Choice>;
  readonly excluded: readonly Excluded[];
}

const label = (actor: string, choice: Choice | undefined): string =>
  choice === undefined ? actor : `${actor}: ${choice}`;

function excludedFrom(poll: Poll, members: readonly Elector[]): Excluded[] {
  const own = new Map(members.map((member) => [member.actor, member]));
  const all = new Set(poll.members.map(({ actor }) => actor));
  const { citation } = poll.rule;
  const out: Excluded[] = [];
  const leave = (actor: string, reason: string, cited: string): void => {
    const act = poll.acts?.get(actor);
    const ref = { label: label(actor, poll.votes.get(actor)), actor, ...(act && { act }) };
    out.push({ ref, reason, citation: cited });
  };
  for (const { actor, hindered, isPresent } of members) {
    if (hindered) leave(actor, hindered.reason, hindered.citation);
    else if (!isPresent && !poll.votes.has(actor)) leave(actor, 'absent', citation);
  }
  for (const actor of poll.votes.keys()) {
    if (own.has(actor)) continue;
    const why = all.has(actor) ? 'not among those who decide on this' : 'not a member';
    leave(actor, why, citation);
  }
  return out;
}

/** Sorts the members and votes of a poll. */
export function rollOf(poll: Poll): Roll {
  const { electorate } = poll.rule;
  const members = electorate
    ? poll.members.filter(({ actor }) => poll.isIn(electorate, actor))
    : poll.members;
  const eligible = members.filter(({ hindered }) => hindered === null);
  const votes = new Map<string, Choice>();
  for (const { actor } of eligible) {
    const choice = poll.votes.get(actor);
    if (choice !== undefined) votes.set(actor, choice);
  }
  return { poll, members, eligible, votes, excluded: excludedFrom(poll, members) };
}

/** Whether a member is there: who voted is. */
export const isThere = ({ votes }: Roll, { actor, isPresent }: Elector): boolean =>
  isPresent || votes.has(actor);
