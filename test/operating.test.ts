import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Environment } from '../src/host/config.ts';
import { SETTING_WORDS, rowOf, sampleFile } from '../src/host/settings/setting-words.ts';
import { readSettingsFile } from '../src/host/settings/settings-file.ts';

const docs = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'docs', name), 'utf8');

it('has words for every setting of a node, in their order, and for none that there is not', () => {
  expect(Object.keys(SETTING_WORDS)).toEqual(Object.keys(Environment.shape));
});

it('has a row for every setting on the page for operators', () => {
  const rows = docs('operating.md').match(/^\| `[A-Z_]+` \|.*$/gm);
  expect(rows).toEqual(Object.entries(SETTING_WORDS).map(([name, words]) => rowOf(name, words)));
});

it('has the sample file that `npm run config -- --sample` prints', () => {
  expect(docs('concord.conf.sample')).toBe(sampleFile());
});

it('has examples in the sample that hold, each where its hash is taken away', () => {
  const lines = sampleFile().match(/^#[A-Z_]+=.*$/gm) ?? [];
  const read = readSettingsFile(lines.map((line) => line.slice(1)).join('\n'));
  const values = 'values' in read ? Object.fromEntries(read.values) : {};
  expect(Environment.safeParse(values).error).toBeUndefined();
  expect(Object.keys(values)).toEqual(expect.arrayContaining(Object.keys(SETTING_WORDS)));
});
