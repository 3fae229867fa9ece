import type { Plugin } from '@conferbot/plugin';
import { compose, createRuntime, type Runtime, startJobs } from '@conferbot/runtime';
import { type Engine, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import type { ConversationsOptions } from '../../src/index.ts';
import { ChatClient } from './chat-client.ts';
import { conversationPlugins } from './plugins.ts';

export const start = Date.parse('2026-03-02T09:00:00.000Z');

/** Chatbots, flows and conversations at work, with a clock that stands until it is moved. */
export class ChatBed implements AsyncDisposable {
  readonly bed: Testbed;
  readonly chat: ChatClient;
  readonly clock: { now: number };

  private constructor(bed: Testbed, clock: { now: number }) {
    this.bed = bed;
    this.chat = new ChatClient(bed.runtime);
    this.clock = clock;
  }

  static async open(
    changes: Partial<ConversationsOptions> = {},
    { engine = 'pglite' as Engine, extra = [] as readonly Plugin[] } = {},
  ): Promise<ChatBed> {
    const clock = { now: start };
    const plugins = [...conversationPlugins(changes), ...extra];
    return new ChatBed(await testbed(plugins, { engine, clock: () => clock.now }), clock);
  }

  pass(ms: number): void {
    this.clock.now += ms;
  }

  /** Another process over the same store. */
  process(changes: Partial<ConversationsOptions> = {}, extra: readonly Plugin[] = []): Runtime {
    const { serverInfo, instructions, logger, secret } = this.bed.runtime;
    return createRuntime({
      composition: compose([...conversationPlugins(changes), ...extra]),
      store: this.bed.store,
      serverInfo,
      instructions,
      logger,
      secret,
      clock: () => this.clock.now,
    });
  }

  /** Lets the job of a process run once. */
  async lookAfter(runtime: Runtime = this.bed.runtime): Promise<void> {
    const jobs = startJobs(runtime, { pollInterval: 0 });
    await this.bed.store.run({ role: 'worker' }, [
      { text: `update job_schedules set next_run_at = '2000-01-01', locked_until = null`, values: [] },
    ]);
    await jobs.runDue();
    await jobs.stop();
  }

  /** A chatbot that is live with a flow. */
  async chatbot(workspace: TestWorkspace, flow: object): Promise<string> {
    const { id } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Lead bot' });
    await this.publish(workspace, id, flow);
    return id;
  }

  async publish(workspace: TestWorkspace, chatbotId: string, flow: object): Promise<void> {
    await workspace.call('update_chatbot_flow', { chatbotId, flow });
    await workspace.call('publish_flow_version', { chatbotId });
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
