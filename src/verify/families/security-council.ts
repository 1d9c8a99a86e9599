/** Drafts that failed in the Security Council: each failed, for the reason that the law gives. */
import { isRefusal } from '../../kernel/refusal.ts';
import { decide } from '../../practices/meetings/rules/deciding/decide.ts';
import type { Outcome as Decided, Poll } from '../../practices/meetings/rules/deciding/poll.ts';
import { standardRule } from '../../practices/meetings/rules/deciding/standard-rules.ts';
import { type Draft, draftOf } from '../decisions/council-drafts.ts';
import { type Family, type Outcome, compared } from '../family.ts';
import type { VerifyNode } from '../node.ts';
import { truthTable } from '../truth-tables.ts';

const FILE = 'meetings/unsc-failed-drafts.csv';
const NAME = 'meetings/security-council';
const PERMANENT = 'un-security-council-permanent-members';

/** Seats of the council, and the votes that adopt, by the Charter as it was in force. */
const SEATS = { eleven: 11, fifteen: 15 };
const VOTES = { eleven: 7, fifteen: 9 };

function pollOf(draft: Draft, permanent: ReadonlySet<string>): Poll {
  return {
    rule: standardRule('un-security-council', 'substance', draft.on),
    on: draft.on,
    members: draft.members.map((actor) => ({ actor, isPresent: true, hindered: null })),
    votes: draft.votes,
    weight: () => null,
    isIn: ({ kind }, actor) => kind === 'all' || (kind === 'seats' && permanent.has(actor)),
  };
}

/** Why it failed, as the engine found it. */
function found({ outcome, tally, blockedBy }: Decided): string {
  if (outcome === 'blocked') return `vetoed by ${[...blockedBy].sort().join(', ')}`;
  return outcome === 'rejected' ? `short of votes: ${tally.yes}` : outcome;
}

/** Why it failed, counted from the table itself. */
function known({ members, votes }: Draft, permanent: ReadonlySet<string>): string | null {
  const old = members.length === SEATS.eleven;
  if (!old && members.length !== SEATS.fifteen) return null;
  const yes = [...votes.values()].filter((choice) => choice === 'yes').length;
  if (yes < (old ? VOTES.eleven : VOTES.fifteen)) return `short of votes: ${yes}`;
  const against = [...votes].filter(([actor, choice]) => choice === 'no' && permanent.has(actor));
  return `vetoed by ${against
    .map(([actor]) => actor)
    .sort()
    .join(', ')}`;
}

function outcomeOf(draft: Draft, { facts }: VerifyNode): Outcome {
  const permanent = new Set(facts.membersOn(PERMANENT, draft.on));
  const name = `${draft.name} (${draft.on.slice(0, 4)})`;
  const decided = decide(pollOf(draft, permanent));
  if (isRefusal(decided)) return { case: name, outcome: 'missed', reason: decided.reason };
  const seated = draft.members.filter((actor) => permanent.has(actor)).length;
  if (seated !== permanent.size) {
    const reason = `${seated} of ${permanent.size} permanent members are seated`;
    return { case: name, outcome: 'missed', reason };
  }
  const reason = known(draft, permanent);
  const isSaidVetoed = /negative vote/i.test(draft.note);
  if (isSaidVetoed && reason?.startsWith('vetoed') !== true) {
    return { case: name, outcome: 'missed', reason: `the table says: ${draft.note}` };
  }
  return compared(name, found(decided), reason, draft.note);
}

/** Which were vetoed; the others were short of votes. */
function remark(drafts: readonly Draft[], { facts }: VerifyNode): string {
  const vetoed = drafts.flatMap((draft) => {
    const reason = known(draft, new Set(facts.membersOn(PERMANENT, draft.on)));
    return reason?.startsWith('vetoed') ? [`${draft.name} ${reason}`] : [];
  });
  const short = drafts.length - vetoed.length;
  return `${short} short of votes; ${vetoed.join('; ')}`;
}

export const securityCouncil: Family = {
  files: [FILE],
  run(folder, node) {
    const table = truthTable(folder.read(FILE) ?? new Uint8Array());
    if (typeof table === 'string') {
      const outcomes = [{ case: FILE, outcome: 'not-at-hand', reason: table } as const];
      return Promise.resolve([{ name: NAME, outcomes }]);
    }
    const drafts = table.rows.map((row) => draftOf(row, node.facts));
    const outcomes = drafts.map((draft, at): Outcome => {
      return typeof draft === 'string'
        ? { case: `row ${at + 2}`, outcome: 'missed', reason: draft }
        : outcomeOf(draft, node);
    });
    const read = drafts.filter((draft) => typeof draft !== 'string');
    return Promise.resolve([{ name: NAME, outcomes, remarks: [remark(read, node)] }]);
  },
};
