/** A text under negotiation as it lies in the room. */
import { z } from 'zod';
import { defineQuestion } from '../../../../kernel/define-area.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { showText } from '../../rules/texts/show-text.ts';
import { openIssues } from '../../rules/texts/count-issues.ts';
import { inTheRoom } from '../../rules/texts/views.ts';
import { Name } from '../../payloads/parts.ts';
import { InLanguage } from '../shapes.ts';
import { OnDay, overTime } from './over-time.ts';
import { oncePerText } from './once-per-text.ts';
import {
  HeadShape,
  IssueShape,
  type OpenText,
  ProvisionShape,
  headOf,
  issueShape,
  openText,
} from './shapes.ts';

/** The whole text with its brackets, and what is open in it. */
const roomOf = oncePerText(({ state }: OpenText) => ({
  // What rules keep from being changed, an answer hands over.
  provisions: showText(state, inTheRoom(state.standings)) as z.output<typeof ProvisionShape>[],
  issues: openIssues(state).map((issue) => issueShape(state, issue)),
}));

export const text = defineQuestion({
  name: 'meetings.text',
  title: 'What does a text say in the room, with its brackets?',
  input: z.strictObject({ text: Name, locale: InLanguage }),
  output: z.object({
    ...HeadShape,
    provisions: z.array(ProvisionShape),
    issues: z.array(IssueShape),
    /** How many were open at the end of each day on which that changed. */
    overTime: z.array(OnDay),
    /** Acts that point at what the asker may not see, or what is not there. */
    unplaced: z.int(),
  }),
  example: { text: 'draft-declaration' },
  async answer(asked, { text: name, locale }) {
    const opened = await openText(asked, name);
    if (isRefusal(opened)) return opened;
    const { state } = opened;
    return {
      ...headOf(opened, locale),
      ...roomOf(opened),
      overTime: overTime(opened),
      unplaced: state.unplaced.length,
    };
  },
});
