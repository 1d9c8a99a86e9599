/** Judges of what a question is put about: what is put again, reconsidered, or interrupts. */
import { audienceOf } from '../../../../kernel/marking.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { type Sentence, said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import type { PutQuestion } from '../../payloads/decision.ts';
import { hasVotes } from '../ballots/fits.ts';
import type { DecisionState } from './decision-state.ts';
import { type OnFloor, firstOf } from './judging.ts';
import { nextRuleAfter } from './judging-governing.ts';
import { underOwnRule } from './judging-own-rule.ts';
import { UPON } from './law.ts';
import { aboutOf, latestOf, motionsOn } from './matter.ts';
import { type Room, endedIn, secondVoteUntil } from './order-of-votes.ts';
import { type Reckoned, outcomeOf, ruleOf } from './outcome-of.ts';
import { hasEnded, phaseOf } from './phase.ts';

type Putting = OnFloor<PutQuestion> & { readonly rule: DecisionRule };
type Again = NonNullable<PutQuestion['again']>;

/** Only what was decided is reconsidered. */
function isReconsiderable(given: Putting, whole: DecisionState): Refusal | null {
  const result = endedIn(given, whole.name)?.result ?? null;
  return result === null || result === 'postponed' || result === 'no-quorum'
    ? refuse(
        UPON.reconsider,
        said('{$name} is not decided, so nothing is to be reconsidered.', { name: whole.name }),
      )
    : null;
}

/** Whether voting on it has begun, and is not over. */
function isVotedOn({ floor, at }: Putting, whole: DecisionState): boolean {
  const hasBegun = whole.opened !== null || hasVotes(whole);
  return hasBegun && phaseOf(whole, floor, at) === 'open';
}

/** What it is about is not decided yet, nor being voted on; what is reconsidered is decided. */
function aboutOpen(given: Putting): Refusal | null {
  const { decisions, payload, at } = given;
  const { on } = payload;
  const about = aboutOf(on);
  const whole = about === null ? null : latestOf(decisions, about);
  if (whole === null) return null;
  const motion = on.kind === 'motion' ? on.motion : null;
  if (motion === 'reconsideration') return isReconsiderable(given, whole);
  if (hasEnded(whole, at) || whole.withdrawal !== null) {
    return refuse(
      UPON.order,
      said('{$name} is decided or withdrawn already.', { name: whole.name }),
      {
        remedy: said('Propose to reconsider it: a motion of its own.'),
      },
    );
  }
  return isVotedOn(given, whole) && motion !== 'appeal'
    ? refuse(UPON.undisturbed, said('Voting on {$name} has begun.', { name: whole.name }), {
        remedy: said('Close the voting first; what was decided can be reconsidered.'),
      })
    : null;
}

/** That what else it names is on record. */
function namesKnown({ decisions, floor, payload }: Putting): Refusal | null {
  const { alternativeTo, item } = payload;
  if (item !== undefined && !floor.hasItem(item)) {
    return refuse(
      UPON.named,
      said('No item {$item} was proposed in {$session}.', { item, session: floor.session }),
    );
  }
  return alternativeTo === undefined || decisions.has(alternativeTo)
    ? null
    : refuse(
        UPON.named,
        said('No question {$alternativeTo} was put in {$session}.', {
          alternativeTo,
          session: floor.session,
        }),
      );
}

/** What is put about a question is for those who see the question: else nobody knew the order. */
function asOpenAsWhole({ act, decisions, payload }: Putting): Refusal | null {
  const { again, alternativeTo, on } = payload;
  const names = [aboutOf(on), again?.question, alternativeTo];
  const whole = names
    .flatMap((name) => decisions.get(name ?? '') ?? [])
    .find(({ opening }) => {
      return audienceOf(opening.marking) !== audienceOf(act.header.marking);
    });
  return whole === undefined
    ? null
    : refuse(
        UPON.openly,
        said('{$name} was put to another audience than this question has.', { name: whole.name }),
        {
          remedy: said('Mark it as that question is marked: {$level}.', {
            level: whole.opening.marking.level,
          }),
        },
      );
}

interface Repeating extends Putting {
  readonly again: Again;
  readonly before: DecisionState;
  readonly ended: Reckoned;
  readonly ruleBefore: DecisionRule;
}

const unlike = (reason: Sentence, remedy: Sentence): Refusal =>
  refuse(UPON.again, reason, { remedy });

const secondVoteDue = ({ before, ended }: Repeating): Refusal | null =>
  ended.result === 'postponed'
    ? null
    : unlike(
        said('{$name} was neither equally divided nor put off.', { name: before.name }),
        said('Reconsider it.'),
      );

function reconsidered(given: Repeating): Refusal | null {
  const { decisions, before, ended } = given;
  const isCarried = motionsOn(decisions, before.name, 'reconsideration').some((motion) => {
    const result = endedIn(given, motion.name);
    const isLater = (result?.endedAt ?? '') >= (ended.endedAt ?? '');
    return result?.result === 'adopted' && isLater;
  });
  return isCarried
    ? null
    : refuse(
        UPON.reconsider,
        said('No motion to reconsider {$name} was carried.', { name: before.name }),
        {
          remedy: said('Move reconsideration, which needs two thirds.'),
        },
      );
}

/** It is put under what the rule of the one before falls back on, with the reason. */
function turnsTo(given: Repeating): Refusal | null {
  const { payload, rule, before } = given;
  const next = nextRuleAfter(before, given);
  if (next === null) {
    return refuse(UPON.fallback, said('No rule follows after {$name}.', { name: before.name }), {
      remedy: said('A question turns to another rule where it ended without being adopted.'),
    });
  }
  if (next.name !== rule.name) {
    return refuse(
      UPON.fallback,
      said('After {$name} it is put under {$nextName}.', {
        name: before.name,
        nextName: next.name,
      }),
      {
        remedy: said('Put it under {$name}.', { name: next.name }),
        values: { rule: next.name },
      },
    );
  }
  return payload.reason === undefined
    ? refuse(
        UPON.fallback,
        said('It is not said why {$decision} is put after {$name}.', {
          decision: payload.decision,
          name: before.name,
        }),
        {
          remedy: said('Say in the reason how the efforts ended.'),
        },
      )
    : null;
}

const DUE: Readonly<Record<Again['because'], (given: Repeating) => Refusal | null>> = {
  'second-vote': secondVoteDue,
  'no-quorum': ({ before, ended }) =>
    ended.result === 'no-quorum'
      ? null
      : unlike(said('{$name} had its quorum.', { name: before.name }), said('Reconsider it.')),
  reconsidered,
  fallback: turnsTo,
};

/** The same question, under the same rule, and not put again by another already. */
function sameAs({ again, before, decisions, payload, rule }: Repeating): Refusal | null {
  const latest = latestOf(decisions, before.name);
  if (latest !== before) {
    return unlike(
      said('It was put again as {$name}.', { name: latest?.name ?? '' }),
      said('Name the one that was put last.'),
    );
  }
  const first = before.opening.payload;
  if (JSON.stringify(first.on) !== JSON.stringify(payload.on)) {
    return unlike(
      said('{$name} was put on something else.', { name: before.name }),
      said('Put the same question.'),
    );
  }
  return again.because === 'fallback' || first.rule === rule.name
    ? null
    : unlike(
        said('{$name} was put under {$rule}.', { name: before.name, rule: first.rule }),
        said('Put it under {$rule}.', { rule: first.rule }),
      );
}

/** Whether a question may be put once more, and why. */
function mayPutAgain(given: Putting): Refusal | null {
  const { again } = given.payload;
  if (again === undefined) return null;
  const before = given.decisions.get(again.question);
  const ended = before === undefined ? null : endedIn(given, before.name);
  const ruleBefore = before === undefined ? null : ruleOf(given.floor, before, given.at);
  if (before === undefined || ended === null || ruleBefore === null) {
    return unlike(
      said('{$question} is not decided.', { question: again.question }),
      said('Wait until it is closed.'),
    );
  }
  const repeating = { ...given, again, before, ended, ruleBefore };
  return sameAs(repeating) ?? DUE[again.because](repeating);
}

/** Whether a question may be put beside others: those that it is about, or puts once more. */
export const besideOthers = firstOf<Putting>(
  namesKnown,
  asOpenAsWhole,
  aboutOpen,
  underOwnRule,
  mayPutAgain,
);

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
    return refuse(
      UPON.secondVote,
      said('The second vote was to be taken until {$until}.', { until }),
      {
        remedy: said('{$name} has carried nothing; the body may reconsider it.', {
          name: before.name,
        }),
        values: { until },
      },
    );
  }
  const sitting = floor.sittingAt(at);
  const isLater = sitting !== null && sitting !== floor.sittingAt(ended.endedAt ?? at);
  return rule.secondVote?.laterSitting !== true || isLater
    ? null
    : refuse(
        UPON.secondVote,
        said('{$name} has the second vote at a later sitting.', { name: rule.name }),
        {
          remedy: said('Put it to wait, and open the voting at the next sitting.'),
        },
      );
}
