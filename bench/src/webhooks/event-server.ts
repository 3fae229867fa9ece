// The hosted server with a source of events beside the plugins that it ships with, free to deliver to loopback.
import { loadConfig, startHosted } from '@conferbot/server';
import { eventSource } from './event-source.ts';

const config = loadConfig({ ...process.env, ALLOW_PRIVATE_WEBHOOKS: '1' });
const hosted = await startHosted(config, { extraPlugins: [eventSource()] });
process.once('SIGTERM', () => void hosted.close().then(() => process.exit(0)));
console.log(`${hosted.address}/api/v1/mcp`);
