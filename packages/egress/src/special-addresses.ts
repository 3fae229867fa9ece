// From the IANA registries of special-purpose addresses (RFC 6890 and its updates) and of IPv6 global unicast.

/** IPv4 that is not public. */
export const specialIpv4: readonly string[] = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, metadata services
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
];

/** All IPv6 that can be public. Loopback, mapped, NAT64, ULA, link-local, site-local, multicast, … lie outside. */
export const globalIpv6 = '2000::/3';

/** What of {@link globalIpv6} is not public. */
export const specialIpv6: readonly string[] = [
  '2001::/23', // protocol assignments: Teredo, benchmarking, ORCHID
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '3fff::/20', // documentation
];

/** What a host may let its own development and tests reach. */
export const privateAddresses: readonly string[] = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
];

/** Services of clouds that give their machines credentials or settings, where no range above has them for good. */
export const cloudServices: readonly string[] = [
  '100.100.100.200/32', // Alibaba
  '168.63.129.16/32', // Azure
  'fd00:42::42/128', // Scaleway
  'fd00:ec2::/32', // AWS
  'fd20:ce::254/128', // Google
];
