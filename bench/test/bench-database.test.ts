import { describe, expect, it } from 'vitest';
import { createBenchDatabase } from '../src/database/bench-database.ts';

describe('the database of a run', () => {
  it('is refused, not left out, where the server that was named does not answer', async () => {
    await expect(createBenchDatabase({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow(Error);
  });
});
