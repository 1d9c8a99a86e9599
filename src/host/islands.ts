/** The scripts that pages may do without, as the build bundled them. */
import { existsSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../dist/islands/', import.meta.url);

/** The text of an island; null where it was not built. */
export function islandText(name: string): string | null {
  const file = new URL(`${name}.js`, FOLDER);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
