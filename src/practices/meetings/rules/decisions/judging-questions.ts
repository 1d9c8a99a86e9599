/** Judges of what is done with a question: put, opened, extended, closed, withdrawn. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { addHours } from '../../../../kernel/instants.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
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
import { asksRule, demands, governed } from './judging-governing.ts';
import { drawsLots, standsForSeats } from './judging-seats.ts';
import { type OnFloor, type Upon, byChair, firstOf, onFloor, upon } from './judging.ts';
import { besideOthers } from './judging-put-again.ts';
import { beforeVoting, ranksAmendments } from './judging-rulings.ts';
import { begun, notEnded, notOpened, notWithdrawn } from './judging-phase.ts';
import { inTurn, inTurnAtOnce, keepsTurn, notInterrupted } from './judging-turns.ts';
import { UPON } from './law.ts';
import { deadlineOf } from './phase.ts';
import { judgeNext } from './silence-of.ts';

type Putting = OnFloor<PutQuestion>;
interface Ruled extends Putting {
  readonly rule: DecisionRule;
}

function putOnce({ decisions, payload }: Putting): Refusal | null {
  return decisions.has(payload.decision)
    ? refuse(UPON.putOnce, said('{$decision} was put already.', { decision: payload.decision }), {
        remedy: said('Name it otherwise, such as {$decision}-2.', { decision: payload.decision }),
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
  return refuse(UPON.motion, said('{$actor} does not preside, and this is no motion.', { actor }), {
    remedy: said('Move a motion, whose voting the chair opens, or ask whoever presides to put it.'),
  });
}

function fits({ rule, payload }: Ruled): Refusal | null {
  const { matter, on } = payload;
  if (matter !== undefined && rule.matters.length > 0 && !rule.matters.includes(matter)) {
    return refuse(
      UPON.fits,
      said('{$name} is not for matters of {$matter}.', { name: rule.name, matter }),
      {
        remedy: said('It decides {$matters}.', { matters: rule.matters }),
      },
    );
  }
  if ((on.kind === 'election') !== (rule.method === 'election')) {
    return refuse(
      UPON.fits,
      said('{$name} decides by {$method}, not on this.', { name: rule.name, method: rule.method }),
      {
        remedy: said('Name a rule for elections with an election, and for nothing else.'),
      },
    );
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
    : refuse(UPON.mode, said('{$name} does not vote by {$mode}.', { name: rule.name, mode }), {
        remedy: said('It votes by {$modes}.', { modes: rule.modes }),
      });
}

function timely({ rule, payload, at }: Ruled): Refusal | null {
  const { deadlineAt, opensAt } = payload;
  const begins = opensAt !== undefined && opensAt > at ? opensAt : at;
  if (rule.method === 'silence') return noticeFault(rule, begins, deadlineAt);
  return deadlineAt === undefined || deadlineAt > begins
    ? null
    : refuse(
        UPON.extension,
        said('{$deadlineAt} is not after {$begins}, when voting begins.', { deadlineAt, begins }),
      );
}

function noticeFault(
  rule: DecisionRule,
  begins: InstantText,
  deadlineAt: InstantText | undefined,
): Refusal | null {
  const hours = rule.silence?.hoursMin ?? 1;
  const earliest = addHours(begins, hours);
  if (deadlineAt !== undefined && deadlineAt >= earliest) return null;
  const reason =
    deadlineAt === undefined
      ? said('The procedure has no deadline, and runs for {$hours} hours at least.', { hours })
      : said(
          'The procedure has {$deadlineAt} as its deadline, and runs for {$hours} hours at least.',
          { deadlineAt, hours },
        );
  return refuse(UPON.notice, reason, {
    remedy: said('Set the deadline at {$earliest} or later.', { earliest }),
    values: { earliest, hours: String(hours) },
  });
}

/** That the text that is decided on is negotiated here. */
function isThere({ floor, payload }: Ruled): Refusal | null {
  const { on } = payload;
  return on.kind !== 'text' || floor.hasText(on.text)
    ? null
    : refuse(
        UPON.named,
        said('No text {$text} is negotiated in {$session}.', {
          text: on.text,
          session: floor.session,
        }),
      );
}

function underRule(given: Putting): Refusal | null {
  const { floor, payload, day } = given;
  const rule = floor.rule(payload.rule, day);
  if (rule === null) {
    const known = floor.ruleNames(day);
    return refuse(
      UPON.rule,
      said('{$body} has no rule {$rule} in force on {$day}.', {
        body: floor.body,
        rule: payload.rule,
        day,
      }),
      {
        remedy:
          known.length === 0
            ? said('Adopt rules of procedure for the body first.')
            : said('Its rules are {$known}.', { known }),
      },
    );
  }
  return firstOf<Ruled>(
    fits,
    inManner,
    timely,
    isThere,
    standsForSeats,
    besideOthers,
    inTurnAtOnce,
  )({ ...given, rule });
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
    return refuse(
      UPON.method,
      said('{$name} lets nobody overrule an objection.', { name: rule.name }),
    );
  }
  return castingVote !== undefined && rule.tie !== 'casting-vote'
    ? refuse(
        UPON.method,
        said('{$name} gives whoever presides no casting vote.', { name: rule.name }),
      )
    : null;
}

function mayExtend({ decision, payload, at }: Upon<ExtendedDeadline>): Refusal | null {
  const deadline = deadlineOf(decision);
  if (deadline === null) {
    return refuse(UPON.extension, said('{$name} has no deadline.', { name: decision.name }));
  }
  return payload.until > deadline && payload.until > at
    ? null
    : refuse(
        UPON.extension,
        said('{$until} is not after {$deadline}, which stands.', {
          until: payload.until,
          deadline,
        }),
      );
}

function isSilence({ decision, rule }: Upon<object>): Refusal | null {
  return rule.method === 'silence'
    ? null
    : refuse(
        UPON.method,
        said('{$name} is decided by {$method}, not by silence.', {
          name: decision.name,
          method: rule.method,
        }),
      );
}

/** By whoever put it, or presides, as long as nobody has voted. */
function mayWithdraw(given: Upon<WithdrawnQuestion>): Refusal | null {
  const { decision, actor, floor, at } = given;
  if (decision.votes.size > 0 || decision.ballots.size > 0 || paperTaken(decision)) {
    return refuse(
      UPON.withdrawal,
      said('Votes on {$name} were cast already.', { name: decision.name }),
      {
        remedy: said('Close the voting; the outcome can be reconsidered as a question of its own.'),
      },
    );
  }
  const isOwn = decision.opening.actor === actor || floor.presides(actor, at);
  return isOwn
    ? null
    : refuse(
        UPON.withdrawal,
        said('{$actor} neither put {$name} nor presides.', { actor, name: decision.name }),
      );
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
