/** What a question answers when it does not refuse. */
import type { Question } from '../../kernel/define-area.ts';
import type { Refusal } from '../../kernel/refusal.ts';

export type AnswerTo<Asked> =
  Asked extends Question<never, infer Output> ? Exclude<Output, Refusal> : never;
