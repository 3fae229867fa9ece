import type { Hosted } from './hosted.ts';
import { type Connection, placeholder } from './install/client.ts';
import { clientOf } from './install/clients.ts';
import { mcpPath } from './mcp-address.ts';

/** What a start tells whoever started it, on standard output, whatever the log level. */
export function banner(start: Pick<Hosted, 'publicUrl' | 'demoKey' | 'demoUrl'>): string {
  const { publicUrl, demoKey, demoUrl } = start;
  const name = 'conferbot';
  const url = `${publicUrl}${mcpPath}`;
  const lines = [
    '',
    `Conferbot is ready: ${publicUrl}`,
    `MCP address:        ${url}`,
    `REST and OpenAPI:   ${publicUrl}/api/v1/docs`,
    ...(demoUrl === undefined ? [] : [`Widget demo:        ${demoUrl}`]),
    '',
  ];
  if (demoKey === undefined) {
    const command = process.env.npm_lifecycle_event === undefined ? 'conferbot' : 'npx pnpm@12 conferbot';
    lines.push('To make an API key:', '');
    lines.push(
      `  ${command} workspace create "My workspace" --plan pro`,
      `  ${command} key create <workspace id> "My assistant"`,
    );
  } else {
    lines.push('A demo workspace was made. Its key is shown this once; paste this into .mcp.json:', '');
    lines.push(claudeCode({ name, url, key: demoKey }, 'text'));
  }
  lines.push('', 'With Claude Code, one command adds the server:', '');
  lines.push(`  ${claudeCode({ name, url, key: placeholder }, 'command')}`, '');
  lines.push(`Other clients, and whether a key works: ${publicUrl}/`);
  return `${lines.join('\n')}\n\n`;
}

function claudeCode(connection: Connection, kind: 'command' | 'text'): string {
  for (const way of clientOf('claude-code').ways(connection)) if (way.kind === kind) return way.text;
  throw new Error(`There is no ${kind} for Claude Code.`);
}
