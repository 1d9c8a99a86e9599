/** Why a question is not answered as it was asked. */
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import { QUESTION_RULE } from './rules.ts';

/** PostgreSQL takes no NUL in a text, so no question could be answered that holds one. */
export function textFault(input: unknown): { path: string; message: string } | null {
  const holds = (value: unknown): boolean =>
    typeof value === 'string'
      ? value.includes('\0')
      : typeof value === 'object' && value !== null && Object.values(value).some(holds);
  return holds(input) ? { path: '', message: 'a text holds a NUL' } : null;
}

/** Where an input does not fit a question, and why. */
export function inputFault(
  name: string,
  { path, message }: { path: string; message: string },
): Refusal {
  return refuse(
    QUESTION_RULE,
    path === ''
      ? said('The input does not fit {$name}: {$message}.', { name, message })
      : said('Member {$path} does not fit {$name}: {$message}.', { path, name, message }),
    {
      values: { path, message },
    },
  );
}
