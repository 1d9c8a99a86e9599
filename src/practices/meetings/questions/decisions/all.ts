/** What the practice answers on decisions. */
import type { Question } from '../../../../kernel/define-area.ts';

export const decisionQuestions: readonly Question[] = [];
