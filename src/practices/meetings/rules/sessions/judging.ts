/** How each act of a session is judged. */
import type { Judging } from '../judging.ts';
import { AGENDA_JUDGES } from './judging/agenda.ts';
import { DOCUMENT_JUDGES } from './judging/documents.ts';
import { FLOOR_JUDGES } from './judging/floor.ts';
import { INPUT_JUDGES } from './judging/inputs.ts';
import { PRESENCE_JUDGES } from './judging/presence.ts';

export const SESSION_JUDGES: Readonly<Record<string, Judging>> = {
  ...PRESENCE_JUDGES,
  ...DOCUMENT_JUDGES,
  ...AGENDA_JUDGES,
  ...FLOOR_JUDGES,
  ...INPUT_JUDGES,
};
