/** What the practice answers on positions. */
import type { Question } from '../../../../kernel/define-area.ts';

export const positionQuestions: readonly Question[] = [];
