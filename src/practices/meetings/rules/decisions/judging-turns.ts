/** Judges of when a question is put or opened: in its turn, and a second vote when it is due. */
import type { Refusal } from '../../../../kernel/refusal.ts';
import type { PutQuestion } from '../../payloads/decision.ts';
import { hasVotes } from '../ballots/fits.ts';
import { factOf } from '../fact-of.ts';
import { withQuestion } from './decision-state.ts';
import type { OnFloor, Upon } from './judging.ts';
import { secondVoteFault } from './judging-put-again.ts';
import { openedAt } from './phase.ts';
import { interrupted, turnFault } from './turns.ts';

/** What is put by whoever presides opens at once, unless it waits: then it has to be its turn. */
export function inTurnAtOnce(given: OnFloor<PutQuestion>): Refusal | null {
  const { act, at, floor, payload } = given;
  const decisions = withQuestion(given.decisions, { ...factOf(act, at), payload });
  const decision = decisions.get(payload.decision);
  const begins = decision === undefined ? null : openedAt(decision, floor);
  if (decision === undefined || begins === null || begins > at) return null;
  const room = { floor, at, decisions };
  return turnFault(room, decision) ?? secondVoteFault(room, decision);
}

/** Motions, amendments and parts are voted on before what they belong to. */
export const inTurn = (given: Upon<object>): Refusal | null => turnFault(given, given.decision);

/**
 * The same of what is voted on or closed. What was opened in its turn, and what votes were cast on,
 * keeps it: voting that has begun is not interrupted (UNGA Rules of Procedure, rule 88).
 */
export const keepsTurn = (given: Upon<object>): Refusal | null =>
  given.decision.opened !== null || hasVotes(given.decision) ? null : inTurn(given);

/** Nothing that has precedence waits, and a second vote is taken when it is due. */
export const notInterrupted = (given: Upon<object>): Refusal | null =>
  interrupted(given, given.decision) ?? secondVoteFault(given, given.decision);
