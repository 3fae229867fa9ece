// The hosted server with a plugin of one's own, configured by the environment like any other.
import { start } from './start.ts';

const hosted = await start(process.env);
console.log(`MCP address: ${hosted.publicUrl}/api/v1/mcp`);
if (hosted.demoKey !== undefined) console.log(`x-api-key: ${hosted.demoKey}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void hosted.close());
