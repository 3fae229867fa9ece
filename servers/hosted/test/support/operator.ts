import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What runs the workspace of a server that is a process of its own. */
export interface Operator {
  /** Calls a tool over MCP. @returns its structured result */
  call(tool: string, input: object): Promise<Record<string, unknown>>;
}

/** Makes a workspace and a key through the control plane, as an operator does. @param dataDir folder of the server */
export async function operate(address: string, dataDir: string): Promise<Operator> {
  const token = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
  const make = (path: string, body: object) =>
    post(`${address}/api/v1/admin/workspaces${path}`, { authorization: `Bearer ${token}` }, body);
  const { id } = await make('', { name: 'Test', plan: 'enterprise' });
  const { key } = await make(`/${id}/api-keys`, { name: 'Test', rateLimitPerMinute: 1_000_000 });
  return {
    async call(name, input) {
      const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } };
      const { result } = (await post(`${address}/api/v1/mcp`, { 'x-api-key': String(key) }, message)) as {
        result?: { isError?: boolean; structuredContent?: Record<string, unknown> };
      };
      if (result?.structuredContent === undefined || result.isError === true) {
        throw new Error(`${name} failed: ${JSON.stringify(result)}`);
      }
      return result.structuredContent;
    },
  };
}

async function post(url: string, headers: Record<string, string>, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Record<string, unknown>;
}
