/** The practice of meetings: what it can be told, what it keeps and what it answers. */
import { defineArea } from '../../kernel/define-area.ts';
import { meetingActs, meetingTopics } from './acts/all.ts';
import { decider } from './decider.ts';
import { ballotQuestions } from './questions/ballots/all.ts';
import { bodyQuestions } from './questions/bodies/all.ts';
import { decisionQuestions } from './questions/decisions/all.ts';
import { outcomes } from './questions/decisions/outcomes.ts';
import { historyQuestions } from './questions/history/all.ts';
import { positionQuestions } from './questions/positions/all.ts';
import { powerQuestions } from './questions/power/all.ts';
import { sessionQuestions } from './questions/sessions/all.ts';
import { start } from './questions/start/start.ts';
import { textQuestions } from './questions/texts/all.ts';
import { preview } from './preview.ts';
import { relatedPages } from './related-pages.ts';
import { meetingShelves } from './shelves.ts';
import { factTable, rollCallTable } from './tables.ts';

export const meetings = defineArea({
  name: 'meetings',
  title: 'Meetings',
  acts: meetingActs,
  topics: meetingTopics,
  tables: [factTable, rollCallTable],
  questions: [
    start,
    ...bodyQuestions,
    ...sessionQuestions,
    ...textQuestions,
    ...decisionQuestions,
    ...ballotQuestions,
    ...powerQuestions,
    ...historyQuestions,
    ...positionQuestions,
  ],
  searchable: meetingShelves,
  decider,
  summary: (session) => ({ question: outcomes, input: { session } }),
  pagesOf: relatedPages,
  preview,
});
