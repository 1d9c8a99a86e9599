/** What the questions on texts answer, as pages take it. */
import type { Refusal } from '../../../../kernel/refusal.ts';
import type { issues } from '../../questions/texts/issues.ts';
import type { textCompare } from '../../questions/texts/text-compare.ts';
import type { textDraft } from '../../questions/texts/text-draft.ts';
import type { textView } from '../../questions/texts/text-view.ts';
import type { text } from '../../questions/texts/text.ts';

type Answer<Asked extends { answer: (...given: never[]) => Promise<unknown> }> = Exclude<
  Awaited<ReturnType<Asked['answer']>>,
  Refusal
>;

export type TextShown = Answer<typeof text>;
export type IssueShown = TextShown['issues'][number];
export type ProvisionShown = TextShown['provisions'][number];
export type ViewShown = Answer<typeof textView>;
export type IssuesShown = Answer<typeof issues>;
export type ComparedShown = Answer<typeof textCompare>;
export type CommentShown = TextShown['comments'][number];
export type DraftShown = Answer<typeof textDraft>;
