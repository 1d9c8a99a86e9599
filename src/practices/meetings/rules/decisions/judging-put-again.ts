/** Judges of what a question is put about: what is put again, reconsidered, or interrupts. */
import { compare, fraction, parseFraction } from '../../../../kernel/fraction.ts';
import { audienceOf } from '../../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { PutQuestion } from '../../payloads/decision.ts';
import { hasVotes } from '../ballots/fits.ts';
import type { DecisionState } from './decision-state.ts';
import type { OnFloor } from './judging.ts';
import { nextRuleAfter } from './judging-governing.ts';
import { UPON } from './law.ts';
import { aboutOf, latestOf, motionsOn } from './matter.ts';
import { type Room, endedIn, secondVoteUntil } from './order-of-votes.ts';
import { type Reckoned, outcomeOf, ruleOf } from './outcome-of.ts';
import { hasEnded, phaseOf } from './phase.ts';

type Putting = OnFloor<PutQuestion> & { readonly rule: DecisionRule };
type Again = NonNullable<PutQuestion['again']>;

const TWO_THIRDS = fraction(2n, 3n);

/** Whether two thirds are asked for, or that nobody objects. */
function isQualified({ method, adoptedIf }: DecisionRule): boolean {
  if (method === 'consensus') return true;
  const isShare = adoptedIf?.kind === 'share' && adoptedIf.of === 'yes';
  return isShare && compare(parseFraction(adoptedIf.threshold), TWO_THIRDS) >= 0;
}

/** A motion is put under the body's rule on such motions, where it has one. */
export function underOwnRule({ floor, payload, rule, day }: Putting): Refusal | null {
  const { on } = payload;
  if (on.kind !== 'motion') return null;
  const own = floor.ruleNames(day).filter((name) => {
    return floor.rule(name, day)?.matters.includes(on.motion) === true;
  });
  if (own.length > 0) {
    return own.includes(rule.name)
      ? null
      : refuse(UPON.fits, `The body has a rule on motions of ${on.motion}: ${own.join(', ')}.`, {
          remedy: `Put it under ${own[0] ?? ''}.`,
        });
  }
  return on.motion !== 'reconsideration' || isQualified(rule)
    ? null
    : refuse(UPON.reconsider, `${rule.name} does not ask for two thirds.`, {
        remedy: 'Put it under a rule that does, or that the body has for reconsideration.',
      });
}

/** Only what was decided is reconsidered. */
function isReconsiderable(given: Putting, whole: DecisionState): Refusal | null {
  const result = endedIn(given, whole.name)?.result ?? null;
  return result === null || result === 'postponed' || result === 'no-quorum'
    ? refuse(UPON.reconsider, `${whole.name} is not decided, so nothing is to be reconsidered.`)
    : null;
}

/** Whether voting on it has begun, and is not over. */
function isVotedOn({ floor, at }: Putting, whole: DecisionState): boolean {
  const hasBegun = whole.opened !== null || hasVotes(whole);
  return hasBegun && phaseOf(whole, floor, at) === 'open';
}

/** What it is about is not decided yet, nor being voted on; what is reconsidered is decided. */
export function aboutOpen(given: Putting): Refusal | null {
  const { decisions, payload, at } = given;
  const { on } = payload;
  const about = aboutOf(on);
  const whole = about === null ? null : latestOf(decisions, about);
  if (whole === null) return null;
  const motion = on.kind === 'motion' ? on.motion : null;
  if (motion === 'reconsideration') return isReconsiderable(given, whole);
  if (hasEnded(whole, at) || whole.withdrawal !== null) {
    return refuse(UPON.order, `${whole.name} is decided or withdrawn already.`, {
      remedy: 'Propose to reconsider it: a motion of its own.',
    });
  }
  return isVotedOn(given, whole) && motion !== 'appeal'
    ? refuse(UPON.undisturbed, `Voting on ${whole.name} has begun.`, {
        remedy: 'Close the voting first; what was decided can be reconsidered.',
      })
    : null;
}

/** That what else it names is on record. */
export function namesKnown({ decisions, floor, payload }: Putting): Refusal | null {
  const { alternativeTo, item } = payload;
  if (item !== undefined && !floor.hasItem(item)) {
    return refuse(UPON.named, `No item ${item} was proposed in ${floor.session}.`);
  }
  return alternativeTo === undefined || decisions.has(alternativeTo)
    ? null
    : refuse(UPON.named, `No question ${alternativeTo} was put in ${floor.session}.`);
}

/** What is put about a question is for those who see the question: else nobody knew the order. */
export function asOpenAsWhole({ act, decisions, payload }: Putting): Refusal | null {
  const { again, alternativeTo, on } = payload;
  const names = [aboutOf(on), again?.question, alternativeTo];
  const whole = names
    .flatMap((name) => decisions.get(name ?? '') ?? [])
    .find(({ opening }) => {
      return audienceOf(opening.marking) !== audienceOf(act.header.marking);
    });
  return whole === undefined
    ? null
    : refuse(UPON.openly, `${whole.name} was put to another audience than this question has.`, {
        remedy: `Mark it as that question is marked: ${whole.opening.marking.level}.`,
      });
}

interface Repeating extends Putting {
  readonly again: Again;
  readonly before: DecisionState;
  readonly ended: Reckoned;
  readonly ruleBefore: DecisionRule;
}

const unlike = (reason: string, remedy: string): Refusal => refuse(UPON.again, reason, { remedy });

const secondVoteDue = ({ before, ended }: Repeating): Refusal | null =>
  ended.result === 'postponed'
    ? null
    : unlike(`${before.name} was neither equally divided nor put off.`, 'Reconsider it.');

function reconsidered(given: Repeating): Refusal | null {
  const { decisions, before, ended } = given;
  const isCarried = motionsOn(decisions, before.name, 'reconsideration').some((motion) => {
    const result = endedIn(given, motion.name);
    const isLater = (result?.endedAt ?? '') >= (ended.endedAt ?? '');
    return result?.result === 'adopted' && isLater;
  });
  return isCarried
    ? null
    : refuse(UPON.reconsider, `No motion to reconsider ${before.name} was carried.`, {
        remedy: 'Move reconsideration, which needs two thirds.',
      });
}

/** It is put under what the rule of the one before falls back on, with the reason. */
function turnsTo(given: Repeating): Refusal | null {
  const { payload, rule, before } = given;
  const next = nextRuleAfter(before, given);
  if (next === null) {
    return refuse(UPON.fallback, `No rule follows after ${before.name}.`, {
      remedy: 'A question turns to another rule where it ended without being adopted.',
    });
  }
  if (next.name !== rule.name) {
    return refuse(UPON.fallback, `After ${before.name} it is put under ${next.name}.`, {
      remedy: `Put it under ${next.name}.`,
      values: { rule: next.name },
    });
  }
  return payload.reason === undefined
    ? refuse(UPON.fallback, `It is not said why ${payload.decision} is put after ${before.name}.`, {
        remedy: 'Say in the reason how the efforts ended.',
      })
    : null;
}

const DUE: Readonly<Record<Again['because'], (given: Repeating) => Refusal | null>> = {
  'second-vote': secondVoteDue,
  'no-quorum': ({ before, ended }) =>
    ended.result === 'no-quorum'
      ? null
      : unlike(`${before.name} had its quorum.`, 'Reconsider it.'),
  reconsidered,
  fallback: turnsTo,
};

/** The same question, under the same rule, and not put again by another already. */
function sameAs({ again, before, decisions, payload, rule }: Repeating): Refusal | null {
  const latest = latestOf(decisions, before.name);
  if (latest !== before) {
    return unlike(`It was put again as ${latest?.name ?? ''}.`, 'Name the one that was put last.');
  }
  const first = before.opening.payload;
  if (JSON.stringify(first.on) !== JSON.stringify(payload.on)) {
    return unlike(`${before.name} was put on something else.`, 'Put the same question.');
  }
  return again.because === 'fallback' || first.rule === rule.name
    ? null
    : unlike(`${before.name} was put under ${first.rule}.`, `Put it under ${first.rule}.`);
}

/** Whether a question may be put once more, and why. */
export function mayPutAgain(given: Putting): Refusal | null {
  const { again } = given.payload;
  if (again === undefined) return null;
  const before = given.decisions.get(again.question);
  const ended = before === undefined ? null : endedIn(given, before.name);
  const ruleBefore = before === undefined ? null : ruleOf(given.floor, before, given.at);
  if (before === undefined || ended === null || ruleBefore === null) {
    return unlike(`${again.question} is not decided.`, 'Wait until it is closed.');
  }
  const repeating = { ...given, again, before, ended, ruleBefore };
  return sameAs(repeating) ?? DUE[again.because](repeating);
}

/** Of a second vote, the first with the rule that governs both; null: it is none. */
function firstVoteOf({ decisions, floor, at }: Room, { opening }: DecisionState) {
  const { again } = opening.payload;
  if (again?.because !== 'second-vote') return null;
  const before = decisions.get(again.question);
  const rule = before === undefined ? null : ruleOf(floor, before, at);
  return before === undefined || rule === null ? null : { before, rule };
}

/** Whether a second vote is taken at the sitting, and within the time, that its rule says. */
export function secondVoteFault(room: Room, decision: DecisionState): Refusal | null {
  const found = firstVoteOf(room, decision);
  if (found === null) return null;
  const { floor, at } = room;
  const { before, rule } = found;
  const ended = outcomeOf(before, floor, at);
  const until = secondVoteUntil(rule, ended);
  if (until !== null && at > until) {
    return refuse(UPON.secondVote, `The second vote was to be taken until ${until}.`, {
      remedy: `${before.name} has carried nothing; the body may reconsider it.`,
      values: { until },
    });
  }
  const sitting = floor.sittingAt(at);
  const isLater = sitting !== null && sitting !== floor.sittingAt(ended.endedAt ?? at);
  return rule.secondVote?.laterSitting !== true || isLater
    ? null
    : refuse(UPON.secondVote, `${rule.name} has the second vote at a later sitting.`, {
        remedy: 'Put it to wait, and open the voting at the next sitting.',
      });
}
