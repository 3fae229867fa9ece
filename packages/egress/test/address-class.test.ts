import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressClass } from '../src/index.ts';
import { failure, testEgress } from './support/egress.ts';
import { closedIpv4, closedIpv6, openIpv6 } from './support/ranges.ts';
import { addressIn, carrierHost, ipv4Host, ipv6Host } from './support/spelling.ts';

describe('any spelling of a closed address is blocked', () => {
  const blocked = () => {
    const egress = testEgress();
    return async (host: string) => {
      expect(await failure(egress.check(`http://${host}/`)), host).toMatchObject({ kind: 'blocked', retryable: false });
    };
  };

  test('IPv4, in every radix and number of parts', () =>
    fc.assert(fc.asyncProperty(addressIn(closedIpv4).chain(ipv4Host), blocked()), { numRuns: 2000 }));

  test('IPv4 inside IPv6, whatever the IPv4 address is', () => {
    const any = fc.oneof(addressIn(closedIpv4), fc.bigInt({ min: 0n, max: 0xffff_ffffn }));
    return fc.assert(fc.asyncProperty(any.chain(carrierHost), blocked()), { numRuns: 1000 });
  });

  test('IPv6', () => fc.assert(fc.asyncProperty(addressIn(closedIpv6).chain(ipv6Host), blocked()), { numRuns: 2000 }));
});

describe('addresses outside the closed ranges are public', () => {
  test('IPv4', () => {
    const open = fc
      .bigInt({ min: 0n, max: 0xffff_ffffn })
      .filter(address => !closedIpv4.some(([first, last]) => address >= first && address <= last));
    fc.assert(
      fc.property(open, address => addressClass(new URL(`http://${address}`).hostname) === 'public'),
      { numRuns: 2000 },
    );
  });

  test('IPv6', () => {
    fc.assert(
      fc.property(addressIn(openIpv6).chain(ipv6Host), host => addressClass(host.slice(1, -1)) === 'public'),
      { numRuns: 2000 },
    );
  });

  test('the neighbours of the closed ranges', () => {
    const neighbours = ['9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0'];
    const more = ['169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.0', '198.20.0.0'];
    const ipv6 = ['2001:200::', '2001:db7:ffff::', '2001:db9::', '2003::', '2606:4700::1111', '3fff:1000::'];
    for (const address of [...neighbours, ...more, ...ipv6]) expect(addressClass(address), address).toBe('public');
  });
});

test('development may reach private ranges, never what is link-local or a service of a cloud', () => {
  for (const address of ['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '100.64.0.1', '::1', 'fd12:3456::1']) {
    expect(addressClass(address), address).toBe('private');
  }
  const services = ['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16', '192.0.0.192'];
  const ipv6 = ['fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254', 'fd00:42::42', 'fe80::a9fe:a9fe', '::ffff:7f00:1'];
  for (const address of [...services, ...ipv6, '0.0.0.0', '::', '255.255.255.255', '224.0.0.1']) {
    expect(addressClass(address), address).toBe('forbidden');
  }
});

test('what is no plain address is forbidden', () => {
  for (const address of [
    '',
    'example.com',
    '127.1',
    '0x7f.0.0.1',
    '1.1.1.1 ',
    '2606:4700::1111%eth0',
    '[::1]',
    '٣.3.3.3',
  ]) {
    expect(addressClass(address), address).toBe('forbidden');
  }
});
