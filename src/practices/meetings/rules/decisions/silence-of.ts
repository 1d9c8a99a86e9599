/** A silence procedure as the engine reads it: what was received, and what came of it. */
import type { InstantText } from '../../../../kernel/dates.ts';
import { type Refusal } from '../../../../kernel/refusal.ts';
import type { DecisionRule } from '../../payloads/decision-rule.ts';
import { judgeSilence } from '../deciding/silence-judging.ts';
import {
  type SilenceEvent,
  type SilenceResult,
  foldSilence,
  silenceAt,
} from '../deciding/silence.ts';
import type { Fact } from '../facts.ts';
import type { DecisionState } from './decision-state.ts';
import type { Floor } from './floor.ts';
import { openedAt } from './phase.ts';
import { pollOf } from './poll-of.ts';

interface Within {
  readonly floor: Floor;
  readonly rule: DecisionRule;
  readonly at: InstantText;
}
type Placed = readonly [ledger: number, event: SilenceEvent];

const received = ({ act, recordedAt }: Fact) => ({ act, at: recordedAt });

/** All that was received upon it, in the order of admission. */
function eventsOf(decision: DecisionState, floor: Floor): SilenceEvent[] {
  const { opening, closings, extensions, objections, relented, resumptions } = decision;
  const { deadlineAt } = opening.payload;
  const begun = openedAt(decision, floor);
  if (begun === null || deadlineAt === undefined) return [];
  const placed: Placed[] = [
    ...objections.map((one): Placed => {
      const { actor, ledger, payload } = one;
      return [ledger, { kind: 'object', ...received(one), actor, reason: payload.reason }];
    }),
    ...relented.map((one): Placed => {
      return [one.ledger, { kind: 'withdraw-objection', ...received(one), actor: one.actor }];
    }),
    ...extensions.map((one): Placed => {
      return [one.ledger, { kind: 'extend', ...received(one), deadlineAt: one.payload.until }];
    }),
    ...resumptions.map((one): Placed => {
      return [one.ledger, { kind: 'resume', ...received(one), deadlineAt: one.payload.until }];
    }),
    ...closings.map((one): Placed => [one.ledger, { kind: 'close', ...received(one) }]),
  ];
  return [
    { kind: 'open', act: opening.act, at: begun, deadlineAt },
    ...placed.toSorted(([one], [other]) => one - other).map(([, event]) => event),
  ];
}

/** Where a silence procedure stands; null where it has not begun, or was withdrawn. */
export function silenceOf(decision: DecisionState, within: Within): SilenceResult | Refusal | null {
  if (decision.withdrawal !== null) return null;
  return silenceAt(eventsOf(decision, within.floor), pollOf(decision, within), within.at);
}

/** Whether one more thing may be done about it. */
export function judgeNext(
  decision: DecisionState,
  within: Within,
  event: SilenceEvent,
): Refusal | null {
  const state = foldSilence(eventsOf(decision, within.floor), pollOf(decision, within));
  return judgeSilence(within.rule, state, event);
}
