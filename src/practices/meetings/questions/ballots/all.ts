/** What the practice answers on secret ballots. */
import type { Question } from '../../../../kernel/define-area.ts';
import { ballotBox } from './ballot-box.ts';

export const ballotQuestions: readonly Question[] = [ballotBox];
