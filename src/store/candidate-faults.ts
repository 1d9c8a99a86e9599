/** Faults that drafts and signed acts have in common. */
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { said } from '../kernel/said.ts';
import type { Marking } from '../kernel/marking.ts';
import type { Found } from './catalog.ts';
import { AUDIENCE_RULE, PAYLOAD_RULE, TYPE_RULE } from './rules.ts';

/** What a schema has against a value, as Zod says it. */
export type Issues = readonly { readonly path: PropertyKey[]; readonly message: string }[];

/** The first issue's place and words. */
export function firstIssue(issues: Issues): { path: string; message: string } {
  const [first] = issues;
  return { path: (first?.path ?? []).map(String).join('.'), message: first?.message ?? 'unfit' };
}

const ESCAPED_NUL = Buffer.from('\\u0000');

/** Whether canonical JSON holds a NUL: the escape, not after an odd number of backslashes. */
export function holdsNul(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(ESCAPED_NUL); at >= 0; at = buffer.indexOf(ESCAPED_NUL, at + 1)) {
    let before = 0;
    while (buffer[at - 1 - before] === 0x5c) before += 1;
    if (before % 2 === 0) return true;
  }
  return false;
}

/** The refusal of a type that is in no area. */
export const unknownType = (type: string): Refusal =>
  refuse(TYPE_RULE, said('No area of this node knows acts of type {$type}.', { type }));

/** The refusal of a payload that its schema does not accept. */
export function schemaFault(found: Found, issues: Issues): Refusal {
  const { path, message } = firstIssue(issues);
  const { type } = found.definition;
  return refuse(
    PAYLOAD_RULE,
    path === ''
      ? said('The payload does not fit {$type}: {$message}.', { type, message })
      : said('Member {$path} does not fit {$type}: {$message}.', { path, type, message }),
    {
      values: { path, message },
    },
  );
}

/** Bytes that the names of an audience may take, so that all acts to it fit into a header. */
export const AUDIENCE_SIZE_BYTES_MAX = 6000;

/**
 * The refusal of an audience so large that the custodian's act of admission, whose header names it
 * too, or a header with all its parents, would not fit into the limit.
 */
export function audienceFault(marking: Marking): Refusal | null {
  const sizeBytes = marking.to.reduce((total, actor) => total + actor.length + 3, 0);
  if (sizeBytes <= AUDIENCE_SIZE_BYTES_MAX) return null;
  return refuse(
    AUDIENCE_RULE,
    said('The audience takes {$sizeBytes} bytes to name.', { sizeBytes }),
    {
      remedy: said('Name a group, rather than each of its members.'),
    },
  );
}
