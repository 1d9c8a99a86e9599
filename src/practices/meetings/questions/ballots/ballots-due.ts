/**
 * What the node that keeps a session has to do for its secret ballots. Asked by the node itself: it
 * is in no list of questions, and answers from the record alone.
 */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { Marking } from '../../../../kernel/marking.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Name } from '../../payloads/parts.ts';
import { isSecret, roundOf } from '../../rules/ballots/counted.ts';
import { placeOf, takingOf } from '../../rules/ballots/taking.ts';
import { ruleOf } from '../../rules/decisions/outcome-of.ts';
import type { DecisionState } from '../../rules/decisions/decision-state.ts';
import { type Deciding, findSession } from '../decisions/find.ts';

const Place = z.object({ register: z.string(), decision: z.string(), ballot: z.int() });
const DueBallot = z.object({
  place: Place,
  marking: Marking,
  /** Whether papers have to be prepared, or were. */
  isPrepared: z.boolean(),
  /** Members whose paper is still to be handed out. */
  asking: z.array(z.object({ actor: z.string(), blinded: z.string() })),
  /** Whether the box is to be opened now. */
  isClosed: z.boolean(),
  /** Whether the question was withdrawn, so that the box is for nothing. */
  isWithdrawn: z.boolean(),
});
export type DueBallot = z.output<typeof DueBallot>;

function dueOf({ floor, reading }: Deciding, decision: DecisionState): DueBallot[] {
  const { at } = reading.moment;
  const rule = ruleOf(floor, decision, at);
  if (rule === null || !isSecret(decision, rule)) return [];
  const taking = takingOf(decision, { floor, rule, at });
  const { ballot, isClosed, isOpen } = taking;
  const { handed, opened, prepared, taken } = roundOf(decision, ballot);
  if (opened !== null || (prepared === null && !isOpen)) return [];
  const asking = [...taken.values()].filter(({ actor }) => !handed.has(actor));
  return [
    {
      place: placeOf(floor, decision, ballot),
      marking: decision.opening.marking,
      isPrepared: prepared !== null,
      asking: asking.map(({ actor, payload }) => ({ actor, blinded: payload.blinded })),
      isClosed,
      isWithdrawn: decision.withdrawal !== null,
    },
  ];
}

/** The ballots of a session that wait for something, and whether any may do so later. */
export const ballotsDue = defineQuestion({
  name: 'meetings.ballots-due',
  title: 'What is to be done for the secret ballots of a session?',
  input: z.strictObject({ session: Name }),
  output: z.object({ due: z.array(DueBallot), isWatched: z.boolean() }),
  example: { session: 'first-session' },
  async answer(asked, { session }) {
    const found = await findSession(asked, session);
    if (isRefusal(found)) return found;
    const all = [...found.decisions.values()];
    const secret = all.filter((one) => {
      const rule = ruleOf(found.floor, one, found.reading.moment.at);
      return rule !== null && isSecret(one, rule);
    });
    const due = secret.flatMap((one) => dueOf(found, one));
    // What begins or ends at an instant is told by no act.
    const isWatched = secret.some(
      ({ opening: { payload }, rounds, withdrawal }) =>
        withdrawal === null &&
        (payload.opensAt ?? payload.deadlineAt) !== undefined &&
        (rounds.get(1)?.opened ?? null) === null,
    );
    return { due, isWatched };
  },
});
