import { chatbotId as chatbotIds, flowVersionId } from '@conferbot/chatbots/contract';
import { defineId } from '@conferbot/plugin';
import pg from 'pg';
import type { Bench } from '../bench.ts';
import type { Cleanup } from '../cleanup.ts';
import { type HostedServer, shippedServer, startHostedServer } from '../product/hosted-server.ts';
import { callOnce, mcpTraffic, toolCall } from '../product/mcp-traffic.ts';
import { type BenchWorkspace, createWorkspace } from '../product/workspace.ts';
import { inWorkspace } from './in-workspace.ts';
import { twoQuestions } from './two-questions.ts';
import { writeHistory } from './write-history.ts';

/** A chatbot whose flow is live. */
export interface LiveChatbot {
  readonly id: string;
  readonly publishedVersionId: string;
}

/** The product on PostgreSQL, and a way to write past conversations beside it. */
export interface HistoryHost {
  readonly server: HostedServer;
  readonly workspace: BenchWorkspace;
  /** Connected as the owner of the tables. */
  readonly client: pg.Client;
  /** One transaction of the client, in the workspace. */
  inWorkspace<T>(work: () => Promise<T>): Promise<T>;
  call(tool: string, args: object): Promise<Record<string, unknown>>;
  publish(): Promise<LiveChatbot>;
  write(chatbot: LiveChatbot, span: { readonly count: number; readonly from: Date; readonly to: Date }): Promise<void>;
}

const workspaceIds = defineId('wsp', 'workspace');

export async function startHistoryHost(bench: Bench, cleanup: Cleanup): Promise<HistoryHost> {
  if (bench.database === undefined) throw new Error('this comparison needs PostgreSQL');
  const server = cleanup.add(await startHostedServer(bench, shippedServer));
  const workspace = await createWorkspace(server);
  const workspaceId = workspaceIds.decode(workspace.id) ?? '';
  const client = new pg.Client({ connectionString: bench.database.url });
  await client.connect();
  cleanup.add({ stop: () => client.end() });
  const call: HistoryHost['call'] = (tool, args) =>
    callOnce(mcpTraffic(server, { requests: [toolCall(tool, args)], contains: [], key: workspace.key }));
  return {
    server,
    workspace,
    client,
    inWorkspace: work => inWorkspace(client, workspaceId, work),
    call,
    async publish() {
      const { id } = await call('create_chatbot', { name: 'History' });
      await call('update_chatbot_flow', { chatbotId: id, flow: twoQuestions });
      await call('publish_flow_version', { chatbotId: id });
      const { publishedVersionId } = await call('get_chatbot', { chatbotId: id });
      return { id: String(id), publishedVersionId: String(publishedVersionId) };
    },
    write: ({ id, publishedVersionId }, span) =>
      writeHistory(client, {
        workspaceId,
        chatbotId: chatbotIds.decode(id) ?? '',
        flowVersionId: flowVersionId.decode(publishedVersionId) ?? '',
        ...span,
      }),
  };
}
