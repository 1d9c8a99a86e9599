/** Acts upon a text under negotiation. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import {
  IssuedVersion,
  ProposedChange,
  SettledChange,
  StandOnChange,
  TabledText,
  WithdrawnChange,
} from '../payloads/negotiating-text.ts';
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

export const settleChange = defineAct({
  type: 'meetings.settle-change',
  title: 'Settle an open issue of a text',
  payload: SettledChange,
  example: { issue: 'op-1:0', as: 'accepted' as const, alternative: 0 },
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
  withdrawChange,
  settleChange,
  issueVersion,
];
