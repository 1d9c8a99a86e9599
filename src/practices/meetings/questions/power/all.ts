/** What the practice answers on power. */
import type { Question } from '../../../../kernel/define-area.ts';

export const powerQuestions: readonly Question[] = [];
