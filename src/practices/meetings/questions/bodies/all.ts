/** What the practice answers on bodies. */
import type { Question } from '../../../../kernel/define-area.ts';
import { arrears } from './arrears.ts';
import { body } from './body.ts';
import { members } from './members.ts';
import { votingRights } from './voting-rights.ts';

export const bodyQuestions: readonly Question[] = [body, members, votingRights, arrears];
