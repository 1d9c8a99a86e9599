/** What the practice answers on positions. */
import type { Question } from '../../../../kernel/define-area.ts';
import { positions } from './positions.ts';

export const positionQuestions: readonly Question[] = [positions];
