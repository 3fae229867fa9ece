import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@conferbot/source'] },
  ssr: { resolve: { conditions: ['@conferbot/source'] } },
  test: {
    name: 'runtime',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
