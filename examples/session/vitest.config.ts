import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'example-session', include: ['test/**/*.test.ts'], testTimeout: 60_000 },
});
