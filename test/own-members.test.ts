/** Tables are read by names from outside only through what asks whether they hold them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openLookups } from './tidy/own-members.ts';

const root = join(import.meta.dirname, '..');
const samples = mkdtempSync(join(tmpdir(), 'concord-lookups-'));
afterAll(() => rmSync(samples, { recursive: true }));

/** The lines of a sample at which something is found. */
function foundIn(code: string): string[] {
  const config = join(samples, 'tsconfig.json');
  writeFileSync(config, '{ "compilerOptions": { "strict": true }, "files": ["sample.ts"] }');
  writeFileSync(join(samples, 'sample.ts'), `${TABLES}\n${code}\n`);
  const found = openLookups(config, (path) => path.startsWith(samples));
  return found.map((one) => one.replace(/^.*?:\d+ /, ''));
}

const TABLES = `
export const table: Record<string, number> = {};
export const list: number[] = [];
export const closed = { yes: 1, no: 2 };
export const map = new Map<string, number>();`;

describe('a table and a name that may come from outside', () => {
  test.each([
    ['reading', 'export const a = (n: string) => table[n];', 'table[n]'],
    [
      'reading where there may be none',
      'export const a = (n: string) => table?.[n];',
      'table?.[n]',
    ],
    ['writing', 'export function a(n: string) { table[n] = 1; }', 'table[n]'],
    ['asking', 'export const a = (n: string) => n in table;', 'n in table'],
    ['a composed name', 'export const a = (n: string) => table[`a.${n}`];', 'table[`a.${n}`]'],
  ])('are found: %s', (_, code, found) => {
    expect(foundIn(code)).toEqual([found]);
  });

  test.each([
    ['a name written out', "export const a = table['yes'];"],
    ['a place in a list', 'export const a = (at: number) => list[at];'],
    ['a name among those of the table', 'export const a = (n: "yes" | "no") => closed[n];'],
    ['a map', 'export const a = (n: string) => map.get(n);'],
    ['a member that says which it is', "export const a = (o: object) => 'kind' in o;"],
  ])('are not found: %s', (_, code) => {
    expect(foundIn(code)).toEqual([]);
  });
});

test.each(['tsconfig.json', 'src/islands/tsconfig.json'])(
  'no source of %s looks up a name from outside by itself',
  (config) => {
    expect(openLookups(join(root, config), (path) => path.startsWith(join(root, 'src/')))).toEqual(
      [],
    );
  },
);
