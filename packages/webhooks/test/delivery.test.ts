import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryId } from '../src/contract.ts';
import { pauseAfter } from '../src/delivery/schedule.ts';
import { isGenuine } from './receivers/is-genuine.ts';
import { readEvent } from './receivers/read-event.ts';
import { type Received, Receiver, type Reply } from './support/receiver.ts';
import { day, hour, minute, second, WebhookBed, type WebhookResult } from './support/webhook-bed.ts';

let bed: WebhookBed;
let receiver: Receiver;
let chatbotId: string;

beforeAll(async () => {
  bed = await WebhookBed.open();
  receiver = await Receiver.open();
});
afterAll(async () => {
  await bed?.[Symbol.asyncDispose]();
  await receiver?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await bed.deleteChatbots();
  chatbotId = await bed.chatbot();
  receiver.requests.length = 0;
  receiver.script = () => ({});
  receiver.mostOpen = 0;
});

function answer(...replies: readonly Reply[]): void {
  receiver.script = (_, index) => replies[Math.min(index, replies.length - 1)] ?? {};
}

/** As a receiver does that uses the library of the standard. */
function verifies(secret: string, { body, headers }: Received): boolean {
  vi.useFakeTimers({ toFake: ['Date'], now: bed.clock.now });
  try {
    readEvent(body, headers as Record<string, string>, secret);
    return true;
  } catch {
    return false;
  } finally {
    vi.useRealTimers();
  }
}

/** As receivers do that know the plain signature only. */
function isPlainlyGenuine(secret: string, { body, headers }: Received): boolean {
  return isGenuine(body, headers as Record<string, string>, secret);
}

const hasPython = spawnSync('python3', ['--version']).status === 0;

function isGenuineInPython(secret: string, { body, headers }: Received): boolean {
  const program =
    'import json, sys; from is_genuine import *; b, h, s = json.load(sys.stdin); print(is_genuine(b.encode(), h, s))';
  const options = { cwd: new URL('receivers', import.meta.url), input: JSON.stringify([body, headers, secret]) };
  return spawnSync('python3', ['-Bc', program], options).stdout.toString().trim() === 'True';
}

function plain(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

describe('a delivery', () => {
  it('is a flat JSON body with the headers of both signature schemes', async () => {
    const webhook = await bed.create(chatbotId, receiver.url);
    const at = new Date(bed.clock.now).toISOString();
    await bed.tell(chatbotId);
    bed.pass(5 * second);
    await bed.deliver();
    const [request] = await receiver.take(1);
    const [entry] = await bed.logs(webhook.id);
    expect(request?.json).toEqual({
      event: 'response.created',
      chatSessionId: 'conversation',
      botId: chatbotId,
      number: 0,
      responseId: null,
      timestamp: at,
      deliveryId: entry?.id,
    });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Conferbot-Webhooks/1.0',
      'x-webhook-event': 'response.created',
      'x-webhook-timestamp': new Date(bed.clock.now).toISOString(),
      'x-webhook-signature': plain(webhook.secret, request?.body ?? ''),
      'webhook-id': entry?.id,
      'webhook-timestamp': String(bed.clock.now / 1000),
    });
    expect(request?.headers['x-webhook-signature-previous']).toBeUndefined();
    expect(verifies(webhook.secret, request as Received)).toBe(true);
    const forged = { ...(request as Received), body: request?.body.replace('null', 'true') ?? '' };
    expect(verifies(webhook.secret, forged)).toBe(false);
  });

  it('is signed with the old secret too for 24 hours after the secret was regenerated', async () => {
    const { id, secret: old } = await bed.create(chatbotId, receiver.url);
    const { secret } = await bed.workspace.call<WebhookResult>('regenerate_webhook_secret', { webhookId: id });
    expect(secret).not.toBe(old);
    bed.pass(day - second);
    await bed.tell(chatbotId);
    await bed.deliver();
    const [during] = await receiver.take(1);
    for (const verify of [verifies, isPlainlyGenuine]) {
      expect([verify(secret, during as Received), verify(old, during as Received)]).toEqual([true, true]);
    }
    expect(during?.headers['x-webhook-signature']).toBe(plain(secret, during?.body ?? ''));
    expect(during?.headers['x-webhook-signature-previous']).toBe(plain(old, during?.body ?? ''));
    bed.pass(second);
    await bed.tell(chatbotId);
    await bed.deliver();
    const after = (await receiver.take(2))[1];
    for (const verify of [verifies, isPlainlyGenuine]) {
      expect([verify(secret, after as Received), verify(old, after as Received)]).toEqual([true, false]);
    }
    expect(after?.headers['x-webhook-signature-previous']).toBeUndefined();
  });

  it.skipIf(!hasPython)('is verified by the receiver in Python', async () => {
    const { id, secret: old } = await bed.create(chatbotId, receiver.url);
    const { secret } = await bed.workspace.call<WebhookResult>('regenerate_webhook_secret', { webhookId: id });
    await bed.tell(chatbotId);
    await bed.deliver();
    const [request] = await receiver.take(1);
    expect([secret, old, 'whsec_other'].map(key => isGenuineInPython(key, request as Received))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('goes to the active webhooks of the chatbot that ask for the event, once for each', async () => {
    const wanted = [await bed.create(chatbotId, receiver.url), await bed.create(chatbotId, receiver.url)];
    const other = await bed.create(chatbotId, receiver.url, ['conversation.started']);
    const paused = await bed.create(chatbotId, receiver.url);
    await bed.workspace.call('update_webhook', { webhookId: paused.id, status: 'paused' });
    const elsewhere = await bed.create(await bed.chatbot(), receiver.url);
    await bed.tell(chatbotId);
    await bed.deliver();
    expect(receiver.requests).toHaveLength(2);
    for (const { id } of wanted) expect(await bed.logs(id)).toHaveLength(1);
    for (const { id } of [other, paused, elsewhere]) expect(await bed.logs(id)).toEqual([]);
  });

  it('is not made of what was undone, of what stays inside, or of events that are not offered', async () => {
    const webhook = await bed.create(chatbotId, receiver.url, ['response.created', 'response.updated']);
    await bed.workspace.refused('tell', { chatbotId, fails: true }).catch(() => undefined);
    await bed.tell(chatbotId, ['a'], 'response.updated');
    await bed.tell(chatbotId, ['a'], 'order.placed');
    await bed.deliver();
    expect(await bed.logs(webhook.id)).toEqual([]);
  });

  it('starts right after its event, without waiting for the next run of the job', async () => {
    await bed.deliver();
    await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId);
    expect(await receiver.take(1)).toHaveLength(1);
    await bed.deliver();
  });
});

describe('a failed attempt', () => {
  it('is made again by the schedule, eight attempts in all under one webhook-id, then given up', async () => {
    answer({ status: 500, body: 'Out of order.' });
    const webhook = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId);
    await bed.deliver();
    for (const pause of [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour]) {
      const made = receiver.requests.length;
      const [entry] = await bed.logs(webhook.id);
      expect(entry).toMatchObject({ status: 'retrying', attempt: made, statusCode: 500, error: { kind: 'status' } });
      expect(entry?.nextAttemptAt).toBe(new Date(bed.clock.now + pause).toISOString());
      bed.pass(pause - 1);
      await bed.deliver();
      expect(receiver.requests).toHaveLength(made);
      bed.pass(1);
      await bed.deliver();
      expect(receiver.requests).toHaveLength(made + 1);
    }
    expect(await bed.logs(webhook.id)).toMatchObject([
      { status: 'failed', attempt: 8, nextAttemptAt: null, responseBody: 'Out of order.' },
    ]);
    bed.pass(30 * hour);
    await bed.deliver();
    expect(receiver.requests).toHaveLength(8);
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.requests.map(({ body }) => body)).size).toBe(1);
    expect(await bed.webhook(webhook.id)).toMatchObject({ lastDelivery: { status: 'failed', statusCode: 500 } });
  });

  it('is put off anywhere from a second to twice the pause', () => {
    expect([0, 0.25, 0.5, 1].map(random => pauseAfter(1, random))).toEqual([1000, 5000, 10_000, 20_000]);
    expect([0, 0.5, 1].map(random => pauseAfter(7, random))).toEqual([1000, 12 * hour, 24 * hour]);
    expect(pauseAfter(8, 0.5)).toBeUndefined();
  });

  it.each([
    { status: 503, after: '120', waits: 120 * second },
    { status: 429, after: '1', waits: 10 * second },
    { status: 429, after: '9999999', waits: day },
    { status: 503, after: 'in a while', waits: 10 * second },
    { status: 500, after: '120', waits: 10 * second },
  ])('with $status and Retry-After $after waits $waits ms', async ({ status, waits, after }) => {
    answer({ status, headers: { 'retry-after': after } });
    const { id } = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId);
    await bed.deliver();
    expect((await bed.logs(id))[0]?.nextAttemptAt).toBe(new Date(bed.clock.now + waits).toISOString());
  });

  it('waits until the date that Retry-After names', async () => {
    answer({ status: 503, headers: { 'retry-after': new Date(bed.clock.now + 3 * hour).toUTCString() } });
    const { id } = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId);
    await bed.deliver();
    expect((await bed.logs(id))[0]?.nextAttemptAt).toBe(new Date(bed.clock.now + 3 * hour).toISOString());
  });

  it('is a redirect too, which is not followed', async () => {
    await using secret = await Receiver.open();
    answer({ status: 302, headers: { location: secret.url } });
    const { id } = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId);
    await bed.deliver();
    expect(await bed.logs(id)).toMatchObject([{ status: 'retrying', statusCode: 302, error: { kind: 'status' } }]);
    expect(secret.requests).toEqual([]);
  });

  it('says that nothing listens at the address', async () => {
    const closed = await Receiver.open();
    const { url } = closed;
    await closed[Symbol.asyncDispose]();
    const { id } = await bed.create(chatbotId, url);
    await bed.tell(chatbotId);
    await bed.deliver();
    expect(await bed.logs(id)).toMatchObject([
      { status: 'retrying', statusCode: null, error: { kind: 'connect' }, responseBody: null },
    ]);
  });
});

describe('what an endpoint answers', () => {
  it('is kept to 4 KiB, whatever bytes it holds', async () => {
    const bytes = Buffer.concat([Buffer.from('[['), Buffer.from([0, 255]), Buffer.alloc(9000, '[')]);
    answer({ body: bytes });
    const { id } = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId);
    await bed.deliver();
    const [entry] = await bed.logs(id);
    expect(entry).toMatchObject({ status: 'delivered', attempt: 1, statusCode: 200, error: null });
    expect(entry?.responseBody).toBe(`[[\0\ufffd${'['.repeat(4092)}`);
  });

  it('disables the webhook with 410, and what waits is given up', async () => {
    answer({ status: 500 }, { status: 410 });
    const webhook = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId, ['first']);
    await bed.deliver();
    await bed.tell(chatbotId, ['second']);
    await bed.deliver();
    expect(await bed.logs(webhook.id)).toMatchObject([
      { status: 'failed', statusCode: 410, nextAttemptAt: null },
      { status: 'failed', statusCode: 500, nextAttemptAt: null },
    ]);
    const disabled = await bed.webhook(webhook.id);
    expect(disabled).toMatchObject({ status: 'disabled', statusReason: expect.stringContaining('410 Gone') });
    await bed.tell(chatbotId, ['third']);
    expect(await bed.logs(webhook.id)).toHaveLength(2);
    answer({});
    const again = await bed.workspace.call('update_webhook', { webhookId: webhook.id, status: 'active' });
    expect(again).toMatchObject({ status: 'active', statusReason: null });
    await bed.tell(chatbotId, ['fourth']);
    await bed.deliver();
    expect((await bed.logs(webhook.id))[0]).toMatchObject({ status: 'delivered' });
  });
});

describe('an endpoint that fails on and on', () => {
  async function failing(failures: number, since: number): Promise<string> {
    answer({ status: 500 });
    const { id } = await bed.create(chatbotId, receiver.url);
    await bed.rows(
      `update webhooks set failures = ${failures}, failing_since = '${new Date(since).toISOString()}' where chatbot_id in
(select chatbot_id from webhooks order by created_at desc, id desc limit 1)`,
    );
    return id;
  }

  it('is paused at the hundredth failure in a row over three days, and what waits goes out when it is active again', async () => {
    const id = await failing(98, bed.clock.now - 3 * day);
    await bed.tell(chatbotId, ['first']);
    await bed.deliver();
    expect(await bed.webhook(id)).toMatchObject({ status: 'active' });
    bed.pass(10 * second);
    await bed.deliver();
    expect(await bed.webhook(id)).toMatchObject({
      status: 'paused',
      statusReason: expect.stringContaining('100 attempts in a row failed'),
    });
    bed.pass(hour);
    await bed.deliver();
    await bed.tell(chatbotId, ['second']);
    expect(receiver.requests).toHaveLength(2);
    expect(await bed.logs(id)).toMatchObject([{ status: 'retrying', attempt: 2 }]);
    answer({});
    await bed.workspace.call('update_webhook', { webhookId: id, status: 'active' });
    await bed.deliver();
    expect(await bed.logs(id)).toMatchObject([{ status: 'delivered', attempt: 3 }]);
    const rows = await bed.rows(`select failures, failing_since from webhooks where failing_since is not null
      and chatbot_id in (select chatbot_id from webhooks order by created_at desc, id desc limit 1)`);
    expect(rows).toEqual([]);
  });

  it('goes on when the failures are many but recent', async () => {
    const id = await failing(500, bed.clock.now - 2 * day);
    await bed.tell(chatbotId);
    await bed.deliver();
    expect(await bed.webhook(id)).toMatchObject({ status: 'active', lastDelivery: { status: 'retrying' } });
  });

  it('goes on when there was a success in between', async () => {
    const id = await failing(99, bed.clock.now - 9 * day);
    answer({}, { status: 500 });
    await bed.tell(chatbotId, ['first']);
    await bed.deliver();
    await bed.tell(chatbotId, ['second']);
    await bed.deliver();
    expect(await bed.webhook(id)).toMatchObject({ status: 'active', lastDelivery: { status: 'retrying' } });
  });
});

describe('many deliveries', () => {
  it('keep the order of a conversation on first attempts, and only of that one', async () => {
    const hold = Promise.withResolvers<Reply>();
    receiver.script = ({ json }) => (json.number === 0 ? hold.promise : {});
    const { id } = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId, ['a', 'a', 'b', 'a', 'b']);
    const delivering = bed.deliver();
    await receiver.take(3);
    const numbers = () => receiver.requests.map(({ json }) => json.number);
    expect(numbers()).toEqual([0, 2, 4]);
    // A first attempt that fails lets the others go all the same.
    hold.resolve({ status: 500 });
    await delivering;
    expect(numbers().slice(3)).toEqual([1, 3]);
    expect((await bed.logs(id)).filter(({ status }) => status === 'retrying')).toHaveLength(1);
  });

  it('are at most five at once for one endpoint, and one that hangs delays no other', async () => {
    await using healthy = await Receiver.open();
    const hold = Promise.withResolvers<Reply>();
    receiver.script = () => hold.promise;
    await bed.create(chatbotId, receiver.url);
    await bed.create(chatbotId, healthy.url);
    const keys = Array.from({ length: 12 }, (_, index) => `c${index}`);
    await bed.tell(chatbotId, keys);
    const delivering = bed.deliver();
    await healthy.take(12);
    await receiver.take(5);
    expect(receiver.open).toBe(5);
    hold.resolve({});
    await delivering;
    expect(receiver.requests).toHaveLength(12);
    expect(receiver.mostOpen).toBe(5);
  });
});

describe('the desk', () => {
  interface Report {
    readonly messageId: string;
    readonly status: string;
    readonly attempts: readonly { readonly number: number; readonly error: { readonly kind: string } | null }[];
    readonly webhook: { readonly status: string };
  }
  const ping = (webhookId: string) => bed.workspace.call<{ id: string }>('ping_webhook', { webhookId });
  const report = async (id: string) =>
    (await bed.workspace.call<{ report: Report }>('report_delivery', { deliveryId: id })).report;

  it('pings a webhook, also one that is paused and does not ask for it', async () => {
    const webhook = await bed.create(chatbotId, receiver.url);
    await bed.workspace.call('update_webhook', { webhookId: webhook.id, status: 'paused' });
    const { id } = await ping(webhook.id);
    await bed.deliver();
    const [request] = await receiver.take(1);
    expect(request?.json).toMatchObject({
      event: 'webhook.ping',
      webhookId: webhook.id,
      botId: chatbotId,
      deliveryId: id,
    });
    expect(verifies(webhook.secret, request as Received)).toBe(true);
    expect(await report(id)).toMatchObject({ status: 'delivered', webhook: { status: 'paused' } });
  });

  it('repeats a delivery with the same body and webhook-id', async () => {
    answer({ status: 404 }, {});
    const webhook = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId);
    await bed.deliver();
    const [entry] = await bed.logs(webhook.id);
    const { id } = await bed.workspace.call<{ id: string }>('replay_delivery', { deliveryId: entry?.id });
    expect(id).not.toBe(entry?.id);
    await bed.deliver();
    const [first, second] = await receiver.take(2);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(entry?.id);
    expect(await report(id)).toMatchObject({
      messageId: deliveryId.decode(entry?.id ?? ''),
      status: 'delivered',
      attempts: [{ number: 1, statusCode: 200, error: null }],
    });
    expect(await report(entry?.id ?? '')).toMatchObject({ attempts: [{ number: 1, error: { kind: 'status' } }] });
  });

  it('knows nothing of another workspace', async () => {
    const webhook = await bed.create(chatbotId, receiver.url);
    const { id } = await ping(webhook.id);
    const stranger = bed.bed.workspace();
    expect(await stranger.refused('ping_webhook', { webhookId: webhook.id })).toMatchObject({ error: 'not_found' });
    expect(await stranger.refused('replay_delivery', { deliveryId: id })).toMatchObject({ error: 'not_found' });
    expect(await stranger.refused('report_delivery', { deliveryId: id })).toMatchObject({ error: 'not_found' });
  });
});

describe('logs', () => {
  it('are removed after 30 days, and their attempts with them', async () => {
    answer({ status: 410 });
    const old = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId, ['a', 'b']);
    await bed.deliver();
    bed.pass(29 * day);
    const young = await bed.create(chatbotId, receiver.url);
    await bed.tell(chatbotId, ['c']);
    await bed.removeOld();
    expect(await bed.logs(old.id)).toHaveLength(2);
    bed.pass(day);
    await bed.removeOld();
    expect(await bed.logs(old.id)).toEqual([]);
    expect(await bed.logs(young.id)).toHaveLength(1);
    const orphans = await bed.rows(
      'select 1 from webhook_attempts where delivery_id not in (select id from webhook_deliveries)',
    );
    expect(orphans).toEqual([]);
  });
});
