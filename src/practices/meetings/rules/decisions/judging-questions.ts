/** Judges of what is done with a question: put, opened, extended, closed, withdrawn. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { addHours } from '../../../../kernel/instants.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type {
  ClosedVoting,
  DemandedRule,
  DrawnLots,
  ExtendedDeadline,
  OpenedVoting,
  PutQuestion,
  ResumedSilence,
  RuledAmendments,
  WithdrawnQuestion,
} from '../../payloads/decision.ts';
import { hasBallot, paperTaken, secretFault } from '../ballots/fits.ts';
import { electionOf } from './ballots.ts';
import { asksRule, demands, governed } from './judging-governing.ts';
import { standsForSeats } from './judging-seats.ts';
import { type OnFloor, type Upon, byChair, firstOf, onFloor, upon } from './judging.ts';
import {
  aboutOpen,
  asOpenAsWhole,
  mayPutAgain,
  namesKnown,
  underOwnRule,
} from './judging-put-again.ts';
import { beforeVoting, ranksAmendments } from './judging-rulings.ts';
import { inTurn, inTurnAtOnce, keepsTurn, notInterrupted } from './judging-turns.ts';
import { UPON } from './law.ts';
import { deadlineOf, endOf, hasEnded, openedAt } from './phase.ts';
import { judgeNext } from './silence-of.ts';

type Putting = OnFloor<PutQuestion>;
interface Ruled extends Putting {
  readonly rule: DecisionRule;
}

function putOnce({ decisions, payload }: Putting): Refusal | null {
  return decisions.has(payload.decision)
    ? refuse(UPON.putOnce, `${payload.decision} was put already.`, {
        remedy: `Name it otherwise, such as ${payload.decision}-2.`,
      })
    : null;
}

/** A member may move a motion, which then waits for whoever presides. */
function putBy(given: Putting): Refusal | null {
  const { floor, actor, payload, at, day } = given;
  if (floor.presides(actor, at)) return null;
  const isMember = floor.members(day).includes(actor);
  if (!isMember) return byChair(given);
  if (payload.on.kind === 'motion' && payload.opensAt === undefined) return null;
  return refuse(UPON.motion, `${actor} does not preside, and this is no motion.`, {
    remedy: 'Move a motion, whose voting the chair opens, or ask whoever presides to put it.',
  });
}

function fits({ rule, payload }: Ruled): Refusal | null {
  const { matter, on } = payload;
  if (matter !== undefined && rule.matters.length > 0 && !rule.matters.includes(matter)) {
    return refuse(UPON.fits, `${rule.name} is not for matters of ${matter}.`, {
      remedy: `It decides ${rule.matters.join(', ')}.`,
    });
  }
  if ((on.kind === 'election') !== (rule.method === 'election')) {
    return refuse(UPON.fits, `${rule.name} decides by ${rule.method}, not on this.`, {
      remedy: 'Name a rule for elections with an election, and for nothing else.',
    });
  }
  return null;
}

function inManner({ rule, payload }: Ruled): Refusal | null {
  const [usual] = rule.modes;
  const mode = payload.mode ?? usual;
  const unfit = mode === 'secret' ? secretFault(rule) : null;
  if (unfit) return unfit;
  return mode === undefined || rule.modes.includes(mode)
    ? null
    : refuse(UPON.mode, `${rule.name} does not vote by ${mode}.`, {
        remedy: `It votes by ${rule.modes.join(', ')}.`,
      });
}

function timely({ rule, payload, at }: Ruled): Refusal | null {
  const { deadlineAt, opensAt } = payload;
  const begins = opensAt !== undefined && opensAt > at ? opensAt : at;
  if (rule.method === 'silence') return noticeFault(rule, begins, deadlineAt);
  return deadlineAt === undefined || deadlineAt > begins
    ? null
    : refuse(UPON.extension, `${deadlineAt} is not after ${begins}, when voting begins.`);
}

function noticeFault(
  rule: DecisionRule,
  begins: InstantText,
  deadlineAt: InstantText | undefined,
): Refusal | null {
  const hours = rule.silence?.hoursMin ?? 1;
  const earliest = addHours(begins, hours);
  if (deadlineAt !== undefined && deadlineAt >= earliest) return null;
  const said = deadlineAt === undefined ? 'no deadline' : `${deadlineAt} as its deadline`;
  return refuse(UPON.notice, `The procedure has ${said}, and runs for ${hours} hours at least.`, {
    remedy: `Set the deadline at ${earliest} or later.`,
    values: { earliest, hours: String(hours) },
  });
}

/** That the text that is decided on is negotiated here. */
function isThere({ floor, payload }: Ruled): Refusal | null {
  const { on } = payload;
  return on.kind !== 'text' || floor.hasText(on.text)
    ? null
    : refuse(UPON.named, `No text ${on.text} is negotiated in ${floor.session}.`);
}

function underRule(given: Putting): Refusal | null {
  const { floor, payload, day } = given;
  const rule = floor.rule(payload.rule, day);
  if (rule === null) {
    const known = floor.ruleNames(day);
    return refuse(UPON.rule, `${floor.body} has no rule ${payload.rule} in force on ${day}.`, {
      remedy:
        known.length === 0
          ? 'Adopt rules of procedure for the body first.'
          : `Its rules are ${known.join(', ')}.`,
    });
  }
  return firstOf<Ruled>(
    fits,
    inManner,
    timely,
    isThere,
    standsForSeats,
    namesKnown,
    asOpenAsWhole,
    aboutOpen,
    underOwnRule,
    mayPutAgain,
    inTurnAtOnce,
  )({ ...given, rule });
}

function notEnded({ decision, at }: Upon<object>): Refusal | null {
  if (decision.withdrawal !== null) {
    return refuse(UPON.closed, `${decision.name} was withdrawn.`);
  }
  return hasEnded(decision, at)
    ? refuse(UPON.closed, `${decision.name} ended at ${endOf(decision) ?? at}.`)
    : null;
}

function notOpened({ decision, floor, at }: Upon<object>): Refusal | null {
  const opened = openedAt(decision, floor);
  return opened !== null && opened <= at
    ? refuse(UPON.begun, `Voting on ${decision.name} began at ${opened}.`)
    : null;
}

function begun({ decision, floor, at }: Upon<object>): Refusal | null {
  const opened = openedAt(decision, floor);
  return opened !== null && opened <= at
    ? null
    : refuse(UPON.begun, `Voting on ${decision.name} has not begun.`);
}

/** A silence procedure ends by itself: whether it may be closed before is judged by its engine. */
function closesSilence(given: Upon<ClosedVoting>): Refusal | null {
  const { act, at, decision, rule } = given;
  if (rule.method !== 'silence') return null;
  return judgeNext(decision, given, { kind: 'close', at, act: act.id });
}

/** So is whether its deadline may be put off, or set anew after it was broken. */
const setsDeadline =
  (kind: 'extend' | 'resume') =>
  (given: Upon<ExtendedDeadline | ResumedSilence>): Refusal | null => {
    const { act, at, decision, payload, rule } = given;
    if (rule.method !== 'silence') return null;
    return judgeNext(decision, given, { kind, at, act: act.id, deadlineAt: payload.until });
  };

function ruledOver({ payload, rule }: Upon<ClosedVoting>): Refusal | null {
  const { overruled, castingVote } = payload;
  if (overruled === true && rule.consensus?.objection !== 'may-be-overruled') {
    return refuse(UPON.method, `${rule.name} lets nobody overrule an objection.`);
  }
  return castingVote !== undefined && rule.tie !== 'casting-vote'
    ? refuse(UPON.method, `${rule.name} gives whoever presides no casting vote.`)
    : null;
}

function mayExtend({ decision, payload, at }: Upon<ExtendedDeadline>): Refusal | null {
  const deadline = deadlineOf(decision);
  if (deadline === null) {
    return refuse(UPON.extension, `${decision.name} has no deadline.`);
  }
  return payload.until > deadline && payload.until > at
    ? null
    : refuse(UPON.extension, `${payload.until} is not after ${deadline}, which stands.`);
}

/** Lots are drawn where votes were equal, for as many seats as that leaves. */
function drawsLots(given: Upon<DrawnLots>): Refusal | null {
  const { decision, payload } = given;
  const state = electionOf(decision, given);
  const { elected, ballot } = payload;
  if (state?.status !== 'lot-needed' || state.tie === null || ballot !== state.ballots.length) {
    return refuse(UPON.ballot, `No lot is to be drawn after ballot ${ballot}.`);
  }
  const ties = state.groups === undefined ? [state] : [...state.groups.values()];
  const open = ties.flatMap(({ status, tie }) => (status === 'lot-needed' && tie ? [tie] : []));
  const isSettled = open.every(({ candidates, seats }) => {
    const own = elected.filter((one) => candidates.includes(one));
    return own.length === seats && new Set(own).size === seats;
  });
  const { candidates, seats } = state.tie;
  return isSettled && elected.length === seats
    ? null
    : refuse(UPON.ballot, `The lot is between ${candidates.join(', ')}, for ${seats} seats.`);
}

function isSilence({ decision, rule }: Upon<object>): Refusal | null {
  return rule.method === 'silence'
    ? null
    : refuse(UPON.method, `${decision.name} is decided by ${rule.method}, not by silence.`);
}

function notWithdrawn({ decision }: Upon<object>): Refusal | null {
  return decision.withdrawal === null
    ? null
    : refuse(UPON.closed, `${decision.name} was withdrawn.`);
}

/** By whoever put it, or presides, as long as nobody has voted. */
function mayWithdraw(given: Upon<WithdrawnQuestion>): Refusal | null {
  const { decision, actor, floor, at } = given;
  if (decision.votes.size > 0 || decision.ballots.size > 0 || paperTaken(decision)) {
    return refuse(UPON.withdrawal, `Votes on ${decision.name} were cast already.`, {
      remedy: 'Close the voting; the outcome can be reconsidered as a question of its own.',
    });
  }
  const isOwn = decision.opening.actor === actor || floor.presides(actor, at);
  return isOwn
    ? null
    : refuse(UPON.withdrawal, `${actor} neither put ${decision.name} nor presides.`);
}

export const QUESTION_JUDGES = {
  'meetings.put-question': onFloor<PutQuestion>(firstOf(putOnce, putBy, underRule, asksRule)),
  'meetings.demand-rule': upon<DemandedRule>(notEnded, demands),
  'meetings.open-voting': upon<OpenedVoting>(
    byChair,
    notEnded,
    notOpened,
    notInterrupted,
    inTurn,
    governed,
  ),
  'meetings.rule-on-amendments': upon<RuledAmendments>(
    byChair,
    notEnded,
    ranksAmendments,
    beforeVoting,
  ),
  'meetings.extend-deadline': upon<ExtendedDeadline>(
    byChair,
    notEnded,
    mayExtend,
    setsDeadline('extend'),
  ),
  'meetings.resume-silence': upon<ResumedSilence>(
    byChair,
    notWithdrawn,
    isSilence,
    setsDeadline('resume'),
  ),
  'meetings.close-voting': upon<ClosedVoting>(
    byChair,
    notEnded,
    begun,
    keepsTurn,
    governed,
    closesSilence,
    hasBallot,
    ruledOver,
  ),
  'meetings.draw-lots': upon<DrawnLots>(byChair, notWithdrawn, drawsLots),
  'meetings.withdraw-question': upon<WithdrawnQuestion>(notEnded, mayWithdraw),
} as const;
