/** Acts upon a text under negotiation. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import {
  AppointedFacilitator,
  IssuedVersion,
  JoinedChange,
  ProposedChange,
  SettledChange,
  StandOnChange,
  TabledText,
  TakenOverChange,
  WithdrawnChange,
} from '../payloads/negotiating-text.ts';
import { AnsweredComment, ClosedComment, Comment } from '../payloads/text-comment.ts';
import { factRows } from './fact-row.ts';

export const tableText = defineAct({
  type: 'meetings.table-text',
  title: 'Table a text',
  payload: TabledText,
  opens: true,
  example: {
    title: { en: 'Draft decision' },
    session: 'first-session',
    provisions: [
      {
        id: 'op-1',
        kind: 'operative' as const,
        words: ['Decides that members ', { alternatives: [['shall'], ['should']] }, ' report;'],
      },
    ],
  },
  apply: factRows,
});

export const proposeChange = defineAct({
  type: 'meetings.propose-change',
  title: 'Propose a change to a text',
  payload: ProposedChange,
  example: {
    change: {
      kind: 'insert' as const,
      at: { run: 'op-1.0', offset: 'Decides that'.length },
      words: [' all'],
    },
    reason: 'The obligation is common to all.',
  },
  apply: factRows,
});

export const standOnChange = defineAct({
  type: 'meetings.stand-on-change',
  title: 'Support or oppose a change',
  payload: StandOnChange,
  example: { issue: 'op-1:0', stance: 'support' as const },
  apply: factRows,
});

export const withdrawChange = defineAct({
  type: 'meetings.withdraw-change',
  title: 'Withdraw a change',
  payload: WithdrawnChange,
  example: { change: '0'.repeat(64) },
  apply: factRows,
});

export const joinChange = defineAct({
  type: 'meetings.join-change',
  title: 'Join in proposing a change',
  payload: JoinedChange,
  example: { change: '0'.repeat(64) },
  apply: factRows,
});

export const takeOverChange = defineAct({
  type: 'meetings.take-over-change',
  title: 'Take over a withdrawn change',
  payload: TakenOverChange,
  example: { change: '0'.repeat(64), note: 'It is still wanted.' },
  apply: factRows,
});

export const comment = defineAct({
  type: 'meetings.comment',
  title: 'Comment on a text',
  payload: Comment,
  example: {
    about: { kind: 'provision' as const, provision: 'op-1' },
    words: 'How often do members report now?',
  },
  apply: factRows,
});

export const answerComment = defineAct({
  type: 'meetings.answer-comment',
  title: 'Answer a comment',
  payload: AnsweredComment,
  example: { comment: '0'.repeat(64), words: 'Every other year.' },
  apply: factRows,
});

export const closeComment = defineAct({
  type: 'meetings.close-comment',
  title: 'Close a comment',
  payload: ClosedComment,
  example: { comment: '0'.repeat(64) },
  apply: factRows,
});

export const settleChange = defineAct({
  type: 'meetings.settle-change',
  title: 'Settle an open issue of a text',
  payload: SettledChange,
  example: { issue: 'op-1:0', as: 'accepted' as const, alternative: 0 },
  apply: factRows,
});

export const appointFacilitator = defineAct({
  type: 'meetings.appoint-facilitator',
  title: 'Appoint a facilitator of a text',
  payload: AppointedFacilitator,
  example: { holder: 'NOR', until: '2026-12-31' },
  apply: factRows,
});

export const issueVersion = defineAct({
  type: 'meetings.issue-version',
  title: 'Issue a version of a text',
  payload: IssuedVersion,
  example: { symbol: 'GC/1/L.1/Rev.1' },
  apply: factRows,
});

export const textActs: readonly ActDefinition[] = [
  tableText,
  proposeChange,
  standOnChange,
  joinChange,
  withdrawChange,
  takeOverChange,
  settleChange,
  appointFacilitator,
  issueVersion,
  comment,
  answerComment,
  closeComment,
];
