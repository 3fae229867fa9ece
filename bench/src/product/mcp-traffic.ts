import type { Traffic } from '../load/job.ts';
import type { ServerProcess } from '../processes/server-process.ts';

/** Revisions of the protocol that clients speak: the last with a handshake, and the stateless one. */
export type Revision = '2025-11-25' | '2026-07-28';

export interface McpRequest {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A call of a tool. */
export function toolCall(name: string, args: object): McpRequest {
  return { method: 'tools/call', params: { name, arguments: args } };
}

/** The requests as a client of the revision sends them; all must be of one method (and, for tools, one tool). */
export function mcpTraffic(
  server: ServerProcess,
  options: {
    readonly requests: readonly McpRequest[];
    readonly contains: readonly string[];
    readonly key?: string;
    readonly revision?: Revision;
    /** Default: the one that the server printed. */
    readonly path?: string;
  },
): Traffic {
  const { requests, contains, key = 'none', revision = '2025-11-25', path = server.url.pathname } = options;
  return {
    host: server.url.hostname,
    port: Number(server.url.port),
    path,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': revision,
      'x-api-key': key,
      ...(revision === '2026-07-28' && modernHeaders(requests)),
    },
    bodies: requests.map(request => JSON.stringify({ jsonrpc: '2.0', id: 1, ...withEnvelope(request, revision) })),
    contains,
  };
}

/** Sends the first request of the traffic once and returns the text of the answer. @throws Error unless it is 200. */
export async function sendOnce({ host, port, path, headers, bodies }: Traffic): Promise<string> {
  const body = bodies[0] ?? '';
  const response = await fetch(`http://${host}:${port}${path}`, { method: 'POST', headers: { ...headers }, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  return text;
}

/** Sends the first request once and returns the structured content of its result. @throws Error for a failed call. */
export async function callOnce(traffic: Traffic): Promise<Record<string, unknown>> {
  const text = await sendOnce(traffic);
  const { result } = JSON.parse(text);
  if (result?.structuredContent === undefined || result.isError === true) throw new Error(`a failed call: ${text}`);
  return result.structuredContent;
}

function modernHeaders(requests: readonly McpRequest[]): Record<string, string> {
  const [first] = requests;
  if (first === undefined) throw new RangeError('no request to take the headers from');
  const { name } = first.params;
  return { 'Mcp-Method': first.method, ...(typeof name === 'string' && { 'Mcp-Name': name }) };
}

function withEnvelope({ method, params }: McpRequest, revision: Revision): McpRequest {
  if (revision !== '2026-07-28') return { method, params };
  const envelope = {
    'io.modelcontextprotocol/protocolVersion': revision,
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1.0.0' },
  };
  return { method, params: { ...params, _meta: envelope } };
}
