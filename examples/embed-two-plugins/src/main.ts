import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '@conferbot/plugin';
import { start } from './start.ts';

const log = (_fields: object, message: string) => console.error(message);
const logger: Logger = { debug() {}, info() {}, warn: log, error: log };

// A trial: what it keeps is gone when it ends. An application keeps its data, and takes its keys from where it keeps secrets.
const dataDir = await mkdtemp(join(tmpdir(), 'shop-'));
const shop = await start({
  dataDir,
  databaseUrl: process.env.DATABASE_URL,
  port: Number(process.env.PORT ?? 3000),
  sealingKey: randomBytes(32),
  callKey: randomBytes(32),
  logger,
});
const name = `ada-${randomBytes(3).toString('hex')}`;
const password = randomBytes(9).toString('base64url');
await shop.login.addMember(name, password, randomUUID());
console.log(`MCP address:   ${shop.address}/mcp`);
console.log(`authorization: Bearer ${await shop.login.open(name, password)}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await shop.close();
    await rm(dataDir, { recursive: true });
  });
}
