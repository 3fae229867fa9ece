import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { createEgress } from '@conferbot/egress';
import { createSecretBox, type Plugin } from '@conferbot/plugin';
import { compose, createRuntime, type Runtime, startRelay, systemContext } from '@conferbot/runtime';
import { type Engine, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { type WebhooksOptions, webhooks } from '../../src/index.ts';
import { teller } from './teller.ts';

const secretsKey = randomBytes(32);

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** In the past, as far as tests move the clock: the relay goes by the clock of the database. */
const start = Date.parse('2026-01-05T09:00:00.000Z');

/** Options that are the same at each call, so that two processes can share a store. Retries keep to the schedule. */
export function webhookOptions(changes: Partial<WebhooksOptions> = {}): WebhooksOptions {
  return {
    secrets: createSecretBox(secretsKey),
    egress: createEgress({ allowPrivate: true }),
    allowPrivate: true,
    random: () => 0.5,
    ...changes,
  };
}

export function webhookPlugins(changes: Partial<WebhooksOptions> = {}): Plugin[] {
  return [chatbots(), webhooks(webhookOptions(changes)), teller()];
}

export interface WebhookResult {
  readonly id: string;
  readonly secret: string;
  readonly status: string;
  readonly statusReason: string | null;
  readonly events: readonly string[];
  readonly url: string;
  readonly description: string;
  readonly secretHint: string;
  readonly lastDelivery: { readonly status: string; readonly statusCode: number | null } | null;
}

export interface LogEntry {
  readonly id: string;
  readonly event: string;
  readonly status: string;
  readonly attempt: number;
  readonly statusCode: number | null;
  readonly durationMs: number | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
  readonly requestBody: string;
  readonly responseBody: string | null;
  readonly scheduledAt: string;
  readonly attemptedAt: string | null;
  readonly nextAttemptAt: string | null;
}

/** Webhooks at work, with a clock that stands until it is moved. */
export class WebhookBed implements AsyncDisposable {
  readonly bed: Testbed;
  readonly clock: { now: number };
  readonly workspace: TestWorkspace;

  private constructor(bed: Testbed, clock: { now: number }) {
    this.bed = bed;
    this.clock = clock;
    this.workspace = bed.workspace();
  }

  static async open(changes: Partial<WebhooksOptions> = {}, engine: Engine = 'pglite'): Promise<WebhookBed> {
    const clock = { now: start };
    const bed = await testbed(webhookPlugins(changes), { engine, clock: () => clock.now });
    return new WebhookBed(bed, clock);
  }

  pass(ms: number): void {
    this.clock.now += ms;
  }

  /** Another process over the same store. */
  process(changes: Partial<WebhooksOptions> = {}): Runtime {
    const { serverInfo, instructions, logger, secret } = this.bed.runtime;
    return createRuntime({
      composition: compose(webhookPlugins(changes)),
      store: this.bed.store,
      serverInfo,
      instructions,
      logger,
      secret,
      clock: () => this.clock.now,
    });
  }

  async chatbot(workspace: TestWorkspace = this.workspace): Promise<string> {
    const { id } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    return id;
  }

  /** Ends what earlier tests have begun. */
  async deleteChatbots(): Promise<void> {
    const { data } = await this.workspace.call<{ data: readonly { id: string }[] }>('list_chatbots');
    for (const { id } of data) await this.workspace.call('delete_chatbot', { chatbotId: id });
  }

  create(
    chatbotId: string,
    url: string,
    events: readonly string[] = ['response.created'],
    workspace: TestWorkspace = this.workspace,
  ): Promise<WebhookResult> {
    return workspace.call<WebhookResult>('create_webhook', { chatbotId, url, events });
  }

  /** Lets events happen, and hands them to their subscribers; one for each key. */
  async tell(chatbotId: string, keys: readonly string[] = ['conversation'], event = 'response.created'): Promise<void> {
    await this.workspace.call('tell', { chatbotId, keys, event });
    await this.bed.relay.drain();
  }

  /** The same, by a process that has made no attempt yet: nobody is woken. */
  async tellElsewhere(chatbotId: string, keys: readonly string[] = ['conversation']): Promise<void> {
    await this.workspace.call('tell', { chatbotId, keys });
    const relay = startRelay(this.process(), { pollInterval: 0 });
    await relay.drain();
    await relay.stop();
  }

  /** Lets the courier of a process run once, until nothing is under way. */
  deliver(runtime: Runtime = this.bed.runtime): Promise<void> {
    return this.#run('webhooks:deliver-webhooks', runtime);
  }

  removeOld(): Promise<void> {
    return this.#run('webhooks:remove-old-webhook-deliveries', this.bed.runtime);
  }

  async #run(id: string, runtime: Runtime): Promise<void> {
    const job = runtime.composition.jobs.find(entry => entry.id === id);
    if (job === undefined) throw new Error(`There is no job ${id}.`);
    await job.run(systemContext(runtime, id, new AbortController().signal));
  }

  /** Makes the courier due for the next runner, also for the first. */
  async resetJobs(): Promise<void> {
    const text = `insert into job_schedules (name, next_run_at) values ('webhooks:deliver-webhooks', '2000-01-01')
on conflict (name) do update set next_run_at = '2000-01-01', locked_until = null`;
    await this.bed.store.run({ role: 'worker' }, [{ text, values: [] }]);
  }

  async logs(webhookId: string, workspace: TestWorkspace = this.workspace): Promise<readonly LogEntry[]> {
    const page = await workspace.call<{ data: readonly LogEntry[] }>('get_webhook_delivery_logs', {
      webhookId,
      limit: 50,
    });
    return page.data;
  }

  webhook(webhookId: string): Promise<WebhookResult> {
    return this.workspace.call<WebhookResult>('get_webhook', { webhookId });
  }

  /** Rows as a workspace sees them. */
  async rows<T extends object = Record<string, unknown>>(text: string): Promise<T[]> {
    const session = { role: 'app', workspaceId: this.workspace.id } as const;
    const [result] = await this.bed.store.run(session, [{ text, values: [] }]);
    return (result?.rows ?? []) as T[];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bed[Symbol.asyncDispose]();
  }
}
