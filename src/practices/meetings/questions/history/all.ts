/** What the practice answers on history. */
import type { Question } from '../../../../kernel/define-area.ts';

export const historyQuestions: readonly Question[] = [];
