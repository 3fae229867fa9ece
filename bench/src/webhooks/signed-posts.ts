// Signs and posts, nothing else: what every sender of webhooks has to do. Prints {"perSecond": …}.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createEgress } from '@conferbot/egress';

const { URL: url = '', CONNECTIONS = '16', SECONDS = '1', WARM_UP_SECONDS = '1' } = process.env;
const egress = createEgress({ allowPrivate: true });
const key = randomBytes(24);
const secret = `whsec_${key.toString('base64')}`;

async function post(): Promise<void> {
  const [id, now] = [randomUUID(), new Date()];
  const body = JSON.stringify({
    event: 'ticket.created',
    chatSessionId: id,
    botId: id,
    ticketId: id,
    number: 1,
    priority: 'normal',
    timestamp: now.toISOString(),
    deliveryId: id,
  });
  const seconds = String(Math.floor(now.getTime() / 1000));
  const { status } = await egress.request({
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-webhook-event': 'ticket.created',
      'x-webhook-timestamp': now.toISOString(),
      'x-webhook-signature': createHmac('sha256', secret).update(body).digest('hex'),
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`,
    },
    body,
    maxResponseBytes: 4096,
  });
  if (status !== 204) throw new Error(`the receiver answered ${status}`);
}

async function postFor(seconds: number): Promise<number> {
  const started = performance.now();
  let posted = 0;
  const lane = async (): Promise<void> => {
    for (; performance.now() - started < seconds * 1000; posted++) await post();
  };
  await Promise.all(Array.from({ length: Number(CONNECTIONS) }, lane));
  return (posted / (performance.now() - started)) * 1000;
}

await postFor(Number(WARM_UP_SECONDS));
const perSecond = await postFor(Number(SECONDS));
await egress.close();
console.log(JSON.stringify({ perSecond }));
