import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/database.ts'],
    // One test left focused would hide all the others.
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
