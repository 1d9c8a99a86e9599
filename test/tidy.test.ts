/** The habits of the house, each tried on a good and a bad sample, then on every file. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  exportedFunctionsAreDescribed,
  exportsAreNamed,
  nothingIsSilenced,
  thereAreNoBarrels,
} from './tidy/exports.ts';
import { objection, roomsKeepTheirOrder } from './tidy/imports.ts';
import { lockFaults } from './tidy/lock.ts';
import { namesAreKebabCase, namesSaySomething } from './tidy/names.ts';
import {
  FUNCTION_LINES_MAX,
  filesAreShort,
  functionsAreShort,
  LINE_COLUMNS_MAX,
  linesAreShort,
  SOURCE_LINES_MAX,
  TEST_LINES_MAX,
} from './tidy/sizes.ts';
import { type Habit, isCode, projectFiles, type SourceFile } from './tidy/source-file.ts';
import { namesNoWorkplace } from './tidy/words.ts';

/** Far fewer than there are: a walk that finds less than this looked in the wrong place. */
const FILES_READ_MIN = 60;

const files = projectFiles(join(import.meta.dirname, '..'));
const file = (path: string, text = ''): SourceFile => ({ path, text });
const lines = (count: number, line = 'x'): string => `${line}\n`.repeat(count);
const body = (count: number, head: string): string => `${head}\n${lines(count - 2, '  x')}}\n`;
/** Samples of what is forbidden are put together here, so that this file is not found itself. */
const word = (...pieces: string[]): string => pieces.join('');

interface Sample {
  readonly habit: Habit;
  readonly good: readonly SourceFile[];
  readonly bad: readonly SourceFile[];
}

const samples: Record<string, Sample> = {
  'files are short': {
    habit: filesAreShort,
    good: [
      file('src/a.ts', lines(SOURCE_LINES_MAX)),
      file('src/a.test.ts', lines(TEST_LINES_MAX)),
      file('world/a.csv', lines(TEST_LINES_MAX + 1)),
    ],
    bad: [
      file('src/a.ts', lines(SOURCE_LINES_MAX + 1)),
      file('src/a.test.ts', lines(TEST_LINES_MAX + 1)),
    ],
  },
  'lines are short': {
    habit: linesAreShort,
    good: [
      file('src/a.ts', 'é'.repeat(LINE_COLUMNS_MAX)),
      file('src/a.ts', `// https://example.org/${'x'.repeat(LINE_COLUMNS_MAX)}`),
    ],
    bad: [file('src/a.ts', 'x'.repeat(LINE_COLUMNS_MAX + 1))],
  },
  'functions are short': {
    habit: functionsAreShort,
    good: [
      file('src/a.ts', body(FUNCTION_LINES_MAX, 'function a() {')),
      file('src/a.ts', body(FUNCTION_LINES_MAX + 1, 'export const table = {')),
      file('src/a.test.ts', body(FUNCTION_LINES_MAX + 1, 'function a() {')),
    ],
    bad: [
      file('src/a.ts', body(FUNCTION_LINES_MAX + 1, 'export async function a(): Promise<void> {')),
      file('src/a.ts', body(FUNCTION_LINES_MAX + 1, 'const a = (b: string): void => {')),
      file('src/a.ts', `class A {\n${lines(1, '  a(): void {')}${lines(70, '    x')}  }\n}\n`),
    ],
  },
  'names are kebab-case': {
    habit: namesAreKebabCase,
    good: [file('src/kernel/plain-date.test.ts'), file('src/a/README.md'), file('LICENSE')],
    bad: [file('src/kernel/plainDate.ts'), file('src/plain_date/a.ts'), file('world/A-b.csv')],
  },
  'names say something': {
    habit: namesSaySomething,
    good: [file('src/kernel/dates.ts')],
    bad: [file(word('src/ut', 'ils/dates.ts')), file(word('src/kernel/hel', 'pers.ts'))],
  },
  'exports are named': {
    habit: exportsAreNamed,
    good: [file('src/a.ts', 'export const a = 1;'), file('vitest.config.ts', 'export default {}')],
    bad: [file('src/a.ts', 'export default {};')],
  },
  'there are no barrels': {
    habit: thereAreNoBarrels,
    good: [
      file('src/sectors/index.ts', 'export const sectors = [];'),
      file('src/practices/actors/area.ts', "export { a } from './a.ts';"),
    ],
    bad: [
      file('src/kernel/index.ts', 'export const a = 1;'),
      file('src/kernel/all.ts', "export * from './act.ts';"),
      file('src/kernel/all.ts', "export type { Act } from './act.ts';"),
    ],
  },
  'exported functions are described': {
    habit: exportedFunctionsAreDescribed,
    good: [
      file('src/kernel/a.ts', '/** What it does. */\nexport function a(): void {}'),
      file('src/kernel/a.ts', 'function inner(): void {}'),
      file('src/store/a.ts', 'export function a(): void {}'),
    ],
    bad: [
      file('src/kernel/a.ts', 'export function a(): void {}'),
      file('src/practices/actors/a.ts', '\nexport const a = (b: string) => {\n};'),
    ],
  },
  'nothing is silenced': {
    habit: nothingIsSilenced,
    good: [file('src/a.ts', "const any = 'as many as any';"), file('a.md', word('test.sk', 'ip('))],
    bad: [
      file('src/a.ts', word('b a', 's any')),
      file('src/a.ts', word('(b: an', 'y) => b')),
      file('src/a.ts', word('// @ts-', 'ignore')),
      file('src/a.test.ts', word('test.sk', "ip('a')")),
      file('src/a.test.ts', word('describe.on', "ly('a')")),
    ],
  },
  'rooms keep their order': {
    habit: roomsKeepTheirOrder,
    good: [
      file('src/store/a.ts', "import { a } from '../kernel/a.ts';"),
      file('src/store/a.test.ts', "import { a } from '../host/a.ts';"),
    ],
    bad: [
      file('src/kernel/a.ts', "import { a } from '../store/a.ts';"),
      file('src/kernel/a.ts', "import type {\n  A,\n} from '../store/a.ts';"),
      file('src/kernel/a.ts', "await import('../store/a.ts');"),
      file('src/attic/a.ts'),
    ],
  },
  'no workplace is named': {
    habit: namesNoWorkplace,
    good: [file('a.md', 'the work of the Commission'), file('world/a.csv', word('Cla', 'ude'))],
    bad: [
      file('package-lock.json', word('https://registry', '.npmjs', '.org/')),
      file('a.md', word('see /wo', 'rk/shared')),
      file('src/a.ts', word('cla', 'ude')),
    ],
  },
};

describe.each(Object.entries(samples))('%s', (_name, { habit, good, bad }) => {
  test('in the samples that keep the habit', () => {
    expect(good.flatMap(habit)).toEqual([]);
  });

  test('not in the samples that break it', () => {
    for (const one of bad) expect(habit(one), one.text).not.toEqual([]);
  });

  test('in every file', () => {
    expect(files.flatMap(habit)).toEqual([]);
  });
});

test('every file was read', () => {
  expect(files.filter(isCode).length).toBeGreaterThan(FILES_READ_MIN);
  expect(files.map(({ path }) => path)).toContain('test/tidy.test.ts');
});

test.each([
  ['src/practices/agreements/rules.ts', 'src/practices/actors/area.ts'],
  ['src/practices/agreements/rules/a.ts', 'src/practices/agreements/clauses.ts'],
  ['src/sectors/health/pages.tsx', 'src/practices/cases/area.ts'],
  ['src/sectors/index.ts', 'src/sectors/health/area.ts'],
  ['src/federation/streams.ts', 'src/store/connection.ts'],
  ['src/host/main.ts', 'src/practices/actors/rules.ts'],
])('%s may import %s', (from, to) => {
  expect(objection(from, to)).toBeNull();
});

test.each([
  ['src/practices/actors/rules.ts', 'src/practices/agreements/area.ts'],
  ['src/practices/agreements/rules.ts', 'src/practices/actors/rules.ts'],
  ['src/practices/agreements/rules.ts', 'src/store/connection.ts'],
  ['src/sectors/health/pages.tsx', 'src/sectors/trade/area.ts'],
  ['src/sectors/health/pages.tsx', 'src/practices/cases/rules.ts'],
  ['src/store/record.ts', 'src/practices/actors/area.ts'],
  ['src/islands/map.ts', 'src/kernel/dates.ts'],
  ['src/cli/main.ts', 'src/store/connection.ts'],
  ['src/host/main.ts', 'test/database.ts'],
])('%s may not import %s', (from, to) => {
  expect(objection(from, to)).not.toBeNull();
});

describe('the lock file', () => {
  const lock = (entry: object): SourceFile =>
    file('package-lock.json', JSON.stringify({ packages: { 'node_modules/a': entry } }));

  test('names no host, and has every variant of every package', () => {
    expect(lockFaults(lock({ version: '1.0.0' }))).toEqual([]);
    expect(lockFaults(lock({ resolved: 'https://example.org/' }))).toHaveLength(1);
    expect(lockFaults(lock({ optionalDependencies: { 'a-darwin': '1.0.0' } }))).toHaveLength(1);
    const own = files.filter(({ path }) => path.endsWith('package-lock.json'));
    expect(own.map(({ path }) => path)).toContain('bench/peers/package-lock.json');
    expect(own.flatMap((found) => lockFaults(found))).toEqual([]);
  });
});
