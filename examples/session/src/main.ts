// A session of an assistant with a server of its own: starts one on an empty store, and talks to it over HTTP.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, startHosted } from '@conferbot/server';
import { session } from './session.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'conferbot-session-'));
const hosted = await startHosted(loadConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' }));
try {
  await session(`${hosted.address}/api/v1/mcp`, hosted.demoKey ?? '', line => console.log(line));
} finally {
  await hosted.close();
  await rm(dataDir, { recursive: true });
}
