/** Positions, kept by a delegation for itself. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { HeldPosition } from '../payloads/position.ts';
import { factRows } from './fact-row.ts';

export const holdPosition = defineAct({
  type: 'meetings.hold-position',
  title: 'Note a position',
  payload: HeldPosition,
  reserved: true,
  opens: true,
  example: {
    issue: 'baseline-year',
    title: 'Baseline year',
    of: 'KEN',
    knownFrom: 'believed' as const,
    stance: 'flexible' as const,
  },
  apply: factRows,
});

export const positionActs: readonly ActDefinition[] = [holdPosition];
