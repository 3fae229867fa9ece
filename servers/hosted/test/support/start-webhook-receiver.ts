import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import type { Genuine, ReceiverOrder, ReceiverReport } from './webhook-receiver.ts';

/** What its owner has given it: it takes nothing that is not signed with this. */
let secret = '';

const report = (message: ReceiverReport) => process.send?.(message);

/** By the library of the standard. */
function byStandard(body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

/** By hand, as a receiver does that was written before the secret was first replaced: one signature, one secret. */
function byHmac(body: string, signature: string | undefined): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const server = createServer(async (request, response) => {
  const body = await text(request);
  const headers = request.headers as Record<string, string>;
  const genuine: Genuine = {
    standard: byStandard(body, headers),
    plain: byHmac(body, headers['x-webhook-signature']),
    previous: (headers['x-webhook-signature-previous'] ?? '').split(' ').some(one => byHmac(body, one)),
  };
  report({ kind: 'delivery', body, headers, genuine });
  response.writeHead(genuine.standard ? 204 : 401).end();
});
process.on('message', (order: ReceiverOrder) => {
  secret = order.secret;
  report({ kind: 'trusts' });
});
process.once('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => report({ kind: 'listening', port: (server.address() as AddressInfo).port }));
