import { afterAll, beforeAll, expect, it } from 'vitest';
import { AnalyticsBed } from './support/analytics-bed.ts';

let beds: AnalyticsBed;
beforeAll(async () => {
  beds = await AnalyticsBed.open();
});
afterAll(() => beds[Symbol.asyncDispose]());

interface Usage {
  readonly month: string;
  readonly used: number;
  readonly byTool: readonly { readonly tool: string; readonly calls: number }[];
  readonly daily: readonly { readonly date: string; readonly calls: number }[];
}

it('tells what the workspace used this month, as the resource does', async () => {
  const workspace = beds.bed.workspace({ plan: 'starter' });
  const keyId = workspace.caller.principal.kind === 'key' ? workspace.caller.principal.keyId : '';
  const caller = { ...workspace.caller, principal: { keyId } } as unknown as Parameters<typeof beds.accounts.count>[0];
  for (const tool of ['list_chatbots', 'get_chatbot', 'list_chatbots']) beds.accounts.count(caller, tool);
  const usage = await workspace.call<Usage>('get_api_usage');
  expect(usage).toMatchObject({ plan: 'starter', quota: 10_000, used: 3, remaining: 9_997 });
  expect(usage.byTool).toEqual([
    { tool: 'list_chatbots', calls: 2 },
    { tool: 'get_chatbot', calls: 1 },
  ]);
  expect(usage.daily.at(-1)?.calls).toBe(3);
  expect(usage.daily[0]?.date).toBe(`${usage.month}-01`);
  expect(await workspace.read('conferbot://usage')).toEqual(usage);
});

it('has no limit where the plan has none, and says nothing of other workspaces', async () => {
  const workspace = beds.bed.workspace({ plan: 'enterprise' });
  expect(await workspace.call('get_api_usage')).toMatchObject({ quota: null, remaining: null, used: 0, byTool: [] });
});
