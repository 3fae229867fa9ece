import { randomBytes, randomUUID } from 'node:crypto';
import { type Accounts, createAccounts } from '@conferbot/accounts';
import { chatbots } from '@conferbot/chatbots';
import { chatbotId as chatbotIds } from '@conferbot/chatbots/contract';
import { conversations } from '@conferbot/conversations';
import { conversationChanged } from '@conferbot/conversations/contract';
import { createEgress } from '@conferbot/egress';
import { flows } from '@conferbot/flows';
import { type CallContext, createSecretBox, type Plugin } from '@conferbot/plugin';
import { inCall, type Runtime, startJobs } from '@conferbot/runtime';
import { collectingLogger, type Engine, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { analytics } from '../../src/index.ts';

export const start = Date.UTC(2026, 2, 30, 10);

/** What analytics stands on. */
export function neighbours(): { readonly plugins: Plugin[]; readonly accounts: Accounts } {
  const secrets = createSecretBox(randomBytes(32));
  const accounts = createAccounts({ pepper: randomBytes(32), logger: collectingLogger([]) });
  const egress = createEgress({ allowPrivate: true });
  const plugins = [
    chatbots(),
    flows({ secrets, allowPrivateUrls: true }),
    conversations({ sessionKey: randomBytes(32), secrets, egress }),
    accounts.plugin,
  ];
  return { plugins, accounts };
}

/** A conversation as a test wants it to be: only what is counted. */
export interface Conversation {
  readonly id: string;
  readonly at: number;
  channel: string;
  status: string;
  spoke: boolean;
  answered: boolean;
  handedOver: boolean;
  rating: number | null;
  seconds: number;
  versionId: string;
  visits: { readonly nodeId: string; readonly exit: string | null }[];
}

export function conversation(at: number, more: Partial<Conversation> = {}): Conversation {
  return {
    id: randomUUID(),
    at,
    channel: 'web',
    status: 'active',
    spoke: false,
    answered: false,
    handedOver: false,
    rating: null,
    seconds: 0,
    versionId: '00000000-0000-7000-8000-000000000001',
    visits: [],
    ...more,
  };
}

/** Analytics and its neighbours at work, with a clock that stands until it is moved. */
export class AnalyticsBed implements AsyncDisposable {
  readonly bed: Testbed;
  readonly accounts: Accounts;
  readonly clock: { now: number };

  private constructor(bed: Testbed, accounts: Accounts, clock: { now: number }) {
    this.bed = bed;
    this.accounts = accounts;
    this.clock = clock;
  }

  static async open(
    engine: Engine = 'pglite',
    changed: (plugins: readonly Plugin[]) => readonly Plugin[] = plugins => plugins,
  ): Promise<AnalyticsBed> {
    const clock = { now: start };
    const { plugins, accounts } = neighbours();
    const bed = await testbed(changed([...plugins, analytics()]), { engine, clock: () => clock.now });
    return new AnalyticsBed(bed, accounts, clock);
  }

  async chatbot(workspace: TestWorkspace): Promise<string> {
    return (await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' })).id;
  }

  /** In a writing call, its events included. */
  inCall<T>(workspace: TestWorkspace, work: (ctx: CallContext) => Promise<T>): Promise<T> {
    return inCall(this.bed.runtime, workspace.caller, { readOnly: false }, work);
  }

  /** Writes conversations as they are by now, and says that they changed. */
  keep(workspace: TestWorkspace, chatbot: string, kept: readonly Conversation[], tells = true): Promise<void> {
    return this.inCall(workspace, ctx => keep(ctx, chatbot, kept, tells));
  }

  /** Hands out events, and counts what is due once the pause is over. */
  async settle(): Promise<void> {
    await this.bed.relay.drain();
    this.clock.now += 5_000;
    await this.runJobs();
  }

  async runJobs(runtime: Runtime = this.bed.runtime): Promise<void> {
    const jobs = startJobs(runtime, { pollInterval: 0 });
    const due = `insert into job_schedules (name, next_run_at) values ($1, '2000-01-01')
      on conflict (name) do update set next_run_at = excluded.next_run_at, locked_until = null`;
    const statements = runtime.composition.jobs.map(({ id }) => ({ text: due, values: [id] }));
    await this.bed.store.run({ role: 'worker' }, statements);
    await jobs.runDue();
    await jobs.stop();
  }

  /** Rows as a workspace sees them. */
  async rows<T extends object = Record<string, unknown>>(
    workspace: { readonly id: string },
    text: string,
  ): Promise<T[]> {
    const session = { role: 'app', workspaceId: workspace.id, readOnly: true } as const;
    const [result] = await this.bed.store.run(session, [{ text, values: [] }]);
    return (result?.rows ?? []) as T[];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bed[Symbol.asyncDispose]();
  }
}

async function keep(ctx: CallContext, chatbot: string, kept: readonly Conversation[], tells: boolean): Promise<void> {
  const chatbotId = chatbotIds.decode(chatbot) ?? '';
  const ids = kept.map(({ id }) => id);
  await ctx.sql`delete from conversation_visits where conversation_id = any(${ids}::uuid[])`;
  await ctx.sql`delete from conversations where id = any(${ids}::uuid[])`;
  const rows = kept.map(entry => rowOf(entry, ctx.workspace.id, chatbotId));
  const visits = kept.flatMap(entry => visitsOf(entry, ctx.workspace.id));
  await ctx.sql`insert into conversations
    select * from jsonb_populate_recordset(null::conversations, ${{ rows }}::jsonb->'rows')`;
  await ctx.sql`insert into conversation_visits
    select * from jsonb_populate_recordset(null::conversation_visits, ${{ rows: visits }}::jsonb->'rows')`;
  if (!tells) return;
  for (const { id, at } of kept) {
    ctx.emit(conversationChanged, { conversationId: id, chatbotId, startedAt: new Date(at).toISOString() });
  }
}

function rowOf(entry: Conversation, workspace_id: string, chatbot_id: string): object {
  const [from, to] = [new Date(entry.at), new Date(entry.at + entry.seconds * 1000)];
  return {
    workspace_id,
    id: entry.id,
    chatbot_id,
    visitor_id: entry.id,
    status: entry.status,
    channel: entry.channel,
    flow_version_id: entry.versionId,
    state: {},
    last_seq: 0,
    visitor_messages: entry.spoke ? 1 : 0,
    bot_messages: 1,
    agent_messages: 0,
    answer_count: entry.answered ? 1 : 0,
    visit_count: entry.visits.length,
    started_at: from,
    last_message_at: to,
    last_visitor_at: to,
    handover_at: entry.handedOver ? from : null,
    first_answer_at: entry.answered ? from : null,
    rating: entry.rating,
    visitor: {},
    meta: {},
    created_at: from,
    updated_at: to,
  };
}

function visitsOf({ id, at, visits }: Conversation, workspace_id: string): object[] {
  return visits.map(({ nodeId, exit }, index) => ({
    workspace_id,
    conversation_id: id,
    ordinal: index + 1,
    node_id: nodeId,
    node_type: 'ask-custom-question-node',
    visit: 1,
    entered_at: new Date(at),
    exited_at: exit === null ? null : new Date(at),
    exit,
  }));
}
