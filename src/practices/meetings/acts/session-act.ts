/** Acts of a session leave one row each, and are told apart by their payloads alone. */
import type { z } from 'zod';
import { type ActDefinition, defineAct } from '../../../kernel/define-area.ts';
import { factRows } from './fact-row.ts';

/** Defines an act of a session. */
export function sessionAct<Schema extends z.ZodType>(
  verb: string,
  title: string,
  payload: Schema,
  example: z.input<Schema>,
): ActDefinition {
  return defineAct({ type: `meetings.${verb}`, title, payload, example, apply: factRows });
}
