/** What the practice answers on bodies. */
import type { Question } from '../../../../kernel/define-area.ts';

export const bodyQuestions: readonly Question[] = [];
