/** Whether something may still be done about a silence procedure, and under which rule not. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { type Refusal, refuse } from '../../../../kernel/refusal.ts';
import { said } from '../../../../kernel/said.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { isHoursLater } from './hours.ts';
import { DECIDING } from './law.ts';
import { lawOf } from './outcome-finding.ts';
import type { SilenceEvent, SilenceState } from './silence.ts';

/** When it had ended by the instant; null where it runs, the deadline's own instant included. */
function endOf(state: SilenceState, at: InstantText): InstantText | null {
  if (state.status !== 'running') return state.endedAt;
  return at <= state.deadlineAt ? null : state.deadlineAt;
}

function judgeDeadline(
  rule: DecisionRule,
  from: InstantText,
  deadlineAt: InstantText,
): Refusal | null {
  const hours = rule.silence?.hoursMin ?? 0;
  return isHoursLater(from, hours, deadlineAt)
    ? null
    : refuse(
        lawOf(rule),
        said('The silence would end within less than {$hours} hours.', { hours }),
        {
          remedy: said('Set a deadline at least {$hours} hours after {$from}.', { hours, from }),
          values: { hours: `${hours}` },
        },
      );
}

function judgeExtension(
  rule: DecisionRule,
  state: SilenceState,
  deadlineAt: InstantText,
): Refusal | null {
  if (rule.silence?.extendable !== true) {
    return refuse(lawOf(rule), said('The rule does not let the deadline be extended.'));
  }
  return deadlineAt > state.deadlineAt
    ? null
    : refuse(
        lawOf(rule),
        said('The deadline is {$deadlineAt} already; this is no extension.', {
          deadlineAt: state.deadlineAt,
        }),
      );
}

function judgeClosing(rule: DecisionRule, state: SilenceState, at: InstantText): Refusal | null {
  if (rule.silence?.closableEarly !== true) {
    return refuse(lawOf(rule), said('The rule does not let it be closed before its deadline.'), {
      remedy: said('Wait until {$deadlineAt} has passed.', { deadlineAt: state.deadlineAt }),
    });
  }
  const hours = rule.silence.hoursMin;
  return isHoursLater(state.roundOpenedAt, hours, at)
    ? null
    : refuse(lawOf(rule), said('It has not run for {$hours} hours yet.', { hours }), {
        remedy: said('Close it {$hours} hours after {$roundOpenedAt}.', {
          hours,
          roundOpenedAt: state.roundOpenedAt,
        }),
      });
}

function judgeResumption(
  rule: DecisionRule,
  state: SilenceState,
  event: { at: InstantText; deadlineAt: InstantText },
): Refusal | null {
  if (state.status !== 'broken') {
    return refuse(
      DECIDING.silence,
      said('The silence is not broken, so there is nothing to resume.'),
    );
  }
  return rule.silence?.resumable === true
    ? judgeDeadline(rule, event.at, event.deadlineAt)
    : refuse(lawOf(rule), said('The rule does not let a broken silence be taken up again.'));
}

function judgeWhileRunning(
  rule: DecisionRule,
  state: SilenceState,
  event: SilenceEvent,
): Refusal | null {
  const endedAt = endOf(state, event.at);
  // Who joins an objection while the deadline has not passed is heard, though it is broken already.
  const isHeard = state.status === 'broken' && event.at <= state.deadlineAt;
  if (endedAt !== null && !(event.kind === 'object' && isHeard)) {
    return refuse(
      DECIDING.silence,
      said('The silence procedure ended at {$endedAt}.', { endedAt }),
      {
        remedy: said('Have the matter put to the body again.'),
        values: { endedAt },
      },
    );
  }
  if (event.kind === 'extend') return judgeExtension(rule, state, event.deadlineAt);
  return event.kind === 'close' ? judgeClosing(rule, state, event.at) : null;
}

/** Judges what is about to be received; `state` is null where nothing opened it yet. */
export function judgeSilence(
  rule: DecisionRule,
  state: SilenceState | null,
  event: SilenceEvent,
): Refusal | null {
  if (event.kind === 'open') {
    return state === null
      ? judgeDeadline(rule, event.at, event.deadlineAt)
      : refuse(DECIDING.silence, said('The silence procedure is open already.'));
  }
  if (state === null) return refuse(DECIDING.silence, said('No silence procedure is open.'));
  if (event.kind === 'resume') return judgeResumption(rule, state, event);
  return judgeWhileRunning(rule, state, event);
}
