import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@conferbot/plugin';
import { type Engine, scratchDatabase } from '@conferbot/testing';

const silent = () => undefined;
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };

export const keys = { sealingKey: randomBytes(32), callKey: randomBytes(32), logger, allowPrivate: true };

/** A folder of its own, and on PostgreSQL a database of its own. */
export async function scratch(engine: Engine) {
  const dataDir = await mkdtemp(join(tmpdir(), 'shop-test-'));
  const database = engine === 'postgres' ? await scratchDatabase() : undefined;
  return {
    dataDir,
    databaseUrl: database?.url,
    async [Symbol.asyncDispose]() {
      await database?.[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true });
    },
  };
}
