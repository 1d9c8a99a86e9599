/** Acts by which a session decides. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { PutQuestion } from '../payloads/decision.ts';
import { factRows } from './fact-row.ts';

export const putQuestion = defineAct({
  type: 'meetings.put-question',
  title: 'Put a question to the decision',
  payload: PutQuestion,
  example: {
    decision: 'draft-decision-1',
    title: { en: 'Draft decision 1' },
    on: { kind: 'document' as const, symbol: 'C/1/L.1' },
    rule: 'substance',
  },
  apply: factRows,
});

export const decisionActs: readonly ActDefinition[] = [putQuestion];
