import type { z } from 'zod';

const ISSUES_SHOWN_MAX = 5;
const LENGTH_MAX = 600;

/** What a schema found wrong, in one sentence without its full stop: `count: too big; …`. */
export function issueText(error: z.ZodError): string {
  const told = error.issues.slice(0, ISSUES_SHOWN_MAX).map(({ path, message }) => {
    const where = path.map(String).join('.');
    return where === '' ? message : `${where}: ${message}`;
  });
  const more = error.issues.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`.slice(0, LENGTH_MAX);
}
