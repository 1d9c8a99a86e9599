/** A text in the body of a request, and why one cannot be read. */
import { rule } from '../../kernel/law.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { said } from '../../kernel/said.ts';
import { BODY_RULE } from '../host-rules.ts';
import type { HostContext } from '../viewer.ts';

const UNREADABLE = rule(
  'host.text-unreadable',
  'OASIS Akoma Ntoso 1.0, Part 1; XML 1.0',
  'A text is handed in as Akoma Ntoso 3.0, or plainly with a heading for each article.',
);

export const TEXT_TYPES = [
  'application/akn+xml',
  'application/xml',
  'text/xml',
  'text/plain',
  'text/markdown',
];

/** What is wrong with a text, line by line, as a refusal. */
export function unreadable(
  faults: readonly { readonly line: number; readonly what: string }[],
): Refusal {
  const told = faults.map(({ line, what }) => (line === 0 ? what : `line ${line}: ${what}`));
  return refuse(
    UNREADABLE,
    said('The text could not be read: {$told}.', { told: told.join('; ') }),
    {
      remedy: said('Put it right there and send it again; nothing was recorded.'),
    },
  );
}

/** The type that a body is declared as, without its parameters. */
export const typeOf = (c: HostContext): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The words of a body that is declared as a text, in UTF-8. */
export async function readTextBody(c: HostContext): Promise<string | Refusal> {
  if (!TEXT_TYPES.includes(typeOf(c))) {
    return refuse(BODY_RULE, said('The body is not declared as a text.'), {
      remedy: said('Send it with Content-Type: {$textTypes}.', { textTypes: TEXT_TYPES }),
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer());
  } catch {
    return refuse(BODY_RULE, said('The body is not UTF-8.'));
  }
}
