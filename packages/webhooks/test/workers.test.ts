import { type Egress, EgressError, type EgressResponse } from '@conferbot/egress';
import { startJobs } from '@conferbot/runtime';
import { engines } from '@conferbot/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryId } from '../src/contract.ts';
import { Receiver } from './support/receiver.ts';
import { second, WebhookBed } from './support/webhook-bed.ts';

/** The way out of a process that dies in the middle of an attempt. */
class StuckEgress implements Egress {
  readonly began = Promise.withResolvers<void>();
  readonly answer = Promise.withResolvers<EgressResponse>();
  request(): Promise<EgressResponse> {
    this.began.resolve();
    return this.answer.promise;
  }
  async check(): Promise<void> {}
  async close(): Promise<void> {}
}

function answered(status: number): EgressResponse {
  return { status, headers: new Headers(), body: new Uint8Array(), truncated: false, durationMs: 1, address: '::1' };
}

describe.each(engines)('on %s', engine => {
  let bed: WebhookBed;
  let receiver: Receiver;
  beforeAll(async () => {
    bed = await WebhookBed.open({}, engine);
    receiver = await Receiver.open();
  });
  afterAll(async () => {
    await bed?.[Symbol.asyncDispose]();
    await receiver?.[Symbol.asyncDispose]();
  });

  async function webhook(): Promise<{ readonly chatbotId: string; readonly id: string }> {
    await bed.deleteChatbots();
    receiver.requests.length = 0;
    receiver.script = () => ({});
    const chatbotId = await bed.chatbot();
    const { id } = await bed.create(chatbotId, receiver.url);
    return { chatbotId, id };
  }

  it('processes that look for the same deliveries make each attempt once', async () => {
    const { chatbotId, id } = await webhook();
    for (let more = 0; more < 3; more++) await bed.create(chatbotId, receiver.url);
    // Each conversation's second event waits for its first, also when another process makes the first attempt.
    const keys = Array.from({ length: 10 }, (_, index) => `c${index}`);
    await bed.tellElsewhere(chatbotId, [...keys, ...keys]);
    const processes = [bed.process(), bed.process(), bed.process()];
    await Promise.all(processes.map(runtime => bed.deliver(runtime)));
    expect(receiver.requests).toHaveLength(80);
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(80);
    expect(await bed.rows('select 1 from webhook_attempts')).toHaveLength(80);
    expect(await bed.rows(`select 1 from webhook_deliveries where status <> 'delivered' or attempts <> 1`)).toEqual([]);
    expect(await bed.rows(`select 1 from webhook_alarms where kind = 'deliver'`)).toEqual([]);
    for (const key of keys) {
      const numbers = receiver.requests.filter(({ json }) => json.chatSessionId === key).map(({ json }) => json.number);
      expect(numbers).toHaveLength(8);
      const perWebhook = await bed.rows<{ numbers: number[] }>(
        `select array_agg((d.body::jsonb->>'number')::int order by a.started_at, d.position) as numbers
from webhook_deliveries d join webhook_attempts a on a.delivery_id = d.id where d.order_key = '${key}' group by d.webhook_id`,
      );
      for (const row of perWebhook) expect(row.numbers).toEqual([...row.numbers].sort((a, b) => a - b));
    }
    expect(await bed.logs(id)).toHaveLength(20);
  });

  it('an attempt of a process that died is taken over when its lease runs out, under the same webhook-id', async () => {
    const { chatbotId, id } = await webhook();
    await bed.tellElsewhere(chatbotId, ['a', 'a']);
    const egress = new StuckEgress();
    const dead = bed.deliver(bed.process({ egress }));
    await egress.began.promise;
    bed.pass(29 * second);
    await bed.deliver();
    expect(receiver.requests).toEqual([]);
    expect((await bed.logs(id)).map(({ status, attempt }) => [status, attempt])).toEqual([
      ['pending', 0],
      ['pending', 1],
    ]);
    bed.pass(second);
    await bed.deliver();
    const [first] = receiver.requests;
    expect(receiver.requests.map(({ json }) => json.number)).toEqual([0, 1]);
    const log = await bed.logs(id);
    expect(first?.headers['webhook-id']).toBe(log[1]?.id);
    expect(log[1]).toMatchObject({ status: 'delivered', attempt: 2, error: null });
    const report = () =>
      bed.workspace
        .call<{ report: object }>('report_delivery', { deliveryId: log[1]?.id })
        .then(answer => answer.report);
    const taken = await report();
    expect(taken).toMatchObject({
      messageId: deliveryId.decode(log[1]?.id ?? ''),
      attempts: [
        { number: 1, statusCode: null, error: { kind: 'interrupted' } },
        { number: 2, statusCode: 200, error: null },
      ],
    });
    // The process was not dead after all: what it says comes too late.
    egress.answer.resolve(answered(500));
    await dead;
    expect(await report()).toEqual(taken);
    expect(await bed.webhook(id)).toMatchObject({ lastDelivery: { status: 'delivered' } });
  });

  it('an attempt that ends because its process stops is made again soon, and is no failure', async () => {
    const { chatbotId, id } = await webhook();
    await bed.tellElsewhere(chatbotId);
    const egress = new StuckEgress();
    egress.answer.reject(new EgressError('aborted', 'The egress was closed.'));
    egress.answer.promise.catch(() => undefined);
    const jobs = startJobs(bed.process({ egress }), { pollInterval: 0 });
    await bed.resetJobs();
    const running = jobs.runDue();
    await egress.began.promise;
    await jobs.stop();
    await running;
    const [entry] = await bed.logs(id);
    expect(entry).toMatchObject({ status: 'pending', attempt: 1, error: { kind: 'interrupted' } });
    bed.pass(second);
    await bed.deliver();
    expect(await bed.logs(id)).toMatchObject([{ id: entry?.id, status: 'delivered' }]);
    expect(receiver.requests).toHaveLength(1);
    expect(await bed.rows('select failures from webhooks')).toEqual([{ failures: 0 }]);
  });

  it('a process that is asked to stop finishes what it has begun', async () => {
    const { chatbotId, id } = await webhook();
    await bed.tellElsewhere(chatbotId);
    const egress = new StuckEgress();
    const jobs = startJobs(bed.process({ egress }), { pollInterval: 0 });
    await bed.resetJobs();
    const running = jobs.runDue();
    await egress.began.promise;
    const stopped = jobs.stop();
    egress.answer.resolve(answered(200));
    await stopped;
    await running;
    expect(await bed.logs(id)).toMatchObject([{ status: 'delivered', attempt: 1 }]);
  });
});
