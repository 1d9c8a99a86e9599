/** Whether a text, or a change of one may be admitted. */
import { check, type Check } from './judging-check.ts';
import * as payloads from '../payloads/texts.ts';

/** By type of act. */
export const TEXT_CHECKS: Readonly<Record<string, Check>> = {
  'agreements.fix-text': check(payloads.FixedText, () => null),
  'agreements.change-text': check(payloads.TextChanges, () => null),
};
