/** What follows from an act upon a decision: for its outcome, and for what belongs to it. */
import type { Consequence, Titled } from '../../../../kernel/define-area.ts';
import { own } from '../../../../kernel/own.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { isSecret } from '../ballots/counted.ts';
import { decide } from '../deciding/decide.ts';
import type { Outcome, OutcomeKind, Poll, Tested } from '../deciding/poll.ts';
import type { DecisionState } from './decision-state.ts';
import { decimalOf } from './schemes.ts';
import { governingOf } from './governing.ts';
import { latestOf, matterOf } from './matter.ts';
import { type Room, orderOfVotes, secondVoteUntil } from './order-of-votes.ts';
import { outcomeOf, resultsAt, ruleOf } from './outcome-of.ts';
import { openedAt } from './phase.ts';
import { electorsAt, hasSpoken, pollOf } from './poll-of.ts';
import { stillNeeded } from './still-needed.ts';
import { turnFault } from './turns.ts';

/** An act that is about to be recorded, with what stands before it and after it. */
export interface Upcoming {
  readonly type: string;
  readonly decision: string;
  readonly before: Room;
  readonly after: Room;
}

interface Of extends Upcoming {
  readonly state: DecisionState;
  readonly rule: DecisionRule;
}

const follows = (key: string, values: Consequence['values'] = {}): Consequence => ({
  key: `meetings.follows.${key}`,
  values,
});

const leavesOf = (tested: Tested): readonly Tested[] =>
  tested.parts.length === 0 ? [tested] : tested.parts.flatMap(leavesOf);

/** What was counted and what was needed, of each condition of the rule. */
function arithmeticOf({ tests, quorum, against }: Outcome): Consequence[] {
  const met = against.filter(({ isMet }) => isMet);
  const told = [...(quorum?.isMet === false ? [quorum] : []), ...tests, ...met];
  return told.flatMap(leavesOf).map((tested) => {
    const { base, condition, counted, needed, required } = tested;
    const isShare = condition.kind === 'share';
    const isMore = isShare && condition.more && needed === null;
    const what = condition.kind === 'share' || condition.kind === 'count' ? condition.of : 'yes';
    return follows(`${base === null ? 'count' : 'share'}.${what}`, {
      counted: decimalOf(counted),
      base: base === null ? '' : decimalOf(base),
      needed: `${isMore ? '> ' : ''}${decimalOf(needed ?? required)}`,
    });
  });
}

function lacking(poll: Poll, outcome: OutcomeKind): Consequence[] {
  if (outcome === 'adopted') return [];
  const needed = stillNeeded(poll);
  if (needed.kind === 'votes') return [follows('still-needed', { count: needed.count })];
  return needed.kind === 'out-of-reach' ? [follows('out-of-reach')] : [];
}

/** The count is told to nobody before the close, be it by an intended vote. */
const isKept = ({ state, rule }: Of): boolean => isSecret(state, rule);

/** What would come out if the voting ended with this. */
function ofVoting(of: Of): Consequence[] {
  const { after, rule, state } = of;
  if (isKept(of)) return [follows('kept')];
  const poll = pollOf(state, { floor: after.floor, rule, at: after.at });
  const outcome = decide(poll);
  if (isRefusal(outcome)) return [];
  const way = rule.method === 'silence' ? 'silence' : 'now';
  return [
    follows(`${way}.${outcome.outcome}`),
    ...arithmeticOf(outcome),
    ...lacking(poll, outcome.outcome),
  ];
}

const titleOf = ({ decisions }: Room, name: string): Titled =>
  latestOf(decisions, name)?.opening.payload.title ?? { en: name };

/** What falls by the act, and what is voted on next. */
function ofOrder({ after, before, decision }: Upcoming): Consequence[] {
  const matter = matterOf(after.decisions, decision);
  const [was, is] = [before, after].map((room) => orderOfVotes(room, matter));
  if (was === undefined || is === undefined) return [];
  const fallen = was.steps
    .filter(({ status }) => status === 'next' || status === 'later')
    .map(({ name }) => name)
    .filter((name) => is.steps.some((step) => step.name === name && step.status === 'not-put'));
  const names = fallen.map((name) => titleOf(after, name));
  const isMoved = is.next !== null && is.next !== was.next;
  return [
    ...(fallen.length === 0 ? [] : [follows('falls', { names })]),
    ...(isMoved ? [follows('next', { name: titleOf(after, is.next ?? '') })] : []),
  ];
}

/** What has come out, with its arithmetic; and a second vote where one is due. */
function ofClosing(of: Of): Consequence[] {
  const { after, rule, state } = of;
  // Whoever presides is not to know the count, and to withhold the close for it.
  if (isKept(of)) return [follows('kept')];
  const reckoned = outcomeOf(state, after.floor, after.at);
  const { result, reckoned: outcome } = reckoned;
  if (result === null || outcome === null || isRefusal(outcome)) return ofOrder(of);
  const until = secondVoteUntil(rule, reckoned);
  const isAgain = result === 'postponed' && rule.secondVote !== undefined;
  const minute = until === null ? '' : `${until.slice(0, 10)} ${until.slice(11, 16)} UTC`;
  return [
    follows(`closed.${result}`),
    ...arithmeticOf(outcome),
    ...(isAgain ? [follows(`second-vote${until === null ? '' : '.until'}`, { at: minute })] : []),
    ...ofOrder(of),
  ];
}

/** Who votes today, and who may not; and of the quorum, who is there. */
function electorateOf({ after, rule, state }: Of): Consequence[] {
  const { floor, at } = after;
  const electors = electorsAt({ floor, rule, at }, (actor) => hasSpoken(state, actor, at));
  const able = electors.filter(({ hindered }) => hindered === null);
  const told = [
    follows('electorate', { count: able.length, hindered: electors.length - able.length }),
  ];
  if (rule.quorum === undefined) return told;
  const outcome = decide(pollOf(state, { floor, rule, at }));
  if (isRefusal(outcome) || outcome.quorum === null) return told;
  const { counted, needed, required, isMet } = outcome.quorum;
  return [
    ...told,
    follows(`quorum.${isMet ? 'met' : 'missing'}`, {
      counted: decimalOf(counted),
      needed: decimalOf(needed ?? required),
    }),
  ];
}

/** By which rule it is decided, by whom, when, and what comes before it. */
function ofPutting(of: Of): Consequence[] {
  const { after, rule, state } = of;
  const opened = openedAt(state, after.floor);
  const fault = turnFault(after, state);
  const first = fault?.values?.['first'];
  const begins = opened === null ? 'waits' : opened <= after.at ? 'at-once' : 'later';
  const governing = governingOf(state, after.floor, resultsAt(after.floor, after.at));
  return [
    follows('rule', { title: rule.title, citation: rule.citation }),
    ...(governing?.kind === 'ask' ? [follows('asked', { title: governing.by.title })] : []),
    ...electorateOf(of),
    follows(`begins.${begins}`),
    ...(first === undefined ? [] : [follows('after', { name: titleOf(after, first) })]),
  ];
}

const BY_TYPE: Readonly<Record<string, (of: Of) => Consequence[]>> = {
  'meetings.put-question': ofPutting,
  'meetings.open-voting': electorateOf,
  'meetings.vote': ofVoting,
  'meetings.take-ballot-paper': ofVoting,
  'meetings.object': ofVoting,
  'meetings.withdraw-objection': ofVoting,
  'meetings.close-voting': ofClosing,
  'meetings.withdraw-question': ofOrder,
  'meetings.rule-on-amendments': ofOrder,
};

/** Sentences on what follows, the one that matters most first. */
export function consequencesOf(upcoming: Upcoming): readonly Consequence[] {
  const { after, decision, type } = upcoming;
  const state = after.decisions.get(decision);
  const rule = state === undefined ? null : ruleOf(after.floor, state, after.at);
  if (state === undefined || rule === null) return [];
  return own(BY_TYPE, type)?.({ ...upcoming, state, rule }) ?? [];
}
