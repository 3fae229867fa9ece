import { newUuid } from '@conferbot/plugin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiKeyId, controlPlane, workspaceId as workspaceIds } from '../src/index.ts';
import { callerOf, engines, type Open, openAccounts, refusalOf, silent, type TestStore, testStore } from './fixture.ts';

const adminToken = 'admin-token-of-this-test';

describe.each(engines)('the control plane on %s', engine => {
  let testing: TestStore;
  let open: Open;
  let handle: ReturnType<typeof controlPlane>;

  beforeAll(async () => {
    testing = await testStore(engine);
    open = await openAccounts(testing);
    handle = controlPlane(open.accounts, { adminToken, logger: silent });
  });

  afterAll(async () => {
    await open.close();
    await testing.drop();
  });

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await handle(
      new Request(`http://localhost/api/v1/admin${path}`, {
        method,
        headers: {
          authorization: `Bearer ${adminToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
      'req-1',
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  async function workspace(plan = 'starter') {
    return (await call('POST', '/workspaces', { name: 'Acme', plan })).body;
  }

  test('creates, shows, changes and lists workspaces', async () => {
    const created = await call('POST', '/workspaces', { name: 'Acme', plan: 'pro', timezone: 'Europe/Berlin' });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.stringMatching(/^wsp_[0-9a-z]{26}$/),
      name: 'Acme',
      plan: 'pro',
      timezone: 'Europe/Berlin',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    const path = `/workspaces/${created.body.id}`;
    expect(await call('GET', path)).toMatchObject({ status: 200, body: created.body });
    const changed = await call('PATCH', path, { plan: 'business', timezone: 'UTC' });
    expect(changed).toMatchObject({ status: 200, body: { ...created.body, plan: 'business', timezone: 'UTC' } });
    expect((await call('PATCH', path, { name: 'Other' })).body).toEqual({ ...changed.body, name: 'Other' });
    const second = await workspace();
    expect(second.timezone).toBe('UTC');
    const list = await call('GET', '/workspaces');
    expect(list.body.data.slice(0, 2).map((row: { id: string }) => row.id)).toEqual([second.id, created.body.id]);
  });

  test('pages through a list without a gap, by number and by cursor', async () => {
    const { id } = await workspace();
    for (let index = 0; index < 5; index++) await call('POST', `/workspaces/${id}/api-keys`, { name: `key ${index}` });
    const path = `/workspaces/${id}/api-keys`;
    const first = (await call('GET', `${path}?limit=2`)).body;
    expect(first.pagination).toEqual({
      page: 1,
      limit: 2,
      total: 5,
      totalPages: 3,
      hasNextPage: true,
      nextCursor: expect.any(String),
    });
    const names = (body: { data: { name: string }[] }) => body.data.map(row => row.name);
    const second = (await call('GET', `${path}?limit=2&cursor=${first.pagination.nextCursor}`)).body;
    expect(second).toEqual((await call('GET', `${path}?limit=2&page=2`)).body);
    const third = (await call('GET', `${path}?limit=2&cursor=${second.pagination.nextCursor}`)).body;
    expect(third.pagination).toMatchObject({ page: 3, hasNextPage: false, nextCursor: null });
    expect([...names(first), ...names(second), ...names(third)]).toEqual(['key 4', 'key 3', 'key 2', 'key 1', 'key 0']);
    for (const query of ['limit=0', 'limit=101', 'page=x', 'page=', 'cursor=abc', 'other=1']) {
      expect(await call('GET', `${path}?${query}`), query).toMatchObject({ status: 400 });
    }
  });

  test('makes a key, shows it once, lists it masked, revokes it', async () => {
    const { id } = await workspace();
    const path = `/workspaces/${id}/api-keys`;
    const created = await call('POST', path, {
      name: 'CI',
      scopes: ['read', 'write'],
      plugins: ['notes'],
      expiresAt: '2999-01-01T00:00:00+01:00',
      rateLimitPerMinute: 600,
      confirmDestructive: true,
    });
    expect(created.status).toBe(201);
    const { key, ...shown } = created.body;
    expect(key).toMatch(/^cbk_[0-9A-Za-z]{49}$/);
    expect(shown).toEqual({
      id: expect.stringMatching(/^key_/),
      name: 'CI',
      prefix: key.slice(0, 8),
      scopes: ['read', 'write'],
      plugins: ['notes'],
      rateLimitPerMinute: 600,
      confirmDestructive: true,
      createdAt: expect.any(String),
      expiresAt: '2998-12-31T23:00:00.000Z',
      lastUsedAt: null,
    });
    const list = await call('GET', path);
    expect(list.body.data).toEqual([shown]);
    expect(JSON.stringify(list.body)).not.toContain(key.slice(8, 20));
    await callerOf(open.accounts, key);
    expect(await call('DELETE', `${path}/${created.body.id}`)).toMatchObject({ status: 204, body: undefined });
    expect(await refusalOf(open.accounts, key)).toMatchObject({ status: 401 });
    expect((await call('GET', path)).body.data).toEqual([]);
    expect(await call('DELETE', `${path}/${created.body.id}`)).toMatchObject({ status: 404 });
  });

  test('reports usage by day, key and tool', async () => {
    const { id } = await workspace();
    const created = (await call('POST', `/workspaces/${id}/api-keys`, { name: 'CI' })).body;
    const caller = await callerOf(open.accounts, created.key);
    open.accounts.count(caller, 'list_notes');
    const { status, body } = await call('GET', `/workspaces/${id}/usage`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      workspaceId: id,
      used: 1,
      quota: 10_000,
      remaining: 9_999,
      byTool: [{ tool: 'list_notes', calls: 1 }],
      byKey: [{ keyId: created.id, name: 'CI', calls: 1 }],
    });
    expect(body.daily.at(-1)).toEqual({ date: new Date().toISOString().slice(0, 10), calls: 1 });
  });

  test('deletes a workspace with every row of it in every table, and nothing of another', async () => {
    const [doomed, other] = [await workspace(), await workspace()];
    const uuids = [doomed, other].map(({ id }) => workspaceIds.decode(id) ?? '');
    let doomedKey = '';
    for (const [index, { id }] of [doomed, other].entries()) {
      const { key } = (await call('POST', `/workspaces/${id}/api-keys`, { name: 'CI' })).body;
      doomedKey ||= key;
      const caller = await callerOf(open.accounts, key);
      await open.accounts.admit(caller);
      open.accounts.count(caller, 'list_notes');
      const [workspaceUuid, note] = [uuids[index] ?? '', newUuid()];
      await open.store.run({ role: 'app', workspaceId: workspaceUuid }, [
        { text: `insert into notes values ($1, $2, 'x')`, values: [workspaceUuid, note] },
        { text: 'insert into note_lines values ($1, $2, $3)', values: [workspaceUuid, newUuid(), note] },
        {
          text: `insert into outbox (workspace_id, subscriber, event_id, event_name, payload, occurred_at, next_attempt_at)
            values ($1, 's', $1, 'e', '{}', now(), null)`,
          values: [workspaceUuid],
        },
        {
          text: `insert into idempotency_keys (workspace_id, key_hash, expires_at) values ($1, 'hash', now())`,
          values: [workspaceUuid],
        },
      ]);
    }
    await open.accounts.flush();
    const [tables] = await open.store.run({ role: 'control' }, [
      {
        text: `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and attname = 'workspace_id'
          where relkind = 'r' and pg_table_is_visible(c.oid) order by 1`,
        values: [],
      },
    ]);
    const names = (tables?.rows ?? []).map(row => String(row.name));
    expect(names).toEqual([
      'api_keys',
      'idempotency_keys',
      'note_lines',
      'notes',
      'outbox',
      'usage_days',
      'usage_months',
      'workspaces',
    ]);
    const rows = async (workspaceId = '') => {
      const results = await open.store.run(
        { role: 'app', workspaceId },
        names.map(name => ({
          text: `select count(*) as count from ${name} where workspace_id = $1`,
          values: [workspaceId],
        })),
      );
      return results.map(result => result.rows[0]?.count);
    };
    expect(await rows(uuids[0])).toEqual(names.map(() => 1));
    expect(await call('DELETE', `/workspaces/${doomed.id}`)).toMatchObject({ status: 204 });
    expect(await refusalOf(open.accounts, doomedKey)).toMatchObject({ status: 401 });
    expect(await rows(uuids[0])).toEqual(names.map(() => 0));
    expect(await rows(uuids[1])).toEqual(names.map(() => 1));
    expect(await call('GET', `/workspaces/${doomed.id}`)).toMatchObject({ status: 404 });
    expect(await call('DELETE', `/workspaces/${doomed.id}`)).toMatchObject({ status: 404 });
  });

  test.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['a longer token', { authorization: `Bearer ${adminToken}x` }],
    ['another scheme', { authorization: `Basic ${adminToken}` }],
  ])('refuses %s before it looks at anything else', async (_, headers) => {
    for (const [method, path] of [
      ['GET', '/workspaces'],
      ['PUT', '/workspaces'],
      ['GET', '/nothing'],
    ] as const) {
      const response = await handle(new Request(`http://localhost/api/v1/admin${path}`, { method, headers }), 'req-2');
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toEqual({
        error: 'Unauthorized',
        message: expect.stringContaining('ADMIN_TOKEN'),
        requestId: 'req-2',
      });
    }
  });

  test('answers unknown paths, methods, media types and sizes', async () => {
    expect(await call('GET', '/nothing')).toMatchObject({
      status: 404,
      body: { error: 'Not Found', requestId: 'req-1' },
    });
    const put = await call('PUT', '/workspaces', {});
    expect(put).toMatchObject({ status: 405, body: { error: 'Method Not Allowed' } });
    expect(put.headers.get('allow')).toBe('POST, GET');
    expect(await call('POST', '/workspaces', 'name=x', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    });
    expect(await call('POST', '/workspaces', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }))).toMatchObject({
      status: 413,
    });
    expect(await call('POST', '/workspaces', '{')).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/JSON/) },
    });
  });

  test.each([
    ['no name', { plan: 'pro' }, 'name'],
    ['an empty name', { name: ' ', plan: 'pro' }, 'name'],
    ['no plan', { name: 'x' }, 'plan'],
    ['an unknown plan', { name: 'x', plan: 'gold' }, 'plan'],
    ['an unknown field', { name: 'x', plan: 'pro', color: 'red' }, ''],
    ['an unknown time zone', { name: 'x', plan: 'pro', timezone: 'Mars/Olympus' }, 'timezone'],
    ['an offset for a time zone', { name: 'x', plan: 'pro', timezone: '+02:00' }, 'timezone'],
    ['a list', [], ''],
  ])('refuses a workspace with %s, and says where', async (_, body, path) => {
    const answer = await call('POST', '/workspaces', body);
    expect(answer).toMatchObject({ status: 400, body: { error: 'Bad Request', requestId: 'req-1' } });
    expect(answer.body.details[0].path).toBe(path);
  });

  test.each([
    ['an unknown scope', { name: 'x', scopes: ['admin'] }],
    ['no scope', { name: 'x', scopes: [] }],
    ['an unknown plugin', { name: 'x', plugins: ['nope'] }],
    ['a date without a zone', { name: 'x', expiresAt: '2999-01-01T00:00:00' }],
    ['a date in the past', { name: 'x', expiresAt: '2020-01-01T00:00:00Z' }],
    ['a limit of nothing', { name: 'x', rateLimitPerMinute: 0 }],
    ['an unknown field', { name: 'x', admin: true }],
    ['NUL in its name', { name: 'a\0b' }],
  ])('refuses a key with %s', async (_, body) => {
    const { id } = await workspace();
    expect(await call('POST', `/workspaces/${id}/api-keys`, body)).toMatchObject({ status: 400 });
  });

  test('refuses an empty change', async () => {
    const { id } = await workspace();
    expect(await call('PATCH', `/workspaces/${id}`, {})).toMatchObject({ status: 400 });
  });

  test('answers ids of nothing, of another type and of no form with 404', async () => {
    const { id } = await workspace();
    const key = apiKeyId.encode(newUuid());
    for (const wrong of [workspaceIds.encode(newUuid()), key, 'nonsense', newUuid()]) {
      expect(await call('GET', `/workspaces/${wrong}`)).toMatchObject({ status: 404 });
      expect(await call('PATCH', `/workspaces/${wrong}`, { name: 'x' })).toMatchObject({ status: 404 });
      expect(await call('DELETE', `/workspaces/${wrong}`)).toMatchObject({ status: 404 });
      expect(await call('GET', `/workspaces/${wrong}/usage`)).toMatchObject({ status: 404 });
      expect(await call('GET', `/workspaces/${wrong}/api-keys`)).toMatchObject({ status: 404 });
      expect(await call('POST', `/workspaces/${wrong}/api-keys`, { name: 'x' })).toMatchObject({ status: 404 });
      if (wrong !== key)
        expect(await call('DELETE', `/workspaces/${id}/api-keys/${wrong}`)).toMatchObject({ status: 404 });
    }
    const other = await workspace();
    const foreign = (await call('POST', `/workspaces/${other.id}/api-keys`, { name: 'x' })).body;
    expect(await call('DELETE', `/workspaces/${id}/api-keys/${foreign.id}`)).toMatchObject({ status: 404 });
    await callerOf(open.accounts, foreign.key);
  });

  test('says nothing of an unexpected failure but where it is logged', async () => {
    const broken = controlPlane(
      { ...open.accounts, workspaces: { get: () => Promise.reject(new Error('secret of the inside')) } } as never,
      { adminToken, logger: silent },
    );
    const request = new Request(`http://localhost/api/v1/admin/workspaces/${workspaceIds.encode(newUuid())}`, {
      headers: { authorization: `Bearer ${adminToken}` },
    });
    const response = await broken(request, 'req-3');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('req-3');
    expect(text).not.toContain('secret');
  });
});
