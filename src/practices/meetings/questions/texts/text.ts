/** A text under negotiation as it lies in the room. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { showText } from '../../rules/texts/show-text.ts';
import { openIssues } from '../../rules/texts/count-issues.ts';
import { plainPieces } from '../../rules/texts/plain-pieces.ts';
import { showWords } from '../../rules/texts/show-words.ts';
import type { TextState } from '../../rules/texts/text-state.ts';
import { inTheRoom } from '../../rules/texts/views.ts';
import { Name } from '../../payloads/parts.ts';
import { InLanguage } from '../shapes.ts';
import { CommentShape, commentRows } from './text-comments.ts';
import { ArticleOverTime, OnDay, overTime } from './over-time.ts';
import { HeadShape, IssueShape, ProvisionShape, headOf, issueShape, openText } from './shapes.ts';

/** What was withdrawn, with the words that it would have brought. */
function withdrawnIn(state: TextState) {
  const all = [...state.issues.values()].filter(({ withdrawal }) => withdrawal !== null);
  return all.map((issue) => {
    const pieces = issue.options.flatMap((words) =>
      showWords(words, inTheRoom(state.standings), null),
    );
    return { ...issueShape(state, issue), words: plainPieces(pieces) };
  });
}

export const text = defineQuestion({
  name: 'meetings.text',
  title: 'What does a text say in the room, with its brackets?',
  input: z.strictObject({ text: Name, locale: InLanguage }),
  output: z.object({
    ...HeadShape,
    provisions: z.array(ProvisionShape),
    issues: z.array(IssueShape),
    /** Proposals that were withdrawn, which others may take over; with their words. */
    withdrawn: z.array(IssueShape.extend({ words: z.string() })),
    comments: z.array(CommentShape),
    /** How many were open at the end of each day on which that changed. */
    overTime: z.array(OnDay),
    /** The same times, article by article. */
    articlesOverTime: z.array(ArticleOverTime),
    /** Acts that point at what the asker may not see, or what is not there. */
    unplaced: z.int(),
  }),
  example: { text: 'draft-declaration' },
  async answer(asked, { text: name, locale }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const { state } = opened;
    const provisions = showText(state, inTheRoom(state.standings));
    return {
      ...headOf(opened, locale),
      // What rules keep from being changed, an answer hands over.
      provisions: provisions as z.output<typeof ProvisionShape>[],
      issues: openIssues(state).map((issue) => issueShape(state, issue)),
      withdrawn: withdrawnIn(state),
      comments: commentRows(opened, locale),
      ...overTime(opened),
      unplaced: state.unplaced.length,
    };
  },
});
