import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Environment } from '../src/host/config.ts';

const PAGE = readFileSync(join(import.meta.dirname, '..', 'docs', 'operating.md'), 'utf8');

it('names every setting of a node in its table, and none that there is not', () => {
  const named = [...PAGE.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(Environment.shape));
});
