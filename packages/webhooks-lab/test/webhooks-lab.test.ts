import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Endpoint } from './support/endpoint.ts';
import { LabBed } from './support/lab-bed.ts';

const names: Record<string, readonly string[]> = {
  'meta.example': ['169.254.169.254'],
  'plain.example': ['127.0.0.1'],
};
let lab: LabBed;
let endpoint: Endpoint;

beforeAll(async () => {
  lab = await LabBed.open({ lookup: async name => names[name] ?? [], connectTimeoutMs: 1000 });
  endpoint = await Endpoint.open();
});
afterAll(async () => {
  await lab?.[Symbol.asyncDispose]();
  await endpoint?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  const { data } = await lab.workspace.call<{ data: readonly { id: string }[] }>('list_webhooks');
  for (const { id } of data) await lab.workspace.call('delete_webhook', { webhookId: id });
  endpoint.delivered.length = 0;
  endpoint.answer = { status: 200 };
});

describe('test_webhook', () => {
  it('answers the delivery before it is sent, and says which call tells what came of it', async () => {
    const { id } = await lab.create(endpoint.url);
    const queued = await lab.workspace.call('test_webhook', { webhookId: id });
    expect(queued).toMatchObject({ status: 'pending', deliveryId: expect.stringMatching(/^dlv_/) });
    expect(queued.next).toContain(`explain_webhook_failure with deliveryId ${queued.deliveryId}`);
    expect(await lab.explain({ deliveryId: queued.deliveryId })).toMatchObject({ status: 'pending', cause: null });
    await lab.deliver();
    expect(endpoint.delivered).toHaveLength(1);
    expect(JSON.parse(endpoint.delivered[0]?.body ?? '')).toMatchObject({
      event: 'webhook.ping',
      webhookId: id,
      deliveryId: queued.deliveryId,
    });
    expect(await lab.explain({ deliveryId: queued.deliveryId })).toMatchObject({
      event: 'webhook.ping',
      status: 'delivered',
      cause: null,
      attempts: 1,
      changes: [],
    });
  });

  it('reaches a webhook that is paused', async () => {
    const { id } = await lab.create(endpoint.url);
    await lab.workspace.call('update_webhook', { webhookId: id, status: 'paused' });
    const deliveryId = await lab.ping(id);
    await lab.deliver();
    expect(await lab.explain({ deliveryId })).toMatchObject({ status: 'delivered', webhookStatus: 'paused' });
  });

  it('is refused for a webhook that there is not', async () => {
    const { id } = await lab.create(endpoint.url);
    await lab.workspace.call('delete_webhook', { webhookId: id });
    expect(await lab.workspace.refused('test_webhook', { webhookId: id })).toMatchObject({
      error: 'not_found',
      fix: expect.stringContaining('list_webhooks'),
    });
  });
});

describe('replay_webhook_delivery', () => {
  it('sends the same body under the same webhook-id, signed anew, as a delivery of its own', async () => {
    const { id } = await lab.create(endpoint.url);
    const first = await lab.ping(id);
    await lab.deliver();
    lab.clock.now += 60_000;
    const replay = await lab.workspace.call('replay_webhook_delivery', { deliveryId: first });
    expect(replay).toMatchObject({ status: 'pending' });
    expect(replay.deliveryId).not.toBe(first);
    await lab.deliver();
    const [one, other] = endpoint.delivered;
    expect(other?.body).toBe(one?.body);
    expect(other?.headers['webhook-id']).toBe(first);
    expect(other?.headers['webhook-signature']).not.toBe(one?.headers['webhook-signature']);
    expect(await lab.explain({ deliveryId: replay.deliveryId })).toMatchObject({ status: 'delivered' });
  });
});

describe('explain_webhook_failure', () => {
  it.each([
    [302, 'redirect', 'update_webhook'],
    [400, 'rejected', 'flat JSON'],
    [401, 'refused', 'raw body'],
    [403, 'refused', 'x-webhook-signature-previous'],
    [404, 'wrong_path', 'path'],
    [405, 'wrong_path', 'POST'],
    [410, 'gone', 'replay_webhook_delivery'],
    [429, 'throttled', 'limit'],
    [500, 'receiver_failed', 'log of the receiver'],
    [503, 'receiver_failed', 'log of the receiver'],
  ])('finds the cause of an answer %i: %s', async (status, cause, hint) => {
    const { id } = await lab.create(endpoint.url);
    endpoint.answer = { status, headers: { location: 'http://127.0.0.1/elsewhere' }, body: 'No, thanks.' };
    const deliveryId = await lab.ping(id);
    await lab.deliver();
    const explanation = await lab.explain({ deliveryId });
    expect(explanation).toMatchObject({ cause, statusCode: status, attempts: 1, responseBody: 'No, thanks.' });
    expect(explanation.error).toContain(String(status));
    expect(explanation.changes.join(' ')).toContain(hint);
    expect(explanation.verifyingCode !== null).toBe(['refused', 'rejected'].includes(cause));
    expect(explanation.status).toBe(status === 410 ? 'failed' : 'retrying');
  });

  it('finds the cause where there is no answer', async () => {
    await using closed = await Endpoint.open();
    await using gibberish = await listen(socket => socket.end('220 mail.example ESMTP\r\n'));
    await using breaking = await listen(socket => socket.destroy());
    const port = new URL(gibberish.url).port;
    const tried = [
      ['http://nowhere.example/', 'dns', 'host name'],
      [closed.url, 'connect', 'listens'],
      [breaking.url, 'connect', 'break off'],
      [`https://plain.example:${port}/`, 'tls', 'certificate'],
      [gibberish.url, 'protocol', 'HTTP server'],
      ['https://meta.example/', 'blocked', 'public internet'],
    ] as const;
    await closed[Symbol.asyncDispose]().catch(() => undefined);
    for (const [url, cause, hint] of tried) {
      const { id } = await lab.create(url.replace('http://nowhere', 'https://nowhere'));
      const deliveryId = await lab.ping(id);
      await lab.deliver();
      const explanation = await lab.explain({ deliveryId });
      expect(explanation, url).toMatchObject({ cause, statusCode: null, status: 'retrying', verifyingCode: null });
      expect(`${explanation.meaning} ${explanation.changes.join(' ')}`, url).toContain(hint);
    }
  });

  it('finds an endpoint that lets it wait', async () => {
    await using silent = await listen(() => undefined);
    const { id } = await lab.create(silent.url);
    const deliveryId = await lab.ping(id);
    const delivering = lab.deliver();
    await silent.reached;
    expect((await lab.explain({ deliveryId })).meaning).toContain('right now');
    await delivering;
    // One run of the job stays for eight seconds; the attempt takes ten.
    await lab.deliver();
    expect(await lab.explain({ deliveryId })).toMatchObject({ cause: 'timeout', status: 'retrying' });
  });

  it('takes the latest failure of a webhook, and says when there is none', async () => {
    const { id } = await lab.create(endpoint.url);
    expect(await lab.workspace.refused('explain_webhook_failure', { webhookId: id })).toMatchObject({
      error: 'not_found',
      fix: expect.stringContaining('test_webhook'),
    });
    endpoint.answer = { status: 500 };
    await lab.ping(id);
    await lab.deliver();
    lab.clock.now += 1000;
    endpoint.answer = { status: 404 };
    const latest = await lab.ping(id);
    await lab.deliver();
    lab.clock.now += 1000;
    endpoint.answer = { status: 200 };
    await lab.ping(id);
    await lab.deliver();
    expect(await lab.explain({ webhookId: id })).toMatchObject({ deliveryId: latest, cause: 'wrong_path' });
  });

  it('tells of a delivery that failed first what it failed of, and that it went out', async () => {
    const { id } = await lab.create(endpoint.url);
    endpoint.answer = { status: 500 };
    const deliveryId = await lab.ping(id);
    await lab.deliver();
    const before = await lab.explain({ deliveryId });
    endpoint.answer = { status: 200 };
    lab.clock.now = Date.parse(before.nextAttemptAt ?? '');
    await lab.deliver();
    const after = await lab.explain({ deliveryId });
    expect(after).toMatchObject({ status: 'delivered', cause: 'receiver_failed', attempts: 2, nextAttemptAt: null });
    expect(after.meaning).toMatch(/^Attempt 2 delivered it/);
  });

  it.each([{}, { both: true }])('wants one of the two ids: %o', async ({ both }: { both?: boolean }) => {
    const { id } = await lab.create(endpoint.url);
    const deliveryId = await lab.ping(id);
    const input = both === true ? { webhookId: id, deliveryId } : {};
    expect(await lab.workspace.refused('explain_webhook_failure', input)).toMatchObject({
      error: 'invalid_argument',
    });
  });

  it('never tells a secret', async () => {
    const { id, secret } = await lab.create(endpoint.url);
    endpoint.answer = { status: 401 };
    await lab.ping(id);
    await lab.deliver();
    expect(JSON.stringify(await lab.explain({ webhookId: id }))).not.toContain(secret);
  });
});

interface RawEndpoint extends AsyncDisposable {
  readonly url: string;
  readonly reached: Promise<void>;
}

async function listen(speak: (socket: Socket) => void): Promise<RawEndpoint> {
  const reached = Promise.withResolvers<void>();
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    reached.resolve();
    speak(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    reached: reached.promise,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
