/** Acts upon a text under negotiation. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { TabledText } from '../payloads/negotiating-text.ts';
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

export const textActs: readonly ActDefinition[] = [tableText];
