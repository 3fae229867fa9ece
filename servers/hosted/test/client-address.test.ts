import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress } from '../src/client-address.ts';

function addressOf(remoteAddress: string | undefined, forwarded?: string): string | undefined {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return clientAddress({ socket: { remoteAddress } as Socket, headers });
}

describe('the address of a client', () => {
  it.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['2001:db8::1', undefined, '2001:db8::1'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    [undefined, '198.51.100.1', undefined],
  ])('is that of the connection: %s', (peer, forwarded, expected) => {
    expect(addressOf(peer, forwarded)).toBe(expected);
  });

  it.each(['127.0.0.1', '::1', '10.1.2.3', '::ffff:192.168.0.2', 'fd00::1'])(
    'is what a proxy nearby says: %s',
    peer => {
      expect(addressOf(peer, '198.51.100.1')).toBe('198.51.100.1');
      expect(addressOf(peer, '1.1.1.1, 198.51.100.2')).toBe('198.51.100.2');
      expect(addressOf(peer, 'nonsense')).toBe(peer.replace('::ffff:', ''));
    },
  );

  it('is not what anybody else says', () => {
    expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  });
});
