/** Who judges which act upon a body. */
import type { Judging } from '../judging.ts';
import { upon } from './given-body.ts';
import { judgeArrears, judgeAssessment } from './judging-contributions.ts';
import { judgeRules, judgeWeights } from './judging-rules.ts';
import { judgeAllocation, judgeSeating, judgeVacating } from './judging-seats.ts';
import {
  judgeElected,
  judgeEndOfObservation,
  judgeEndOfOffice,
  judgeObserver,
  judgeRestoration,
  judgeSuspension,
} from './judging-standing.ts';

export const BODY_JUDGES: Readonly<Record<string, Judging>> = {
  'meetings.adopt-rules': upon(...judgeRules),
  'meetings.set-weights': upon(...judgeWeights),
  'meetings.allocate-seats': upon(judgeAllocation),
  'meetings.seat-member': upon(...judgeSeating),
  'meetings.vacate-seat': upon(judgeVacating),
  'meetings.elect-officer': upon(judgeElected),
  'meetings.end-office': upon(judgeEndOfOffice),
  'meetings.admit-observer': upon(judgeObserver),
  'meetings.end-observation': upon(judgeEndOfObservation),
  'meetings.assess-contributions': upon(judgeAssessment),
  'meetings.state-arrears': upon(judgeArrears),
  'meetings.suspend-rights': upon(judgeSuspension),
  'meetings.restore-rights': upon(judgeRestoration),
};
