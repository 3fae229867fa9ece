import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from './support/answers.ts';
import { hiddenText } from './support/fixture-plugin.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer();
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

async function expectProblem(response: Response, status: number, title: string, message: RegExp) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/json');
  const body = await problemOf(response);
  expect(body).toMatchObject({
    error: title,
    message: expect.stringMatching(message),
    requestId: expect.stringMatching(/^req_/),
  });
  expect(response.headers.get('x-request-id')).toBe(body.requestId);
  return body;
}

describe('the REST face', () => {
  it('makes, reads, changes, lists and deletes a chatbot with the status of each binding', async () => {
    const created = await server.rest(key, '/chatbots', { body: JSON.stringify({ name: 'Rest' }) });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    expect(created.headers.get('ratelimit')).toMatch(/"minute";r=\d+/);
    const read = await server.rest(key, `/chatbots/${id}`);
    expect(read.status).toBe(200);
    expect(await read.json()).toMatchObject({ id, name: 'Rest' });
    const list = await (await server.rest(key, '/chatbots?limit=1&page=1')).json();
    expect(list).toMatchObject({ data: [{ id }], pagination: { limit: 1, total: 1 } });
    const deleted = await server.rest(key, `/chatbots/${id}`, { method: 'DELETE' });
    expect(await deleted.json()).toMatchObject({ deleted: true });
    await expectProblem(await server.rest(key, `/chatbots/${id}`), 404, 'Not Found', /There is no chatbot/);
  });

  it('takes the key as a bearer token too', async () => {
    const response = await fetch(`${server.address}/api/v1/external/v1/chatbots`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(200);
  });

  it('reads numbers, yes and no, and lists from the query', async () => {
    const query = 'count=3&ratio=0.5&on=false&tags=a,b&sizes=1&sizes=2';
    const response = await server.rest(key, `/fixture/echo/caf%C3%A9%2Fbar?${query}`);
    expect(await response.json()).toEqual({
      given: { name: 'café/bar', count: 3, ratio: 0.5, on: false, tags: ['a', 'b'], sizes: [1, 2] },
    });
  });

  it('says which argument is wrong', async () => {
    const body = await expectProblem(
      await server.rest(key, '/fixture/echo/a?count=many&odd=1'),
      400,
      'Bad Request',
      /count/,
    );
    expect(body.details).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'count' })]));
    expect(body.fix).toBeTypeOf('string');
    await expectProblem(await server.rest(key, '/chatbots', { body: '[]' }), 400, 'Bad Request', /JSON object/);
    const live = await server.rest(key, '/fixture/a/live', { body: '{"thing":"b"}' });
    await expectProblem(live, 400, 'Bad Request', /part of the path/);
  });

  it.each([
    ['not_found', 404, 'Not Found'],
    ['invalid_argument', 400, 'Bad Request'],
    ['conflict', 409, 'Conflict'],
    ['forbidden', 403, 'Forbidden'],
    ['limit_exceeded', 403, 'Limit Exceeded'],
    ['unavailable', 503, 'Service Unavailable'],
  ])('answers %s with %i', async (code, status, title) => {
    const response = await server.rest(key, '/fixture/failures', { body: JSON.stringify({ code }) });
    const body = await expectProblem(response, status, title, /^It is /);
    expect(body.fix).toBe('Do something else.');
  });

  it('hides what failed unexpectedly', async () => {
    const response = await server.rest(key, '/fixture/failures', { body: '{}' });
    const body = await expectProblem(response, 503, 'Service Unavailable', /Reference: req_/);
    expect(JSON.stringify(body)).not.toContain(hiddenText);
  });

  it('answers unknown paths with 404, and other methods with 405 and Allow', async () => {
    await expectProblem(await server.rest(key, '/nowhere'), 404, 'Not Found', /nothing/);
    await expectProblem(await server.rest(key, '/chatbots/'), 404, 'Not Found', /nothing/);
    const response = await server.rest(key, '/chatbots', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, POST');
    await expectProblem(response, 405, 'Method Not Allowed', /GET, POST/);
  });

  it('takes a chatbot back that was exported, whole', async () => {
    const { id } = (await (
      await server.rest(key, '/chatbots', { body: JSON.stringify({ name: 'Exported' }) })
    ).json()) as { id: string };
    const document = await (await server.rest(key, `/chatbots/${id}/export`)).text();
    const imported = await server.rest(key, '/chatbots/import', { body: document });
    expect(imported.status).toBe(201);
    expect(await imported.json()).toMatchObject({ id: expect.not.stringContaining(id), name: 'Exported' });
    const wrong = await server.rest(key, '/chatbots/import', { method: 'PUT' });
    expect(wrong.status).toBe(405);
  });

  it('answers a missing scope with 403', async () => {
    const writer = await server.tenant('pro', { scopes: ['read', 'write'] });
    const response = await server.rest(writer.key, '/fixture/a/live', { body: '{}' });
    await expectProblem(response, 403, 'Forbidden', /scope "publish"/);
    expect((await server.rest(key, '/fixture/a/live', { method: 'POST' })).status).toBe(202);
  });

  it('answers a tool of a plugin that the key may not use as if there was none', async () => {
    const own = await server.tenant('pro', { plugins: ['chatbots'] });
    await expectProblem(await server.rest(own.key, '/fixture/echo/a'), 404, 'Not Found', /for this key/);
  });

  it('has the tools of opt-in plugins, for keys that may use them', async () => {
    expect(await (await server.rest(key, '/fixture/closer')).json()).toEqual({ seen: true });
    const other = await server.tenant('pro', { plugins: ['chatbots'] });
    await expectProblem(await server.rest(other.key, '/fixture/closer'), 404, 'Not Found', /for this key/);
  });

  it('answers 401, 403 for the plan, 413, 415 and bad JSON', async () => {
    const unknown = await server.rest('', '/chatbots');
    expect(unknown.headers.get('www-authenticate')).toMatch(/^Bearer/);
    await expectProblem(unknown, 401, 'Unauthorized', /key/i);
    const free = await server.tenant('free');
    await expectProblem(await server.rest(free.key, '/chatbots'), 403, 'Plan Not Supported', /plan/);
    const large = JSON.stringify({ name: 'x'.repeat(1024 * 1024) });
    await expectProblem(await server.rest(key, '/chatbots', { body: large }), 413, 'Content Too Large', /1 MiB/);
    const form = { body: 'name=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    await expectProblem(await server.rest(key, '/chatbots', form), 415, 'Unsupported Media Type', /JSON/);
    await expectProblem(await server.rest(key, '/chatbots', { body: '{' }), 400, 'Bad Request', /JSON/);
    const deep = `{"name":${'['.repeat(64)}${']'.repeat(64)}}`;
    await expectProblem(await server.rest(key, '/chatbots', { body: deep }), 400, 'Bad Request', /64 levels/);
  });
});
