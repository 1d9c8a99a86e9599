/** The audit: what takes too long for every run of the tests. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/database.ts'],
    include: ['test/audit/*-audit.ts'],
    // They share two cores, and time is what some of them measure.
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 180_000,
  },
});
