/** A POST on an MCP endpoint: its headers beside the usual ones, and its body. */
export interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const modernVersion = '2026-07-28';

/** A request as a client of 2025-11-25 sends it. */
export function legacyPost(method: string, params?: object, id: string | number = 1): Post {
  const body = { jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) };
  return { headers: { 'mcp-protocol-version': '2025-11-25' }, body };
}

export interface ModernOptions {
  readonly id?: string | number;
  readonly capabilities?: object;
  readonly meta?: object;
}

/** A request as a client of 2026-07-28 sends it. */
export function modernPost(method: string, params: object = {}, options: ModernOptions = {}): Post {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': modernVersion,
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': options.capabilities ?? {},
    ...options.meta,
  };
  const { name, uri } = params as { name?: unknown; uri?: unknown };
  const named = method === 'resources/read' ? uri : ['tools/call', 'prompts/get'].includes(method) ? name : undefined;
  return {
    headers: {
      'mcp-protocol-version': modernVersion,
      'mcp-method': method,
      ...(typeof named === 'string' ? { 'mcp-name': named } : {}),
    },
    body: { jsonrpc: '2.0', id: options.id ?? 1, method, params: { ...params, _meta } },
  };
}
