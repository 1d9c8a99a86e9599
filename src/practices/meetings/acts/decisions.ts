/** Acts by which a session decides. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { PutQuestion } from '../payloads/decision.ts';
import { factRows } from './fact-row.ts';

export const putQuestion = defineAct({
  type: 'meetings.put-question',
  title: 'Put a question to the decision',
  payload: PutQuestion,
  example: {
    decision: 'draft-declaration',
    title: { en: 'Draft declaration' },
    on: { kind: 'document' as const, symbol: 'GC/1/L.1' },
    rule: 'substance',
  },
  apply: factRows,
});

export const decisionActs: readonly ActDefinition[] = [putQuestion];
