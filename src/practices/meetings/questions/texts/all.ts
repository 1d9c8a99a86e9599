/** What the practice answers on texts. */
import type { Question } from '../../../../kernel/define-area.ts';

export const textQuestions: readonly Question[] = [];
