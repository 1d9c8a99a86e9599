/** Acts by which a session is convened and run. */
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { ConvenedSession } from '../payloads/session.ts';
import { factRows } from './fact-row.ts';
import { agendaActs } from './session-documents.ts';
import { presenceActs } from './session-presence.ts';

export const convene = defineAct({
  type: 'meetings.convene',
  title: 'Convene a session',
  payload: ConvenedSession,
  opens: true,
  example: {
    body: 'general-conference',
    title: { en: 'First session' },
    opensOn: '2026-03-02',
    closesOn: '2026-03-06',
  },
  apply: factRows,
});

export const sessionActs: readonly ActDefinition[] = [convene, ...presenceActs, ...agendaActs];
