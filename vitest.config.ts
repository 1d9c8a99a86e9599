import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { timesOf } from './test/property-runs.ts';

/** What puts another module in the place of ours, and so has a process to itself. */
const ALONE = ['test/host/leaks.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/database.ts'],
    setupFiles: ['test/properties.ts'],
    repeats: timesOf(process.env['CONCORD_PROPERTY_TIMES']) - 1,
    // Most wait for their database; by itself vitest leaves one core to nobody.
    maxWorkers: availableParallelism() + 1,
    // One test left focused would hide all the others.
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...ALONE],
          // Files share a process, and so load what they have in common once: decision 0034.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
});
