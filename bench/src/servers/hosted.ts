// The hosted server with the bench's plugin beside those that it ships with.
import { loadConfig, startHosted } from '@conferbot/server';
import { benchPlugin } from './bench-plugin.ts';

const hosted = await startHosted(loadConfig(process.env), { extraPlugins: [benchPlugin()] });
process.once('SIGTERM', () => void hosted.close().then(() => process.exit(0)));
console.log(`${hosted.address}/api/v1/mcp`);
