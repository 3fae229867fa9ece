import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Accounts,
  type Admission,
  createAccounts,
  isRefusal,
  type KeyCaller,
  type Refusal,
} from '../src/index.ts';
import {
  callerOf,
  composed,
  engines,
  type Open,
  openAccounts,
  pepper,
  silent,
  type TestStore,
  testStore,
  workspaceWithKey,
} from './fixture.ts';

async function admitted(accounts: Accounts, caller: KeyCaller): Promise<Admission> {
  const answer = await accounts.admit(caller);
  if (isRefusal(answer)) throw new Error(`refused: ${answer.message}`);
  return answer;
}

async function refused(accounts: Accounts, caller: KeyCaller): Promise<Refusal> {
  const answer = await accounts.admit(caller);
  if (!isRefusal(answer)) throw new Error('not refused');
  return answer;
}

/** Sets how many calls of the month were granted, as if they had been made. */
async function grant({ store, accounts }: Open, workspaceId: string, calls: number, caller: KeyCaller): Promise<void> {
  const admission = await admitted(accounts, caller);
  admission.cancel();
  await store.run({ role: 'control' }, [
    { text: 'update usage_months set granted = $2 where workspace_id = $1', values: [workspaceId, calls] },
  ]);
}

describe.each(engines)('limits on %s', engine => {
  let testing: TestStore;
  let open: Open;
  const start = Date.UTC(2026, 10, 22, 12, 0, 0);
  let now = start;

  beforeAll(async () => {
    testing = await testStore(engine);
    open = await openAccounts(testing, { clock: () => now });
  });

  afterAll(async () => {
    await open.close();
    await testing.drop();
  });

  test('the minute: 60 calls pass, the next is refused with the wait until one leaves the window', async () => {
    const { accounts } = open;
    const { key } = await workspaceWithKey(accounts, 'starter', {});
    const caller = await callerOf(accounts, key);
    for (let index = 0; index < 60; index++) {
      await admitted(accounts, caller);
      now += 100;
    }
    const refusal = await refused(accounts, caller);
    expect(refusal).toMatchObject({ status: 429, error: 'Too Many Requests', retryAfter: 54 });
    expect(refusal.message).toBe('This API key is over its limit of 60 requests per minute. Try again in 54 s.');
    expect(refusal.limits?.state).toMatch(/^"minute";r=0;t=54, "month";r=9940;t=\d+$/);
    now += 53_999;
    await refused(accounts, caller);
    now += 1;
    await admitted(accounts, caller);
    await refused(accounts, caller);
  });

  test('the minute: a refused call takes nothing', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts, 'starter', { rateLimitPerMinute: 1 });
    const caller = await callerOf(accounts, key);
    await admitted(accounts, caller);
    for (let index = 0; index < 20; index++) {
      now += 1000;
      await refused(accounts, caller);
    }
    now += 40_000;
    await admitted(accounts, caller);
    expect(accounts.limits(caller).state).toMatch(/"month";r=9998/);
    await accounts.usage(workspaceId);
  });

  test('the minute: Retry-After is a whole number, the true wait or up to a second more', async () => {
    const { accounts } = open;
    const { workspaceId } = await workspaceWithKey(accounts, 'enterprise');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 25_000 }), { minLength: 5, maxLength: 30 }),
        async (rateLimitPerMinute, gaps) => {
          const { key } = await accounts.keys.create(workspaceId, { name: 'x', rateLimitPerMinute });
          const caller = await callerOf(accounts, key);
          const passed: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const answer = await accounts.admit(caller);
            if (!isRefusal(answer)) {
              passed.push(now);
              continue;
            }
            const wait = ((passed.at(-rateLimitPerMinute) ?? 0) + 60_000 - now) / 1000;
            expect(answer.retryAfter).toSatisfy(Number.isInteger);
            expect(answer.retryAfter).toBeGreaterThanOrEqual(wait);
            expect(answer.retryAfter).toBeLessThanOrEqual(wait + 1);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('the minute is of the key, the month of the workspace', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts, 'starter', { rateLimitPerMinute: 1 });
    const other = await accounts.keys.create(workspaceId, { name: 'other', rateLimitPerMinute: 1 });
    await admitted(accounts, await callerOf(accounts, key));
    const second = await admitted(accounts, await callerOf(accounts, other.key));
    expect(second.limits.state).toMatch(/"month";r=9998/);
  });

  test('headers say policy and state; without a quota only the minute', async () => {
    const { accounts } = open;
    const starter = await callerOf(accounts, (await workspaceWithKey(accounts, 'starter', {})).key);
    const { limits } = await admitted(accounts, starter);
    expect(limits.policy).toBe(`"minute";q=60;w=60, "month";q=10000;w=${30 * 86_400}`);
    const monthEnds = Math.ceil((Date.UTC(2026, 11, 1) - now) / 1000);
    expect(limits.state).toBe(`"minute";r=59;t=60, "month";r=9999;t=${monthEnds}`);
    expect(accounts.limits(starter).state).toBe(limits.state);
    const enterprise = await callerOf(accounts, (await workspaceWithKey(accounts, 'enterprise', {})).key);
    const unlimited = (await admitted(accounts, enterprise)).limits;
    expect([unlimited.policy, unlimited.state]).toEqual(['"minute";q=60;w=60', '"minute";r=59;t=60']);
  });

  test('the month: exactly as many calls pass as are left, however many come at once', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, key);
    await grant(open, workspaceId, 9_500, caller);
    await drain(accounts, caller);
    const answers = await Promise.all(Array.from({ length: 900 }, () => accounts.admit(caller)));
    expect(answers.filter(answer => !isRefusal(answer))).toHaveLength(500);
    const refusal = await refused(accounts, caller);
    expect(refusal).toMatchObject({ status: 429, retryAfter: Math.ceil((Date.UTC(2026, 11, 1) - now) / 1000) });
    expect(refusal.message).toMatch(/used all 10000 API calls .* starter plan .* month/);
    expect(refusal.limits?.state).toMatch(/"month";r=0;/);
  });

  test('the month: a call that is refused for it takes nothing of the minute', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts, 'starter', { rateLimitPerMinute: 1000 });
    const caller = await callerOf(accounts, key);
    await grant(open, workspaceId, 10_000, caller);
    await drain(accounts, caller);
    const left = accounts.limits(caller).state;
    for (let index = 0; index < 10; index++) await refused(accounts, caller);
    expect(accounts.limits(caller).state).toBe(left);
  });

  test('the month: a cancelled call comes back, once', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, key);
    await grant(open, workspaceId, 10_000, caller);
    await drain(accounts, caller, 49);
    const last = await admitted(accounts, caller);
    await refused(accounts, caller);
    last.cancel();
    last.cancel();
    await admitted(accounts, caller);
    await refused(accounts, caller);
  });

  test('the month: most calls are admitted without asking the store', async () => {
    const { accounts } = open;
    const { key } = await workspaceWithKey(accounts, 'business');
    const caller = await callerOf(accounts, key);
    let asked = 0;
    for (let index = 0; index < 1000; index++) {
      const answer = accounts.admit(caller);
      if (answer instanceof Promise) asked++;
      await answer;
    }
    expect(asked).toBe(20);
  });

  test('the month: a larger plan opens it at once', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, key);
    await grant(open, workspaceId, 10_000, caller);
    await drain(accounts, caller);
    await refused(accounts, caller);
    await accounts.workspaces.update(workspaceId, { plan: 'pro' });
    const upgraded = await admitted(accounts, await callerOf(accounts, key));
    expect(upgraded.limits.state).toMatch(/"month";r=39999/);
  });

  test('the month: calls of an unlimited plan count when the plan gets a limit', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts, 'enterprise');
    const caller = await callerOf(accounts, key);
    for (let index = 0; index < 300; index++) {
      expect(accounts.admit(caller)).not.toBeInstanceOf(Promise);
      accounts.count(caller, 'list_notes');
    }
    await accounts.flush();
    await accounts.workspaces.update(workspaceId, { plan: 'starter' });
    expect((await admitted(accounts, await callerOf(accounts, key))).limits.state).toMatch(/"month";r=9699/);
  });

  test('the month: a new one starts with the whole quota, at midnight UTC', async () => {
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const caller = await callerOf(accounts, key);
    await grant(open, workspaceId, 10_000, caller);
    await drain(accounts, caller);
    now = Date.UTC(2026, 11, 1) - 1;
    const refusal = await refused(accounts, caller);
    expect(refusal.retryAfter).toBe(1);
    now = Date.UTC(2026, 11, 1);
    expect((await admitted(accounts, caller)).limits.state).toMatch(/"month";r=9999;t=2678400/);
    accounts.count(caller, 'list_notes');
    expect(await accounts.usage(workspaceId)).toMatchObject({ month: '2026-12', used: 1 });
    now = start;
  });

  test('several processes share one month, to the last call', async () => {
    if (engine === 'pglite') return;
    const { accounts } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    const others = await Promise.all([1, 2, 3].map(() => openAccounts(testing, { clock: () => now })));
    const all = [open, ...others].map(process => process.accounts);
    await grant(open, workspaceId, 9_000, await callerOf(accounts, key));
    await drain(accounts, await callerOf(accounts, key));
    const counts = await Promise.all(
      all.map(async process => {
        const caller = await callerOf(process, key);
        const answers = await Promise.all(Array.from({ length: 1200 }, () => process.admit(caller)));
        return answers.filter(answer => !isRefusal(answer)).length;
      }),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    for (const other of others) await other.close();
  });

  test('a workspace that rests a minute gives its calls back', async () => {
    const { accounts, store } = open;
    const { workspaceId, key } = await workspaceWithKey(accounts);
    await admitted(accounts, await callerOf(accounts, key));
    const granted = async () => {
      const [result] = await store.run({ role: 'control' }, [
        { text: 'select granted from usage_months where workspace_id = $1', values: [workspaceId] },
      ]);
      return result?.rows[0]?.granted;
    };
    expect(await granted()).toBe(50);
    now += 59_000;
    accounts.sweep();
    await accounts.flush();
    expect(await granted()).toBe(50);
    now += 1000;
    accounts.sweep();
    await accounts.flush();
    expect(await granted()).toBe(1);
  });
});

/** Uses up what this process holds in memory; how many calls that was. */
async function drain(accounts: Accounts, caller: KeyCaller, most = Number.POSITIVE_INFINITY): Promise<number> {
  for (let calls = 0; calls < most; calls++) {
    const answer = accounts.admit(caller);
    if (!(answer instanceof Promise) && !isRefusal(answer)) continue;
    if (answer instanceof Promise) {
      const late = await answer;
      if (!isRefusal(late)) late.cancel();
    }
    return calls;
  }
  return most;
}

describe('limits across a restart', () => {
  test('give back on close what was granted and not used, and after a crash at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'conferbot-accounts-'));
    const testing = await testStore('pglite', join(folder, 'db'));
    try {
      const first = await openAccounts(testing);
      const { workspaceId, key } = await workspaceWithKey(first.accounts);
      const caller = await callerOf(first.accounts, key);
      for (let index = 0; index < 7; index++) {
        await admitted(first.accounts, caller);
        first.accounts.count(caller, 'list_notes');
      }

      const granted = async (open: Open) => {
        const [result] = await open.store.run({ role: 'control' }, [
          { text: 'select granted from usage_months where workspace_id = $1', values: [workspaceId] },
        ]);
        return result?.rows[0]?.granted;
      };
      await first.accounts.close();
      expect(await granted(first)).toBe(7);
      await first.store.close();

      const second = await openAccounts(testing);
      expect(await granted(second)).toBe(7);
      expect(await second.accounts.usage(workspaceId)).toMatchObject({ used: 7 });
      await admitted(second.accounts, await callerOf(second.accounts, key));
      second.accounts.count(caller, 'list_notes');
      await second.accounts.flush();
      expect(await granted(second)).toBe(57);
      await second.store.close();

      const accounts = createAccounts({ pepper, logger: silent });
      const composition = composed(accounts);
      const store = await testing.open(composition);
      await accounts.open(store, composition);
      expect(await granted({ ...second, store })).toBe(8);
      await accounts.close();
      await store.close();
      await second.accounts.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
