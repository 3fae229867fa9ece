import type { ServerResponse } from 'node:http';

export interface CallRequest {
  readonly id: number | string;
  readonly method: string;
  readonly params: { readonly name: string; readonly arguments: Record<string, unknown>; readonly _meta?: object };
}

/** Writes a JSON text. */
export function sendJson(response: ServerResponse, json: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) });
  response.end(json);
}

/** Answers a tool call with its result, as structured content and as text. 2026-07-28 wants the kind of result. */
export function sendToolResult(response: ServerResponse, { id, params }: CallRequest, structuredContent: object): void {
  const content = [{ type: 'text', text: JSON.stringify(structuredContent) }];
  const result =
    params._meta === undefined
      ? { content, structuredContent }
      : { content, structuredContent, resultType: 'complete' };
  sendJson(response, JSON.stringify({ jsonrpc: '2.0', id, result }));
}

/** Answers what this server does not have. */
export function sendUnknown(response: ServerResponse, id: number | string, what: string): void {
  const error = { code: -32601, message: `Unknown: ${what}` };
  sendJson(response, JSON.stringify({ jsonrpc: '2.0', id, error }));
}
