/** What the practice answers on texts. */
import type { Question } from '../../../../kernel/define-area.ts';
import { issues } from './issues.ts';
import { textComments } from './text-comments.ts';
import { textCompare } from './text-compare.ts';
import { textDraft } from './text-draft.ts';
import { textView } from './text-view.ts';
import { text } from './text.ts';
import { texts } from './texts.ts';

export const textQuestions: readonly Question[] = [
  text,
  textView,
  textDraft,
  textCompare,
  textComments,
  issues,
  texts,
];
