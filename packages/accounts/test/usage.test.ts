import { newUuid, type Workspace } from '@conferbot/plugin';
import { createRuntime, inCall, type Store } from '@conferbot/runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usageReport } from '../src/contract.ts';
import { AnswerGate } from './answer-gate.ts';
import {
  callerOf,
  engines,
  type Open,
  openAccounts,
  silent,
  type TestStore,
  testStore,
  workspaceWithKey,
} from './fixture.ts';

type Trouble = 'before' | 'commit' | 'answer' | undefined;

describe.each(engines)('usage on %s', engine => {
  let testing: TestStore;
  let open: Open;
  let trouble: Trouble;
  const gate = new AnswerGate();
  const start = Date.UTC(2026, 10, 22, 12, 0, 0);
  let now = Date.UTC(2026, 10, 20, 23, 59, 59, 999);

  /** The store, with failures to order: before the write, of the commit, or of the answer to a commit that worked. */
  function troubled(store: Store): Store {
    return new Proxy(store, {
      get(target, name) {
        if (name === 'transaction') {
          return (session: Parameters<Store['transaction']>[0]) => {
            if (trouble === 'before') throw new Error('no connection');
            const transaction = target.transaction(session);
            return {
              run: (statements: Parameters<typeof transaction.run>[0]) => transaction.run(statements),
              rollback: () => transaction.rollback(),
              async commit() {
                if (trouble === 'commit') {
                  await transaction.rollback();
                  throw new Error('connection lost before the commit');
                }
                await transaction.commit();
                if (trouble === 'answer') throw new Error('connection lost after the commit');
              },
            };
          };
        }
        if (name === 'run') return (...args: Parameters<Store['run']>) => gate.run(target, ...args);
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  beforeAll(async () => {
    testing = await testStore(engine);
    open = await openAccounts(testing, { clock: () => now, wrap: troubled });
  });

  afterAll(async () => {
    await open.close();
    await testing.drop();
  });

  async function written(workspaceId: string): Promise<number> {
    const [result] = await open.store.run({ role: 'control' }, [
      {
        text: 'select coalesce(sum(calls), 0) as calls from usage_days where workspace_id = $1',
        values: [workspaceId],
      },
    ]);
    return Number(result?.rows[0]?.calls);
  }

  test('is reported by day, by key and by tool, written or not', async () => {
    const { accounts } = open;
    const { workspaceId, keyId, key } = await workspaceWithKey(accounts);
    const other = await accounts.keys.create(workspaceId, { name: 'other' });
    const [first, second] = [await callerOf(accounts, key), await callerOf(accounts, other.key)];
    accounts.count(first, 'list_notes');
    accounts.count(second, 'tools/list');
    now += 1;
    accounts.count(first, 'list_notes');
    now = start;
    await accounts.flush();
    accounts.count(first, 'list_notes');
    const report = await accounts.usage(workspaceId);
    expect(report).toMatchObject({
      month: '2026-11',
      plan: 'starter',
      quota: 10_000,
      used: 4,
      remaining: 9_996,
      resetsAt: '2026-12-01T00:00:00.000Z',
      byTool: [
        { tool: 'list_notes', calls: 3 },
        { tool: 'tools/list', calls: 1 },
      ],
      byKey: [
        { keyId, calls: 3 },
        { keyId: other.id, calls: 1 },
      ],
    });
    expect(report.daily).toHaveLength(22);
    expect(report.daily.slice(18)).toEqual([
      { date: '2026-11-19', calls: 0 },
      { date: '2026-11-20', calls: 2 },
      { date: '2026-11-21', calls: 1 },
      { date: '2026-11-22', calls: 1 },
    ]);
    await accounts.flush();
    expect(await accounts.usage(workspaceId)).toEqual(report);
  });

  test('of an unlimited plan has no quota', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts, 'enterprise');
    accounts.count(await callerOf(accounts, key), 'list_notes');
    expect(await accounts.usage(workspaceId)).toMatchObject({ quota: null, used: 1, remaining: null });
  });

  test.each<[string, Trouble]>([
    ['the store is away', 'before'],
    ['a commit fails', 'commit'],
    ['a commit works, but its answer is lost', 'answer'],
  ])('is neither lost nor counted twice when %s', async (_, kind) => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, key);
    await accounts.flush();
    accounts.count(caller, 'list_notes');
    trouble = kind;
    expect(await accounts.flush()).toBe(false);
    accounts.count(caller, 'list_notes');
    expect(await accounts.flush()).toBe(false);
    accounts.count(caller, 'other');
    trouble = undefined;
    expect(await accounts.flush()).toBe(true);
    expect(await written(workspaceId)).toBe(3);
    expect(await accounts.usage(workspaceId)).toMatchObject({ used: 3 });
    await accounts.flush();
    expect(await written(workspaceId)).toBe(3);
  });

  test('is read right at every moment while it is written', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, key);
    for (let calls = 1; calls <= 60; calls++) {
      accounts.count(caller, 'list_notes');
      const flushing = calls % 3 === 0 ? accounts.flush() : undefined;
      expect(await accounts.usage(workspaceId)).toMatchObject({ used: calls });
      await flushing;
    }
  });

  test('is read again when it was written since', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    accounts.count(await callerOf(accounts, key), 'list_notes');
    const { reached, release } = gate.hold('grouping sets');
    const report = accounts.usage(workspaceId);
    await reached;
    expect(await accounts.flush()).toBe(true);
    release();
    expect(await report).toMatchObject({ used: 1 });
  });

  test('is written by itself, twice a second', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    accounts.count(await callerOf(accounts, key), 'list_notes');
    await expect.poll(() => written(workspaceId), { timeout: 5000 }).toBe(1);
  });

  test('of a workspace that is gone is dropped', async () => {
    const { accounts } = open;
    const gone = await workspaceWithKey(accounts);
    const stays = await workspaceWithKey(accounts);
    const [first, second] = [await callerOf(accounts, gone.key), await callerOf(accounts, stays.key)];
    await accounts.admit(first);
    await accounts.workspaces.delete(gone.workspaceId);
    accounts.count(first, 'list_notes');
    accounts.count(second, 'list_notes');
    expect(await accounts.flush()).toBe(true);
    expect([await written(gone.workspaceId), await written(stays.workspaceId)]).toEqual([0, 1]);
  });

  test('is a service to plugins, for the workspace of the call, in any call', async () => {
    const { accounts, store, composition } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const other = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, key);
    accounts.count(caller, 'list_notes');
    accounts.count(await callerOf(accounts, other.key), 'list_notes');
    await accounts.flush();
    accounts.count(caller, 'list_notes');
    const workspace: Workspace = { id: workspaceId, plan: 'starter', timezone: 'UTC' };
    const runtime = createRuntime({
      composition,
      store,
      serverInfo: { name: 'test', title: 'Test', version: '1.0.0' },
      instructions: '',
      logger: silent,
      secret: new Uint8Array(32),
    });
    const call = { workspace, principal: caller.principal, requestId: 'r', logger: silent };
    for (const readOnly of [true, false]) {
      const report = await inCall(runtime, call, { readOnly }, async ctx => {
        if (!readOnly) {
          await ctx.sql`insert into notes values (${workspaceId}, ${newUuid()}, 'x')`;
          accounts.count(caller, 'list_notes');
          void accounts.flush();
        }
        return ctx.use(usageReport).currentMonth();
      });
      expect(report).toMatchObject({
        used: readOnly ? 2 : 3,
        byTool: [{ tool: 'list_notes', calls: readOnly ? 2 : 3 }],
      });
      expect(report).not.toHaveProperty('byKey');
    }
  });
});
