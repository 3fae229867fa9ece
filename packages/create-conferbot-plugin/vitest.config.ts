import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@conferbot/source'] },
  ssr: { resolve: { conditions: ['@conferbot/source'] } },
  test: {
    name: 'create-conferbot-plugin',
    include: ['test/**/*.test.ts', 'template/test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
