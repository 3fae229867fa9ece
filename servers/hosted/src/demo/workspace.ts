import type { Accounts } from '@conferbot/accounts';
import type { Workspace } from '@conferbot/plugin';
import { callTool, everything, type Runtime } from '@conferbot/runtime';
import { demoChatbots } from './chatbots.ts';

/**
 * Makes a workspace to look at, unless the store has workspaces already.
 *
 * @returns An API key of the workspace.
 */
export async function seedDemo(runtime: Runtime, accounts: Accounts): Promise<string | undefined> {
  const { total } = await accounts.workspaces.list({ limit: 1, offset: 0 });
  if (total > 0) return undefined;
  const workspace = await accounts.workspaces.create({ name: 'Harbour & Pine (demo)', plan: 'pro' });
  await createChatbots(runtime, workspace);
  const { key } = await accounts.keys.create(workspace.id, { name: 'Demo' });
  return key;
}

/** Through the product's own tools, so that what a demo shows is what the product does. */
async function createChatbots(runtime: Runtime, workspace: Workspace): Promise<void> {
  const view = runtime.views.get(everything);
  if (!view.tools.has('create_chatbot')) return;
  const { logger } = runtime;
  const caller = { workspace, principal: { kind: 'system', name: 'demo' }, requestId: 'demo', logger } as const;
  const call = async (name: string, args: Readonly<Record<string, unknown>>) => {
    const outcome = await callTool(runtime, view, caller, name, args);
    if (outcome.kind === 'structured') return outcome.value as { readonly id: string };
    throw new Error(`The demo could not be made: ${outcome.kind === 'failure' ? outcome.failure.message : name}`);
  };
  for (const { flow, ...chatbot } of demoChatbots) {
    const { id: chatbotId } = await call('create_chatbot', chatbot);
    if (flow === undefined || !view.tools.has('update_chatbot_flow')) continue;
    await call('update_chatbot_flow', { chatbotId, flow, versionName: 'First' });
    await call('publish_flow_version', { chatbotId });
  }
}
