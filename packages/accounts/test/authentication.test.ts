import { randomUUID } from 'node:crypto';
import type { Store } from '@conferbot/runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../src/index.ts';
import { newApiKey } from '../src/keys/key-format.ts';
import { AnswerGate } from './answer-gate.ts';
import {
  callerOf,
  engines,
  type Open,
  openAccounts,
  refusalOf,
  type TestStore,
  testStore,
  workspaceWithKey,
} from './fixture.ts';

const day = 86_400_000;

describe.each(engines)('authentication on %s', engine => {
  let testing: TestStore;
  let open: Open;
  let now = Date.now();
  const gate = new AnswerGate();

  beforeAll(async () => {
    testing = await testStore(engine);
    open = await openAccounts(testing, {
      clock: () => now,
      wrap: store =>
        new Proxy(store, {
          get(target, name) {
            if (name === 'run') return (...args: Parameters<Store['run']>) => gate.run(target, ...args);
            const value = Reflect.get(target, name);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        }),
    });
  });

  afterAll(async () => {
    await open.close();
    await testing.drop();
  });

  test('tells who is behind a key, in either header', async () => {
    const { accounts } = open;
    const { workspaceId, keyId, key } = await workspaceWithKey(accounts, 'pro', {});
    const caller = await accounts.authenticate({ apiKey: key });
    expect(caller).toEqual({
      workspace: { id: workspaceId, plan: 'pro', timezone: 'UTC' },
      principal: { kind: 'key', keyId, name: 'test', scopes: ['read', 'write', 'publish'] },
      plugins: undefined,
      rateLimitPerMinute: 60,
      confirmDestructive: false,
    });
    expect(await accounts.authenticate({ authorization: `Bearer ${key}` })).toEqual(caller);
    expect(await accounts.authenticate({ authorization: `bearer  ${key} ` })).toEqual(caller);
    expect(await accounts.authenticate({ apiKey: key, authorization: `Bearer ${key}` })).toEqual(caller);
    expect(await accounts.authenticate({ apiKey: key, authorization: 'Basic abc' })).toEqual(caller);
  });

  test('gives what the key was made with', async () => {
    const { accounts } = open;
    const workspace = await accounts.workspaces.create({ name: 'A', plan: 'business', timezone: 'Europe/Berlin' });
    const { key } = await accounts.keys.create(workspace.id, {
      name: 'narrow',
      scopes: ['read'],
      plugins: ['notes'],
      rateLimitPerMinute: 5,
      confirmDestructive: true,
    });
    expect(await callerOf(accounts, key)).toMatchObject({
      workspace: { plan: 'business', timezone: 'Europe/Berlin' },
      principal: { name: 'narrow', scopes: ['read'] },
      plugins: ['notes'],
      rateLimitPerMinute: 5,
      confirmDestructive: true,
    });
  });

  test('answers from memory, without a promise, once a key is known', async () => {
    const { key } = await workspaceWithKey(open.accounts);
    await callerOf(open.accounts, key);
    gate.calls = 0;
    for (let index = 0; index < 100; index++) {
      expect(open.accounts.authenticate({ apiKey: key })).not.toBeInstanceOf(Promise);
    }
    expect(gate.calls).toBe(0);
  });

  test('asks the store once for many requests at a time', async () => {
    const { key } = await workspaceWithKey(open.accounts);
    gate.calls = 0;
    await Promise.all(Array.from({ length: 20 }, () => callerOf(open.accounts, key)));
    expect(gate.calls).toBe(1);
  });

  test('reads a known key again: in the background after 1 s, before its use after 2 s', async () => {
    const { accounts } = open;
    const { key, workspaceId } = await workspaceWithKey(accounts);
    await callerOf(accounts, key);
    await open.store.run({ role: 'control' }, [
      { text: `update workspaces set plan = 'pro' where workspace_id = $1`, values: [workspaceId] },
    ]);
    now += 999;
    expect(await callerOf(accounts, key)).toMatchObject({ workspace: { plan: 'starter' } });
    now += 1;
    gate.calls = 0;
    expect(accounts.authenticate({ apiKey: key })).toMatchObject({ workspace: { plan: 'starter' } });
    expect(gate.calls).toBe(1);
    await expect.poll(() => accounts.authenticate({ apiKey: key })).toMatchObject({ workspace: { plan: 'pro' } });
    now += 2000;
    expect(accounts.authenticate({ apiKey: key })).toBeInstanceOf(Promise);
  });

  test.each([
    ['no header', {}],
    ['an empty header', { apiKey: '' }],
    ['another scheme', { authorization: 'Basic abc' }],
    ['an empty bearer', { authorization: 'Bearer ' }],
  ])('refuses %s as a missing key', async (_, headers) => {
    expect(await open.accounts.authenticate(headers)).toMatchObject({ status: 401, error: 'Unauthorized' });
    expect(await open.accounts.authenticate(headers)).toHaveProperty('message', expect.stringMatching(/missing/));
  });

  test('refuses two different keys', async () => {
    const first = await workspaceWithKey(open.accounts);
    const second = await workspaceWithKey(open.accounts);
    const answer = open.accounts.authenticate({ apiKey: first.key, authorization: `Bearer ${second.key}` });
    expect(answer).toMatchObject({ status: 400, message: expect.stringMatching(/different API keys/) });
  });

  test('refuses a mistyped key without asking the store', async () => {
    const { key } = await workspaceWithKey(open.accounts);
    const other = key.at(-10) === 'x' ? 'y' : 'x';
    gate.calls = 0;
    const answer = open.accounts.authenticate({ apiKey: `${key.slice(0, -10)}${other}${key.slice(-9)}` });
    expect(answer).toMatchObject({ status: 401, message: expect.stringMatching(/not valid/) });
    expect(gate.calls).toBe(0);
  });

  test('refuses an unknown key, and asks for it once', async () => {
    const key = newApiKey();
    gate.calls = 0;
    expect(await refusalOf(open.accounts, key)).toMatchObject({ status: 401 });
    expect(await refusalOf(open.accounts, key)).toMatchObject({ status: 401 });
    expect(gate.calls).toBe(1);
  });

  test('refuses a key that is revoked, in this process at once', async () => {
    const { accounts } = open;
    const { workspaceId, keyId, key } = await workspaceWithKey(accounts);
    await callerOf(accounts, key);
    await accounts.keys.revoke(workspaceId, keyId);
    expect(await refusalOf(accounts, key)).toMatchObject({ status: 401, message: expect.stringMatching(/revoked/) });
  });

  test('does not remember what was being read while a key was revoked', async () => {
    const { accounts } = open;
    const { workspaceId, keyId, key } = await workspaceWithKey(accounts);
    await callerOf(accounts, key);
    now += 1500;
    const { reached, release } = gate.hold('from api_keys');
    void accounts.authenticate({ apiKey: key });
    await reached;
    await accounts.keys.revoke(workspaceId, keyId);
    release();
    await new Promise(setImmediate);
    expect(await refusalOf(accounts, key)).toMatchObject({ status: 401, message: expect.stringMatching(/revoked/) });
  });

  test('refuses a key that is revoked elsewhere within 2 seconds', async () => {
    const { accounts } = open;
    const { keyId, key } = await workspaceWithKey(accounts);
    await callerOf(accounts, key);
    await open.store.run({ role: 'control' }, [
      { text: 'update api_keys set revoked_at = now() where id = $1', values: [keyId] },
    ]);
    now += 2000;
    expect(await refusalOf(accounts, key)).toMatchObject({ status: 401, message: expect.stringMatching(/revoked/) });
  });

  test('refuses a key from the moment it expires, also from memory', async () => {
    const { accounts } = open;
    const { workspaceId } = await workspaceWithKey(accounts);
    const { key } = await accounts.keys.create(workspaceId, { name: 'brief', expiresAt: new Date(now + 500) });
    await callerOf(accounts, key);
    now += 499;
    await callerOf(accounts, key);
    now += 1;
    expect(accounts.authenticate({ apiKey: key })).toMatchObject({
      status: 401,
      message: expect.stringMatching(/expired/),
    });
    now += day;
    expect(await refusalOf(accounts, key)).toMatchObject({ message: expect.stringMatching(/expired/) });
  });

  test('refuses a plan without API access, until the plan changes', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts, 'free');
    expect(await refusalOf(accounts, key)).toEqual({
      status: 403,
      error: 'Plan Not Supported',
      message: 'Your current plan does not include API access. Upgrade to Starter or above.',
    });
    await accounts.workspaces.update(workspaceId, { plan: 'starter' });
    expect(await callerOf(accounts, key)).toMatchObject({ workspace: { plan: 'starter' } });
  });

  test('records the last use of a key, at most once a minute', async () => {
    const { accounts, store } = open;
    const { workspaceId, keyId, key } = await workspaceWithKey(accounts);
    const lastUse = async () => {
      await accounts.flush();
      const { rows } = await accounts.keys.list(workspaceId, { limit: 1, offset: 0 });
      return rows[0]?.lastUsedAt;
    };
    expect(await lastUse()).toBeNull();
    const first = now;
    await callerOf(accounts, key);
    expect(await lastUse()).toBe(new Date(first).toISOString());
    const version = async () => {
      const [result] = await store.run({ role: 'control' }, [
        { text: 'select xmin::text as version from api_keys where id = $1', values: [keyId] },
      ]);
      return result?.rows[0]?.version;
    };
    const before = await version();
    for (let second = 1; second < 60; second += 3) {
      now = first + second * 1000;
      await callerOf(accounts, key);
      await accounts.flush();
    }
    expect(await version()).toBe(before);
    now = first + 60_000;
    await callerOf(accounts, key);
    expect(await lastUse()).toBe(new Date(now).toISOString());
  });

  test('remembers a bounded number of unknown keys', async () => {
    const first = newApiKey();
    await refusalOf(open.accounts, first);
    await Promise.all(Array.from({ length: 10_000 }, () => refusalOf(open.accounts, newApiKey())));
    gate.calls = 0;
    await refusalOf(open.accounts, first);
    expect(gate.calls).toBe(1);
  }, 120_000);

  test('makes keys only for workspaces and plugins that exist, and for the future', async () => {
    const { accounts } = open;
    const { workspaceId } = await workspaceWithKey(accounts);
    await expect(accounts.keys.create(randomUUID(), { name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(accounts.keys.create(workspaceId, { name: 'x', plugins: ['nope'] })).rejects.toMatchObject({
      code: 'invalid_argument',
      message: expect.stringContaining('notes'),
    });
    await expect(accounts.keys.create(workspaceId, { name: 'x', expiresAt: new Date(now) })).rejects.toMatchObject({
      code: 'invalid_argument',
    });
  });

  test('keeps no key in the store, in no column of no table', async () => {
    const { accounts, store } = open;
    const { key } = await workspaceWithKey(accounts);
    await callerOf(accounts, key);
    await accounts.flush();
    const [result] = await store.run({ role: 'control' }, [
      {
        text: `select (select string_agg(k::text, ' ') from api_keys k) || (select string_agg(w::text, ' ') from workspaces w)
          || (select coalesce(string_agg(d::text, ' '), '') from usage_days d) as everything`,
        values: [],
      },
    ]);
    const everything = String(result?.rows[0]?.everything);
    expect(everything).toContain(key.slice(0, 8));
    expect(everything).not.toContain(key.slice(8, 20));
    expect(everything).not.toContain(Buffer.from(key).toString('hex'));
  });
});

describe('accounts without their store', () => {
  test('answer 503', async () => {
    const testing = await testStore('pglite');
    const { accounts, store } = await openAccounts(testing);
    const { key } = await workspaceWithKey(accounts);
    const known = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, known.key);
    await accounts.flush();
    await store.close();
    expect(await accounts.admit(caller)).toMatchObject({ status: 503, retryAfter: expect.any(Number) });
    const answer = await accounts.authenticate({ apiKey: key });
    expect(isRefusal(answer)).toBe(true);
    expect(answer).toMatchObject({ status: 503, retryAfter: expect.any(Number) });
    await accounts.close();
  });
});
