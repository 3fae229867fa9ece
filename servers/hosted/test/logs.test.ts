import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../src/logger.ts';
import { hiddenText } from './support/fixture-plugin.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('the log', () => {
  it('has a line with its id for every request, and for what failed, and no secret in any', async () => {
    const { key, id } = await server.tenant();
    await server.rpc(key, {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'create_chatbot', arguments: { name: 'text-of-a-body' } },
    });
    await server.rpc('cbk_wrongkeywrongkey', { jsonrpc: '2.0', id: 1, method: 'ping' });
    await server.rest(key, '/fixture/echo/a?tags=text-of-a-query');
    await server.rest(key, '/fixture/failures', { body: '{}' });
    await fetch(`${server.address}/api/v1/external/v1/chatbots?api_key=${key}`);
    await fetch(`${server.address}/api/v1/admin/workspaces`, {
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    await server.rest(key, `/chatbots/${id}`);
    const text = server.logs.join('');
    for (const secret of [
      key,
      key.slice(8),
      'cbk_',
      server.adminToken,
      'text-of-a-body',
      'text-of-a-query',
      'Bearer',
    ]) {
      expect(text).not.toContain(secret);
    }
    const entries = server.logs.map(line => JSON.parse(line) as Record<string, unknown>);
    const answered = entries.filter(entry => entry.msg === 'answered');
    expect(answered.map(({ surface, status }) => `${surface} ${status}`)).toEqual(
      expect.arrayContaining(['mcp 200', 'mcp 401', 'rest 200', 'rest 503', 'rest 401', 'admin 200']),
    );
    for (const entry of answered)
      expect(entry).toMatchObject({
        requestId: expect.stringMatching(/^req_/),
        path: expect.not.stringContaining('?'),
      });
    const failed = entries.filter(entry => entry.level === 'error' && entry.msg === 'call failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({
      requestId: expect.stringMatching(/^req_/),
      what: 'fail_as_told',
      err: { message: expect.stringContaining(hiddenText) },
    });
  });

  it('hides fields that may hold secrets, wherever they are', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: line => void lines.push(line) });
    const secrets = {
      apiKey: 'hush',
      token: 'hush',
      secret: 'hush',
      authorization: 'hush',
      'x-api-key': 'hush',
      body: { a: 'hush' },
    };
    logger.info(secrets, 'flat');
    logger.info({ request: { headers: secrets }, webhook: secrets }, 'nested');
    expect(lines.join('')).not.toContain('hush');
  });

  it('tells of a database error its code and place, not its values', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: line => void lines.push(line) });
    const error = Object.assign(new Error('duplicate key: (email)=(ann@example.com)'), {
      code: '23505',
      severity: 'ERROR',
      detail: 'Key (email)=(ann@example.com) already exists.',
      table: 'people',
      query: "insert into people values ('ann@example.com')",
    });
    logger.error({ err: new Error('It failed.', { cause: error }) }, 'failed');
    expect(lines.join('')).not.toContain('ann@');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: {
        message: 'It failed.',
        stack: expect.stringMatching(/^\s+at /),
        cause: { code: '23505', table: 'people' },
      },
    });
  });
});
