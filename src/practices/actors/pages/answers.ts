/** What the questions of this practice answer, as their pages show it. */
import type { Question } from '../../../kernel/define-area.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { compare, members } from '../questions/members.ts';
import type { show } from '../questions/show.ts';

type AnswerTo<Asked> =
  Asked extends Question<never, infer Output> ? Exclude<Output, Refusal> : never;

export type Shown = AnswerTo<typeof show>;
export type Members = AnswerTo<typeof members>;
export type Compared = AnswerTo<typeof compare>;
