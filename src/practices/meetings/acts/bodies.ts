/** Acts that make a body what it is. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { EstablishedBody } from '../payloads/body.ts';
import { factRows } from './fact-row.ts';

export const establishBody = defineAct({
  type: 'meetings.establish-body',
  title: 'Establish a body',
  payload: EstablishedBody,
  opens: true,
  example: {
    title: { en: 'Council' },
    kind: 'council' as const,
    membership: { kind: 'seats' as const },
  },
  apply: factRows,
});

export const bodyActs: readonly ActDefinition[] = [establishBody];
