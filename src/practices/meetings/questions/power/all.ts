/** What the practice answers on power. */
import type { Question } from '../../../../kernel/define-area.ts';
import { coalitions } from './coalitions.ts';
import { power } from './power.ts';

export const powerQuestions: readonly Question[] = [power, coalitions];
