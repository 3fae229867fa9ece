import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where reverse proxies are: on this machine, or in a private network. */
const nearby = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  nearby.addSubnet(network, prefix, 'ipv4');
}
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');

/**
 * Who sent a request, for limits only. A proxy nearby says by `X-Forwarded-For` whom it speaks for: its own entry, the
 * last one, since those before it are the client's to invent. Nobody else is believed.
 */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string | undefined {
  const peer = plain(socket.remoteAddress ?? '');
  const family = isIP(peer);
  if (family === 0) return undefined;
  if (!nearby.check(peer, family === 6 ? 'ipv6' : 'ipv4')) return peer;
  const forwarded = plain(
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '',
  );
  return isIP(forwarded) === 0 ? peer : forwarded;
}

/** An IPv4 address that came over an IPv6 socket. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
