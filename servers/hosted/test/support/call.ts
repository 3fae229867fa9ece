import { expect } from 'vitest';
import type { TestServer } from './server.ts';

/** Who calls tools, and where. */
export interface Caller {
  readonly server: TestServer;
  readonly key: string;
}

interface Listed {
  readonly data: readonly unknown[];
  readonly pagination: { readonly total: number; readonly nextCursor: string | null };
}

/** Calls a tool over MCP, which answers the same as a text and as a structure. */
export async function call({ server, key }: Caller, name: string, args: object): Promise<Record<string, unknown>> {
  const { structuredContent, content } = await server.result(key, 'tools/call', { name, arguments: args });
  expect(content, name).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }]);
  return structuredContent as Record<string, unknown>;
}

/** What a list answers, page after page, with the rows of all in one. */
export async function callAll(caller: Caller, name: string, args: object): Promise<Record<string, unknown>> {
  const rows: unknown[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { data, pagination, ...rest } = (await call(caller, name, { ...args, cursor })) as unknown as Listed;
    rows.push(...data);
    cursor = pagination.nextCursor;
    if (cursor === null) return { ...rest, total: pagination.total, data: rows };
  }
  return {};
}
