/** What the questions on votes of the past answer, as their pages show it. */
import type { Question } from '../../../../kernel/define-area.ts';
import type { Refusal } from '../../../../kernel/refusal.ts';
import type { agreement } from '../../questions/history/agreement.ts';
import type { blocs } from '../../questions/history/blocs.ts';
import type { drift } from '../../questions/history/drift.ts';
import type { rollCall } from '../../questions/history/roll-call.ts';
import type { rollCalls } from '../../questions/history/roll-calls.ts';
import type { voters } from '../../questions/history/voters.ts';

type AnswerTo<Asked> =
  // The input is whatever the question takes.
  Asked extends Question<infer _Input, infer Output> ? Exclude<Output, Refusal> : never;

export type AgreementShown = AnswerTo<typeof agreement>;
export type BlocsShown = AnswerTo<typeof blocs>;
export type DriftShown = AnswerTo<typeof drift>;
export type RollCallShown = AnswerTo<typeof rollCall>;
export type RollCallsShown = AnswerTo<typeof rollCalls>;
export type VotersShown = AnswerTo<typeof voters>;
