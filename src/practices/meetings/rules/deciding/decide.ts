/**
 * Whether a question is adopted: one engine for every body. Whatever a body does differently stands
 * in its rule; nothing here is named after one.
 */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { Condition, DecisionRule } from '../../payloads/decision-rule.ts';
import { test } from './conditions.ts';
import { type Counter, namedCounter, secretCounter } from './count.ts';
import { DECIDING } from './law.ts';
import { asksNames, conditionsOf, leavesOf } from './leaves.ts';
import { outcomeFinding } from './outcome-finding.ts';
import type { Outcome, OutcomeKind, Poll, Tested } from './poll.ts';
import { type Roll, isThere, rollOf } from './roll.ts';
import { afterTie } from './ties.ts';

/** What came out, before its reasons are written. */
export type Verdict = Omit<Outcome, 'tally' | 'finding'>;

function methodFault({ name, method, adoptedIf }: DecisionRule): Refusal | null {
  if (method === 'election') {
    return refuse(DECIDING.method, said('{$name} elects; it decides no question.', { name }));
  }
  if (method === 'vote' && adoptedIf === undefined) {
    return refuse(
      DECIDING.method,
      said('{$name} decides by a vote and does not say what adopts.', { name }),
    );
  }
  return null;
}

function ballotFault({ rule, ballots, votes }: Poll, { eligible }: Roll): Refusal | null {
  if (ballots === undefined) return null;
  const { yes, no, abstain, invalid } = ballots;
  const cast = yes + no + abstain + invalid;
  if (cast > eligible.length) {
    return refuse(
      DECIDING.ballots,
      said('{$cast} ballots were cast where {$count} members may vote.', {
        cast,
        count: eligible.length,
      }),
      { remedy: said('Take the ballot again.') },
    );
  }
  const leaves = conditionsOf(rule).flatMap(({ condition }) => leavesOf(condition));
  if (votes.size === 0 && !leaves.some(([, leaf]) => asksNames(leaf))) return null;
  return refuse(DECIDING.secrecy, said('{$name} asks whose votes they are.', { name: rule.name }), {
    remedy: said('Vote by name, or by a rule that only counts.'),
  });
}

function weightFault({ missing }: Counter): Refusal | null {
  const [lacking] = missing;
  if (lacking === undefined) return null;
  const [scheme, actors] = lacking;
  const names = [...actors].sort().join(', ');
  return refuse(
    DECIDING.weights,
    said('{$scheme} gives no weight to {$names}.', { scheme, names }),
    {
      remedy: said(
        'Adopt weights that cover every member, from the day of the decision or before.',
      ),
      values: { scheme, actors: names },
    },
  );
}

const metActors = (tests: readonly Tested[]): string[] => [
  ...new Set(tests.filter(({ isMet }) => isMet).flatMap(({ actors }) => actors)),
];

/** All conditions of a vote, tested. */
interface VoteTests {
  readonly adopting: readonly Tested[];
  readonly blocking: readonly Tested[];
  readonly postponing: readonly Tested[];
  readonly quorum: readonly Tested[];
}

function kindOfVote(poll: Poll, tests: VoteTests): OutcomeKind {
  const isMet = (all: readonly Tested[]): boolean => all.some((tested) => tested.isMet);
  if (tests.quorum.some((tested) => !tested.isMet)) return 'no-quorum';
  if (poll.isAgain !== true && isMet(tests.postponing)) return 'postponed';
  if (!isMet(tests.adopting)) {
    const tie = afterTie(poll, tests.adopting);
    if (tie !== 'adopted') return tie;
  }
  return isMet(tests.blocking) ? 'blocked' : 'adopted';
}

function byVote(poll: Poll, counter: Counter): Verdict {
  const { adoptedIf, quorum: presence, blockedIf, postponedIf } = poll.rule;
  const all = (conditions: readonly Condition[]) => conditions.map((one) => test(one, counter));
  const adopting = all(adoptedIf ? [adoptedIf] : []);
  const quorum = all(presence ? [presence] : []);
  const [postponing, blocking] = [all(postponedIf), all(blockedIf)];
  const outcome = kindOfVote(poll, { quorum, postponing, blocking, adopting });
  return {
    outcome,
    tests: adopting,
    quorum: quorum[0] ?? null,
    against: [...blocking, ...postponing],
    blockedBy: outcome === 'blocked' ? metActors(blocking) : [],
    objectors: [],
  };
}

/** What breaks a consensus or a silence: the rule's conditions, or a number of objections. */
export function breakersOf({ blockedIf, consensus, silence }: DecisionRule): readonly Condition[] {
  if (blockedIf.length > 0) return blockedIf;
  const least = silence?.objectionsToBreak ?? consensus?.objectionsToBreak ?? 1;
  return [{ kind: 'count', of: 'no', atLeast: `${least}` }];
}

function whatOf(poll: Poll, isBroken: boolean, { roll }: Counter): OutcomeKind {
  if (!isBroken) return 'adopted';
  const objection = poll.rule.consensus?.objection ?? 'prevents';
  if (objection === 'may-be-overruled') return poll.overruled ? 'adopted' : 'blocked';
  const remain = roll.eligible.some(({ actor }) => roll.votes.get(actor) !== 'no');
  return objection === 'leaves-out' && remain ? 'adopted' : 'blocked';
}

/** Those who are not in the room agree to nothing by it; silence is kept from anywhere. */
const isAnybodyThere = (counter: Counter, { method }: DecisionRule): boolean =>
  method === 'silence' || counter.of('present', {}).amount.numerator > 0n;

/** By consensus or silence: adopted where nothing prevents it; an objection counts as a no. */
function byNoObjection(poll: Poll, counter: Counter): Verdict {
  const { quorum: presence } = poll.rule;
  const breaking = breakersOf(poll.rule).map((one) => test(one, counter));
  const quorum = presence ? test(presence, counter) : null;
  const isBroken = breaking.some(({ isMet }) => isMet);
  const isQuorate = quorum?.isMet ?? isAnybodyThere(counter, poll.rule);
  const outcome = isQuorate ? whatOf(poll, isBroken, counter) : 'no-quorum';
  const objectors = counter.of('no', {}).actors;
  return {
    outcome,
    tests: [],
    quorum,
    against: breaking,
    blockedBy: outcome === 'blocked' ? metActors(breaking) : [],
    objectors: outcome === 'adopted' ? objectors : [],
  };
}

function tallyOf(roll: Roll, counter: Counter): Outcome['tally'] {
  const { poll, eligible, members, votes } = roll;
  const count = (choice: 'yes' | 'no' | 'abstain'): number =>
    Number(counter.of(choice, {}).amount.numerator);
  const there = eligible.filter((member) => isThere(roll, member)).length;
  const invalid = poll.ballots?.invalid ?? 0;
  const [yes, no, abstain] = [count('yes'), count('no'), count('abstain')];
  const cast = poll.ballots ? yes + no + abstain + invalid : votes.size;
  return {
    yes,
    no,
    abstain,
    invalid,
    absent: eligible.length - Math.max(there, cast),
    notVoting: Math.max(there - cast, 0),
    hindered: members.length - eligible.length,
  };
}

/**
 * Decides a poll under its rule: the outcome with its arithmetic and reasons, or why it cannot be
 * computed. Exact: votes and weights are whole numbers and fractions.
 */
export function decide(poll: Poll): Outcome | Refusal {
  const roll = rollOf(poll);
  const fault = methodFault(poll.rule) ?? ballotFault(poll, roll);
  if (fault) return fault;
  const counter = poll.ballots ? secretCounter(roll, poll.ballots) : namedCounter(roll);
  const verdict =
    poll.rule.method === 'vote' ? byVote(poll, counter) : byNoObjection(poll, counter);
  const unweighed = weightFault(counter);
  if (unweighed) return unweighed;
  const outcome = { ...verdict, tally: tallyOf(roll, counter) };
  return { ...outcome, finding: outcomeFinding(roll, outcome) };
}
