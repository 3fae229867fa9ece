import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@conferbot/source'] },
  ssr: { resolve: { conditions: ['@conferbot/source'] } },
  test: {
    name: 'views',
    include: ['test/**/*.test.ts'],
    // A browser on a busy machine now and then loses a race that no visitor would.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
