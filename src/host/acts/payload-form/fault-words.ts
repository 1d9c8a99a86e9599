/** What is wrong with a value, in words that say how it is written. */
import { ACTOR_FORMAT, FRACTION_FORMAT, NAME_FORMAT } from '../../../kernel/text-formats.ts';
import { own } from '../../../kernel/own.ts';
import type { Text } from '../../../ui/text/text.ts';
import { readWords } from '../../../standards/bracketed-text/read-words.ts';
import type { FormNode } from './form-node.ts';

const KEY_BY_FORMAT: Readonly<Record<string, string>> = {
  [ACTOR_FORMAT]: 'host.fault.actor',
  [NAME_FORMAT]: 'host.fault.name',
  [FRACTION_FORMAT]: 'host.fault.fraction',
};

/** How values of a form are written, by what they are. */
function keyOf(node: FormNode): string | null {
  if (node.kind !== 'leaf') return null;
  const { format, items } = node.schema;
  const known = own(KEY_BY_FORMAT, format ?? items?.format ?? '');
  if (known !== undefined) return known;
  if (node.shape === 'instant') return 'host.fault.instant';
  return node.shape === 'date' ? 'host.fault.date' : null;
}

/** The sentence for a fault: the schema's own, unless the form knows a clearer one. */
export function clearMessage(
  node: FormNode | undefined,
  value: unknown,
  message: string,
  text: Text,
): string {
  if (node === undefined || typeof value !== 'string') return message;
  if (node.kind === 'leaf' && node.shape === 'bracketed') {
    const read = readWords(value);
    return 'fault' in read ? text('host.fault.brackets', { place: read.fault.at + 1 }) : message;
  }
  const key = keyOf(node);
  return key === null ? message : text(key, { value });
}
