/** What the practice answers on decisions. */
import type { Question } from '../../../../kernel/define-area.ts';
import { decision } from './decision.ts';
import { decisions, silences } from './decisions.ts';
import { groupVotes } from './group-votes.ts';
import { order } from './order.ts';
import { outcomes } from './outcomes.ts';

export const decisionQuestions: readonly Question[] = [
  decision,
  decisions,
  silences,
  order,
  outcomes,
  groupVotes,
];
