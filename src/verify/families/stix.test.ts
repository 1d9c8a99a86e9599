import { expect, test } from 'vitest';
import { stix } from './stix.ts';

const IDENTITY = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--0f2c1d3e-1111-4a2b-8c3d-4e5f60718293',
  created: '2026-03-01T08:00:00.000Z',
  modified: '2026-03-01T08:00:00.000Z',
  name: 'Duty desk',
};
const BUNDLE = {
  type: 'bundle',
  id: 'bundle--0f2c1d3e-2222-4a2b-8c3d-4e5f60718293',
  objects: [IDENTITY],
};
const text = JSON.stringify;

/** A folder whose files are given by path. */
function folderOf(files: Readonly<Record<string, string>>) {
  const paths = Object.keys(files);
  const below = (path: string): string[] =>
    paths.flatMap((one) => (one.startsWith(`${path}/`) ? [one.slice(path.length + 1)] : []));
  return {
    has: (path: string) => paths.includes(path) || below(path).length > 0,
    read: (path: string) => (Object.hasOwn(files, path) ? Buffer.from(files[path] ?? '') : null),
    list: (path: string) => [...new Set(below(path).map((one) => one.split('/')[0] ?? ''))].sort(),
  };
}

const tests = 'notices/stix/validator-tests/test_examples';
const FILES = {
  'notices/stix/LICENSE': '',
  'notices/stix/examples/one.json': text(IDENTITY, null, 2),
  'notices/stix/examples/deep/bundle.json': text(BUNDLE, null, 2),
  'notices/stix/examples/wrong.json': text({ ...IDENTITY, name: 7 }),
  'notices/stix/examples/twice.json': '{"type":"identity","type":"tool"}',
  [`${tests}/invalid_name.json`]: text({ ...IDENTITY, name: 7 }),
  [`${tests}/invalid_in_nothing.json`]: text(IDENTITY),
  [`${tests}/custom.json`]: text({ ...IDENTITY, rank: 5 }),
  'notices/stix/schemas/sdos/tool.json': text({ properties: { name: {} }, required: ['name'] }),
  'notices/stix/schemas/sdos/note.json': text({ allOf: [{ properties: { colour: {} } }] }),
  'notices/stix/schemas/common/hex.json': text({ properties: { colour: {} } }),
};

test('a folder of STIX is told by examples, tests and tables, misses with reasons', async () => {
  // No node is asked: the family reads files alone.
  const tallies = await stix.run(folderOf(FILES), null as never);
  const told = tallies.map(({ name, outcomes }) => [
    name,
    outcomes.map((one) => (one.outcome === 'missed' ? `${one.case}: ${one.reason}` : one.case)),
  ]);
  expect(Object.fromEntries(told)).toEqual({
    'notices/stix/examples-round-trip': [
      'examples/deep/bundle.json',
      'examples/one.json',
      'examples/twice.json: This cannot be read as STIX: it is naming a member twice: type.',
      'examples/wrong.json: STIX 2.1, section 2: name: it is “7”, and has to be text',
    ],
    'notices/stix/valid-told-from-invalid': [
      'validator-tests/test_examples/custom.json',
      'validator-tests/test_examples/invalid_in_nothing.json: nothing wrong was found in it',
      'validator-tests/test_examples/invalid_name.json',
    ],
    'notices/stix/tables': ['note: not in our table: colour; not required: ', 'tool'],
  });
});
