import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import type { Logger } from '@conferbot/plugin';
import { compose, createRuntime, everything, openStore, serveStdio } from '@conferbot/runtime';

// Standard output belongs to the protocol.
const log = (_fields: object, message: string) => console.error(message);
const logger: Logger = { debug() {}, info: log, warn: log, error: log };

const composition = compose([chatbots()]);
const store = await openStore({ dataDir: process.env.DATA_DIR ?? '.conferbot/stdio' }, composition.schema);
await store.migrate();

const runtime = createRuntime({
  composition,
  store,
  logger,
  serverInfo: { name: 'conferbot-stdio', title: 'Conferbot over stdio', version: '1.0.0' },
  instructions: 'Manages the chatbots of one workspace.',
  secret: randomBytes(32),
});

// One process, one user, one workspace.
const connection = await serveStdio(runtime, runtime.views.get(everything), {
  workspace: { id: '00000000-0000-7000-8000-000000000001', plan: 'enterprise', timezone: 'UTC' },
  principal: { kind: 'system', name: 'stdio' },
  requestId: 'stdio',
  logger,
});

process.stdin.once('end', async () => {
  await connection.close();
  await store.close();
});
