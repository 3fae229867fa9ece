import type { Hosted } from './hosted.ts';
import { mcpPath } from './mcp-address.ts';

/** What a start tells whoever started it, on standard output, whatever the log level. */
export function banner(start: Pick<Hosted, 'publicUrl' | 'demoKey' | 'demoUrl'>): string {
  const { publicUrl, demoKey, demoUrl } = start;
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
    const server = { type: 'http', url, headers: { 'x-api-key': demoKey } };
    lines.push('A demo workspace was made. Its key is shown this once; paste this into .mcp.json:', '');
    lines.push(JSON.stringify({ mcpServers: { conferbot: server } }, null, 2));
  }
  return `${lines.join('\n')}\n\n`;
}
