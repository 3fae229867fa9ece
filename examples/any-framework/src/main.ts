import type { Logger } from '@conferbot/plugin';
import { type Framework, frameworks, start } from './start.ts';

const log = (_fields: object, message: string) => console.error(message);
const logger: Logger = { debug() {}, info() {}, warn: log, error: log };

const framework = process.argv[2] ?? 'express';
if (!Object.hasOwn(frameworks, framework)) {
  console.error(`Unknown framework: choose one of ${Object.keys(frameworks).join(', ')}.`);
  process.exit(1);
}
const { address, members, close } = await start(framework as Framework, Number(process.env.PORT ?? 3000), logger);
console.log(`MCP address:   ${address}/mcp`);
console.log(`authorization: Bearer ${members.logIn('ada')}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, close);
