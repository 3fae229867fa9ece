import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { createEgress, type Egress, type EgressOptions } from '@conferbot/egress';
import { createSecretBox, type Plugin } from '@conferbot/plugin';
import { systemContext } from '@conferbot/runtime';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { webhooks } from '@conferbot/webhooks';
import { webhooksLab } from '../../src/index.ts';

export interface Explanation {
  readonly deliveryId: string;
  readonly event: string;
  readonly status: string;
  readonly webhookStatus: string;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly cause: string | null;
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly responseBody: string | null;
  readonly meaning: string;
  readonly changes: readonly string[];
  readonly verifyingCode: { readonly javascript: string; readonly python: string } | null;
}

/** Webhooks on loopback; retries keep to the schedule. */
export function webhooksOfTests(egress: Egress = createEgress({ allowPrivate: true })): Plugin {
  return webhooks({
    secrets: createSecretBox(randomBytes(32)),
    egress,
    allowPrivate: true,
    random: () => 0.5,
  });
}

/** The laboratory beside webhooks, with a clock that stands until it is moved. */
export class LabBed implements AsyncDisposable {
  readonly bed: Testbed;
  readonly clock: { now: number };
  readonly workspace: TestWorkspace;
  readonly chatbotId: string;

  private constructor(bed: Testbed, clock: { now: number }, workspace: TestWorkspace, chatbotId: string) {
    this.bed = bed;
    this.clock = clock;
    this.workspace = workspace;
    this.chatbotId = chatbotId;
  }

  static async open(options: EgressOptions = {}): Promise<LabBed> {
    const clock = { now: Date.parse('2026-01-05T09:00:00.000Z') };
    const egress = createEgress({ allowPrivate: true, ...options });
    const bed = await testbed([chatbots(), webhooksOfTests(egress), webhooksLab()], { clock: () => clock.now });
    const workspace = bed.workspace();
    const { id } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    return new LabBed(bed, clock, workspace, id);
  }

  create(url: string): Promise<{ readonly id: string; readonly secret: string }> {
    return this.workspace.call('create_webhook', { chatbotId: this.chatbotId, url, events: ['response.created'] });
  }

  /** @returns id of the delivery */
  async ping(webhookId: string): Promise<string> {
    const { deliveryId } = await this.workspace.call<{ deliveryId: string }>('test_webhook', { webhookId });
    return deliveryId;
  }

  explain(input: object): Promise<Explanation> {
    return this.workspace.call<Explanation>('explain_webhook_failure', input);
  }

  /** Makes the attempts that are due, until none is under way. */
  async deliver(): Promise<void> {
    const { runtime } = this.bed;
    const job = runtime.composition.jobs.find(({ id }) => id === 'webhooks:deliver-webhooks');
    await job?.run(systemContext(runtime, 'test', new AbortController().signal));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bed[Symbol.asyncDispose]();
  }
}
