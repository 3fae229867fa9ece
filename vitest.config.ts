import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['{packages,servers,examples}/*/vitest.config.ts', '{bench,scripts}/vitest.config.ts'],
    // A file with a PGlite of its own takes up to 0.6 GB, and a core while it starts.
    maxWorkers: 2,
  },
});
