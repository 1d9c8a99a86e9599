/** How each act by which a session decides is judged. */
import { BALLOT_JUDGES } from '../ballots/judging-ballots.ts';
import type { Judging } from '../judging.ts';
import { QUESTION_JUDGES } from './judging-questions.ts';
import { VOTE_JUDGES } from './judging-votes.ts';

export const DECISION_JUDGES: Readonly<Record<string, Judging>> = Object.fromEntries(
  Object.entries({ ...QUESTION_JUDGES, ...VOTE_JUDGES, ...BALLOT_JUDGES }).map(([type, judge]) => [
    type,
    { kind: 'session' as const, judge },
  ]),
);
