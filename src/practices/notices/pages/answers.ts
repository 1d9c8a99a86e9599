/** What the questions of this practice answer, as their pages show it. */
import type { Question } from '../../../kernel/define-area.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { channel, channels } from '../questions/channels.ts';
import type { duty } from '../questions/duty.ts';
import type { lineage } from '../questions/lineage.ts';
import type { notice, thread } from '../questions/notice.ts';

type AnswerTo<Asked> =
  Asked extends Question<never, infer Output> ? Exclude<Output, Refusal> : never;

export type Shown = AnswerTo<typeof notice>;
export type Addressee = Shown['addressees'][number];
export type Thread = AnswerTo<typeof thread>;
export type Lineage = AnswerTo<typeof lineage>;
export type ChannelShown = AnswerTo<typeof channel>;
export type ChannelRow = AnswerTo<typeof channels>['rows'][number];
export type NoticeRow = ChannelShown['rows'][number];
export type Task = AnswerTo<typeof duty>['rows'][number];
