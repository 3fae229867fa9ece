import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@conferbot/source'] },
  ssr: { resolve: { conditions: ['@conferbot/source'] } },
  test: { name: 'example-multi-region', include: ['test/**/*.test.ts'], testTimeout: 120_000 },
});
