import type { Tool } from '@conferbot/plugin';
import type { ToolOutcome } from '../operations/call-tool.ts';

/** What a tool that succeeded answers over HTTP. */
export function toolAnswer(tool: Tool, outcome: ToolOutcome): { readonly status: number; readonly body: string } {
  const status = tool.http?.status ?? 200;
  if (outcome.kind === 'structured') return { status, body: outcome.json };
  if (outcome.kind === 'content') return { status, body: JSON.stringify({ content: outcome.blocks }) };
  throw new Error(`${tool.name} asks a client that declared no capability to answer.`);
}
