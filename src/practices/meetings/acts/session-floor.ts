/** Acts on the floor. */
import type { ActDefinition } from '../../../kernel/define-area.ts';
import {
  ClosedList,
  DeliveredStatement,
  EndedSpeech,
  GivenFloor,
  RequestedFloor,
  RuledOnPoint,
  TimeLimit,
  WithdrawnRequest,
} from '../payloads/session-floor.ts';
import { sessionAct } from './session-act.ts';

const ITEM = { item: 'reporting' };

export const floorActs: readonly ActDefinition[] = [
  sessionAct('request-floor', 'Ask for the floor', RequestedFloor, {
    ...ITEM,
    kind: 'statement',
    onBehalfOf: [],
  }),
  sessionAct('withdraw-request', 'Withdraw a request for the floor', WithdrawnRequest, ITEM),
  sessionAct('give-floor', 'Give the floor', GivenFloor, { to: 'FRA' }),
  sessionAct('end-speech', 'End a speech', EndedSpeech, {}),
  sessionAct('close-list', 'Close the list of speakers', ClosedList, ITEM),
  sessionAct('set-time-limit', 'Set a time limit', TimeLimit, { seconds: 180, kind: 'statement' }),
  sessionAct('rule-on-point', 'Rule on a point of order', RuledOnPoint, {
    raisedBy: 'FRA',
    as: 'upheld',
    reason: 'The draft was circulated today, not the day before.',
  }),
  sessionAct('deliver-statement', 'Deliver a statement', DeliveredStatement, {
    ...ITEM,
    language: 'en',
    words: 'Mr. President, we welcome the draft.',
  }),
];
