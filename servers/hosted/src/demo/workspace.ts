import type { Accounts } from '@conferbot/accounts';
import { isFault, type Workspace } from '@conferbot/plugin';
import { callTool, everything, type Runtime } from '@conferbot/runtime';
import type { DemoChatbot } from '@conferbot/widget';
import { demoChatbots } from './chatbots.ts';

/** Always the same, so that a later start finds it again. */
const workspaceId = '0198c0fe-d3f0-7000-8000-00000000de30';

/**
 * Makes a workspace to look at, unless the store has workspaces already.
 *
 * @returns An API key of the workspace.
 */
export async function seedDemo(runtime: Runtime, accounts: Accounts): Promise<string | undefined> {
  const { total } = await accounts.workspaces.list({ limit: 1, offset: 0 });
  if (total > 0) return undefined;
  const workspace = await accounts.workspaces.create({
    id: workspaceId,
    name: 'Harbour & Pine (demo)',
    plan: 'pro',
  });
  await createChatbots(caller(runtime, workspace));
  const { key } = await accounts.keys.create(workspace.id, { name: 'Demo' });
  return key;
}

/** The published chatbots of the demo workspace, as the demo page shows them: one in its corner. */
export async function showDemo(runtime: Runtime, accounts: Accounts): Promise<readonly DemoChatbot[]> {
  const workspace = await accounts.workspaces.get(workspaceId).catch((error: unknown) => {
    if (isFault(error) && error.code === 'not_found') return undefined;
    throw error;
  });
  const call = workspace && caller(runtime, workspace);
  if (!call?.has('list_chatbots')) return [];
  const { data } = await call.tool<{ data: (DemoChatbot & { published: boolean })[] }>('list_chatbots', { limit: 100 });
  const shown = data.filter(({ published }) => published);
  return shown.map(({ id, name, description }, index) => ({
    id,
    name,
    description,
    mode: index === 0 ? 'bubble' : 'inline',
  }));
}

interface Caller {
  has(tool: string): boolean;
  tool<T>(name: string, args: Readonly<Record<string, unknown>>): Promise<T>;
}

/** Calls the product's own tools, so that what a demo shows is what the product does. */
function caller(runtime: Runtime, workspace: Workspace): Caller {
  const view = runtime.views.get(everything);
  const { logger } = runtime;
  const principal = { kind: 'system', name: 'demo' } as const;
  return {
    has: tool => view.tools.has(tool),
    async tool<T>(name: string, args: Readonly<Record<string, unknown>>) {
      const outcome = await callTool(runtime, view, { workspace, principal, requestId: 'demo', logger }, name, args);
      if (outcome.kind === 'structured') return outcome.value as T;
      throw new Error(`The demo could not be made: ${outcome.kind === 'failure' ? outcome.failure.message : name}`);
    },
  };
}

async function createChatbots(call: Caller): Promise<void> {
  if (!call.has('create_chatbot')) return;
  for (const { flow, knowledge = [], ...chatbot } of demoChatbots) {
    const { id: chatbotId } = await call.tool<{ id: string }>('create_chatbot', chatbot);
    if (knowledge.length > 0) await teach(call, chatbotId, knowledge);
    if (flow === undefined || !call.has('update_chatbot_flow')) continue;
    await call.tool('update_chatbot_flow', { chatbotId, flow, versionName: 'First' });
    await call.tool('publish_flow_version', { chatbotId });
  }
}

async function teach(call: Caller, chatbotId: string, articles: readonly object[]): Promise<void> {
  if (!call.has('create_knowledge_article')) return;
  for (const article of articles) {
    await call.tool('create_knowledge_article', { chatbotId, ...article, reviewStatus: 'published' });
  }
  await call.tool('update_ai_config', { chatbotId, enabled: true, mode: 'ai_first' });
  if (call.has('update_widget_config')) {
    await call.tool('update_widget_config', { chatbotId, config: { enableKnowledgeBase: true } });
  }
}
