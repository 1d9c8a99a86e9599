import { defineConfig } from 'vitest/config';

/** What takes too long for every commit: all pages in all languages. */
export default defineConfig({
  test: {
    globalSetup: ['test/database.ts'],
    include: ['test/audit/*-audit.ts'],
  },
});
