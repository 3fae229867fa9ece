import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createEgress, type Lookup } from '@conferbot/egress';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebhookBed } from './support/webhook-bed.ts';

/** Hosts that lead to loopback, or to what else no customer may reach, by spelling alone. */
const literals = [
  ...['127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '127.1.', '127.255.255.254', '2130706433', '2130706433.'],
  ...['017700000001', '0x7f000001', '0x7f.1', '0x7F.0.0.0x1', '0177.0.0.1', '0177.0.0.01', '00000177.0.0.1'],
  ...['0x00000000000000007f.0.0.1', '127.0x0.0.1', '①②⑦.⓪.⓪.①', '１２７.０.０.１', '127。0。0。1', '127．0．0．1'],
  ...['127｡0｡0｡1', '%31%32%37.0.0.1', '127%2e0%2e0%2e1', '0', '0.0.0.0', '0x0', '[::1]', '[0:0:0:0:0:0:0:1]'],
  ...['[0000:0000:0000:0000:0000:0000:0000:0001]', '[::0.0.0.1]', '[::]', '[::127.0.0.1]', '[::7f00:1]'],
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:7F00:0001]', '[0:0:0:0:0:ffff:127.0.0.1]'],
  ...['[::ffff:0:127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]'],
  ...['[2001:0:7f00:1::]', '[2001:db8::1]', '[fe80::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]'],
  ...['10.0.0.1', '172.16.0.1', '192.168.0.1', '3232235777', '100.64.0.1', '100.100.100.200', '168.63.129.16'],
  ...['169.254.169.254', '0xa9fea9fe', '0251.0376.0251.0376', '[::ffff:169.254.169.254]', '192.0.0.192'],
  ...['198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', 'localhost', 'LOCALHOST.', 'app.localhost'],
];

/** What a hostile or careless name server answers. */
const records: Readonly<Record<string, readonly string[]>> = {
  'loopback.example': ['127.0.0.1'],
  'loopback6.example': ['::1'],
  '127.0.0.1.nip.example': ['127.0.0.1'],
  'mixed.example': ['3ffe::1', '127.0.0.1'],
  'mixed-first.example': ['127.0.0.1', '3ffe::1'],
  'mixed6.example': ['3ffe::1', '::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'unspecified.example': ['0.0.0.0'],
  'metadata.google.internal': ['169.254.169.254'],
  'octal.example': ['0177.0.0.1'],
  'name.example': ['localhost'],
};

let asked = 0;
/** One name leads elsewhere when it is asked again. */
const hostile: Lookup = async name => {
  if (/(^|\.)localhost$/.test(name)) return ['127.0.0.1', '::1'];
  if (name !== 'rebinding.example') return records[name] ?? [];
  asked++;
  return asked === 1 ? ['3ffe::1'] : ['127.0.0.1'];
};

const innocent = 'https://hooks.example.com/';
let bed: WebhookBed;
let canary: Server;
let port: number;
let connections = 0;
let chatbotId: string;
let webhookId: string;

beforeAll(async () => {
  const egress = createEgress({ lookup: hostile, connectTimeoutMs: 200 });
  bed = await WebhookBed.open({ egress, allowPrivate: false });
  chatbotId = await bed.chatbot();
  ({ id: webhookId } = await bed.create(chatbotId, innocent));
  // On every loopback address that the forms could mean.
  canary = createServer(socket => {
    connections++;
    socket.destroy();
  }).listen(0, '::');
  await once(canary, 'listening');
  port = (canary.address() as AddressInfo).port;
});
afterAll(async () => {
  await bed?.[Symbol.asyncDispose]();
  canary?.close();
});

interface Report {
  readonly attempts: readonly { readonly error: { readonly kind: string } | null }[];
}

/** Pings an address that is in the store already, by whatever way it came there. @returns how the attempt ended */
async function pinged(url: string): Promise<string | undefined> {
  await bed.rows(`update webhooks set url = '${url}'`);
  const { id: deliveryId } = await bed.workspace.call('ping_webhook', { webhookId });
  await bed.deliver();
  const { report } = await bed.workspace.call<{ report: Report }>('report_delivery', { deliveryId });
  return report.attempts[0]?.error?.kind;
}

describe.each(['http', 'https'])('over %s', { timeout: 90_000 }, scheme => {
  it(`create_webhook and update_webhook refuse ${literals.length} forms of addresses that nobody may reach`, async () => {
    const events = ['response.created'];
    await bed.rows(`update webhooks set url = '${innocent}'`);
    for (const host of literals) {
      const url = `${scheme}://${host}:${port}/`;
      for (const refusal of [
        await bed.workspace.refused('create_webhook', { chatbotId, url, events }),
        await bed.workspace.refused('update_webhook', { webhookId, url }),
      ]) {
        expect(refusal, url).toMatchObject({ error: 'invalid_argument' });
        expect(JSON.stringify(refusal), url).toMatch(
          /private or reserved|does not begin with https|not a valid address/,
        );
      }
    }
    expect(await bed.webhook(webhookId)).toMatchObject({ url: innocent });
    expect(connections).toBe(0);
  });

  it('an attempt blocks each of them too, should one be stored', async () => {
    for (const host of literals) expect(await pinged(`${scheme}://${host}:${port}/`), host).toBe('blocked');
    expect(connections).toBe(0);
  });
});

it('names may be given, and an attempt is blocked where one leads to such an address', async () => {
  for (const name of Object.keys(records)) {
    const { url } = await bed.workspace.call<{ url: string }>('update_webhook', {
      webhookId,
      url: `https://${name}:${port}/`,
    });
    expect(await pinged(url), name).toBe('blocked');
    expect(await pinged(url.replace('https', 'http')), name).toBe('blocked');
  }
  expect(connections).toBe(0);
});

it('a name that changes its answer is asked at each attempt, and what was checked is what is called', async () => {
  const url = `https://rebinding.example:${port}/`;
  await bed.workspace.call('update_webhook', { webhookId, url });
  expect(asked).toBe(0);
  expect(await pinged(url)).toBe('connect');
  expect(asked).toBe(1);
  expect(await pinged(url)).toBe('blocked');
  expect(asked).toBe(2);
  expect(connections).toBe(0);
});

it('the listener would notice', async () => {
  const careless = createEgress({ allowPrivate: true });
  await expect(careless.request({ url: `http://127.1:${port}/` })).rejects.toThrow();
  await careless.close();
  expect(connections).toBe(1);
});
