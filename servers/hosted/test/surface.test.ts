import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/server.ts';
import { prompts, resources, tools } from './support/surface.ts';

const eras = [
  ['2025-11-25', {}],
  ['2026-07-28', { 'mcp-protocol-version': '2026-07-28' }],
] as const;

let server: TestServer;
let key: string;

beforeAll(async () => {
  // Without the plugins of the tests, whose tools come on top.
  server = await startServer({ extraPlugins: [] });
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

describe.each(eras)('a client of %s is offered', (era, headers) => {
  async function list<T>(method: string, name: string): Promise<readonly T[]> {
    const _meta = era === '2026-07-28' ? modernMeta(era) : undefined;
    const params = { ...(_meta && { _meta }) };
    const result = await server.result(key, method, params, { headers: { ...headers, 'mcp-method': method } });
    return result[name] as readonly T[];
  }

  it('exactly these 45 tools, with these required parameters', async () => {
    const listed = await list<{ name: string; inputSchema: { required?: string[] } }>('tools/list', 'tools');
    const required = listed.map(({ name, inputSchema }) => [name, [...(inputSchema.required ?? [])].sort()]);
    expect(Object.fromEntries(required)).toEqual(tools);
    expect(listed).toHaveLength(45);
  });

  it('exactly these 6 resources', async () => {
    const fixed = await list<{ uri: string }>('resources/list', 'resources');
    const templates = await list<{ uriTemplate: string }>('resources/templates/list', 'resourceTemplates');
    const uris = [...fixed.map(({ uri }) => uri), ...templates.map(({ uriTemplate }) => uriTemplate)];
    expect(uris.sort()).toEqual([...resources].sort());
  });

  it('exactly these 6 prompts, with these required arguments', async () => {
    const listed = await list<{ name: string; arguments?: { name: string; required?: boolean }[] }>(
      'prompts/list',
      'prompts',
    );
    const required = listed.map(({ name, arguments: args = [] }) => [
      name,
      args.filter(argument => argument.required).map(argument => argument.name),
    ]);
    expect(Object.fromEntries(required)).toEqual(prompts);
  });
});

function modernMeta(version: string) {
  return {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
}
