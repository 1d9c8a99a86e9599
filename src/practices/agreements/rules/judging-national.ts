/** Whether a stage of ratification may be recorded: the ministry's own affair. */
import type { ActOf } from '../../../kernel/act.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { Others } from './judging-check.ts';

/** Judges a stage that a State records for itself. */
export function judgeStage(_act: ActOf<unknown>, _others: Others): Refusal | null {
  return null;
}
