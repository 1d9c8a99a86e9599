/** How each act of a session is judged. */
import type { Judging } from '../judging.ts';
import { PRESENCE_JUDGES } from './judging/presence.ts';

export const SESSION_JUDGES: Readonly<Record<string, Judging>> = { ...PRESENCE_JUDGES };
