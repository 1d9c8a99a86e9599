/** What the practice answers on history. */
import type { Question } from '../../../../kernel/define-area.ts';
import { agreement } from './agreement.ts';
import { blocs } from './blocs.ts';
import { drift } from './drift.ts';
import { rollCall } from './roll-call.ts';
import { rollCalls } from './roll-calls.ts';
import { voters } from './voters.ts';

export const historyQuestions: readonly Question[] = [
  rollCalls,
  rollCall,
  agreement,
  blocs,
  drift,
  voters,
];
