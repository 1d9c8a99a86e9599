/** What the practice answers on sessions. */
import type { Question } from '../../../../kernel/define-area.ts';

export const sessionQuestions: readonly Question[] = [];
