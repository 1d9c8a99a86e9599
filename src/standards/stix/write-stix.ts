/** Objects written as a bundle, each in its own words. */
import { randomUUID } from 'node:crypto';

/**
 * A bundle of objects that are JSON text already. An id of a bundle means nothing later, so that a
 * new one will do where none is given (section 8).
 */
export function writeBundle(
  texts: readonly string[],
  id: string = `bundle--${randomUUID()}`,
): Uint8Array {
  const head = `{"type":"bundle","id":${JSON.stringify(id)}`;
  const objects = texts.length === 0 ? '' : `,"objects":[${texts.join(',')}]`;
  return Buffer.from(`${head}${objects}}`, 'utf8');
}
