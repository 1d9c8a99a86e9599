/** What is open in a text: by provision, by whom, and over time. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { Name } from '../../payloads/parts.ts';
import { inOrder } from '../../rules/texts/show-text.ts';
import { numbersOf } from '../../rules/texts/number-provisions.ts';
import { openByActor, openByProvision, openIssues } from '../../rules/texts/count-issues.ts';
import type { TextState } from '../../rules/texts/text-state.ts';
import { InLanguage } from '../shapes.ts';
import { ArticleOverTime, OnDay, overTime } from './over-time.ts';
import { HeadShape, IssueShape, headOf, issueShape, openText } from './shapes.ts';

const ByProvision = z.object({
  provision: z.string(),
  number: z.string(),
  /** The article that it belongs to, or the provision at the top. */
  article: z.string(),
  open: z.int(),
});
const ByActor = z.object({
  actor: z.string(),
  by: z.int(),
  supported: z.int(),
  opposed: z.int(),
});

function byProvision(state: TextState): z.output<typeof ByProvision>[] {
  const numbers = numbersOf(state, inOrder(state));
  return openByProvision(state).map(({ article, open, provision }) => {
    const number = numbers.get(provision.id) ?? '';
    return { provision: provision.id, number, article: article.id, open };
  });
}

export const issues = defineQuestion({
  name: 'meetings.issues',
  title: 'What is open in a text, where, since when and by whom?',
  input: z.strictObject({
    text: Name,
    /** Also what was settled, withdrawn or fell. */
    all: z.boolean().default(false),
    locale: InLanguage,
  }),
  output: z.object({
    ...HeadShape,
    rows: z.array(IssueShape),
    byProvision: z.array(ByProvision),
    byActor: z.array(ByActor),
    overTime: z.array(OnDay),
    /** The same times, article by article. */
    articlesOverTime: z.array(ArticleOverTime),
  }),
  example: { text: 'draft-declaration' },
  async answer(asked, { text: name, all, locale }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const { state } = opened;
    const told = all ? [...state.issues.values()] : openIssues(state);
    return {
      ...headOf(opened, locale),
      rows: told.map((issue) => issueShape(state, issue)),
      byProvision: byProvision(state),
      byActor: openByActor(state).map((one) => ({ ...one })),
      ...overTime(opened),
    };
  },
});
