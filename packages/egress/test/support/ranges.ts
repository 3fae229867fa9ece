// Written from the registries for the tests alone, so that a slip in the ranges of the product shows.

/** First and last address, as numbers. */
export type Range = readonly [first: bigint, last: bigint];

const v4 = (a: number, b: number, c: number, d: number) => BigInt(((a * 256 + b) * 256 + c) * 256 + d);
const v6 = (head: string, bits: number): Range => {
  const first = BigInt(`0x${head.padEnd(32, '0')}`);
  return [first, first + (1n << BigInt(128 - bits)) - 1n];
};

export const closedIpv4: readonly Range[] = [
  [v4(0, 0, 0, 0), v4(0, 255, 255, 255)],
  [v4(10, 0, 0, 0), v4(10, 255, 255, 255)],
  [v4(100, 64, 0, 0), v4(100, 127, 255, 255)],
  [v4(127, 0, 0, 0), v4(127, 255, 255, 255)],
  [v4(168, 63, 129, 16), v4(168, 63, 129, 16)],
  [v4(169, 254, 0, 0), v4(169, 254, 255, 255)],
  [v4(172, 16, 0, 0), v4(172, 31, 255, 255)],
  [v4(192, 0, 0, 0), v4(192, 0, 0, 255)],
  [v4(192, 0, 2, 0), v4(192, 0, 2, 255)],
  [v4(192, 88, 99, 0), v4(192, 88, 99, 255)],
  [v4(192, 168, 0, 0), v4(192, 168, 255, 255)],
  [v4(198, 18, 0, 0), v4(198, 19, 255, 255)],
  [v4(198, 51, 100, 0), v4(198, 51, 100, 255)],
  [v4(203, 0, 113, 0), v4(203, 0, 113, 255)],
  [v4(224, 0, 0, 0), v4(255, 255, 255, 255)],
];

export const closedIpv6: readonly Range[] = [
  v6('00000000000000000000000000000000', 128), // unspecified
  v6('00000000000000000000000000000001', 128), // loopback
  v6('000000000000000000000000', 96), // IPv4-compatible
  v6('00000000000000000000ffff', 96), // IPv4-mapped
  v6('0000000000000000ffff0000', 96), // IPv4-translated
  v6('0064ff9b0000000000000000', 96), // NAT64
  v6('0064ff9b0001', 48), // NAT64, local
  v6('0100000000000000', 64), // discard
  v6('20010000', 32), // Teredo
  v6('200100020000', 48), // benchmarking
  v6('20010010', 28), // ORCHID
  v6('20010020', 28), // ORCHIDv2
  v6('20010db8', 32), // documentation
  v6('2002', 16), // 6to4
  v6('3fff0', 20), // documentation
  v6('5f00', 16), // segment routing
  v6('fc', 7), // unique local
  v6('fe8', 10), // link-local
  v6('fec', 10), // site-local
  v6('ff', 8), // multicast
];

/** All of 2000::/3 but the assignments for protocols, documentation and 6to4. */
export const openIpv6: readonly Range[] = [
  [v6('2000', 16)[0], v6('2000', 16)[1]],
  [v6('20010200', 32)[0], v6('20010db7', 32)[1]],
  [v6('20010db9', 32)[0], v6('2001ffff', 32)[1]],
  [v6('2003', 16)[0], v6('3ffe', 16)[1]],
  [v6('3fff1', 20)[0], v6('3ffff', 20)[1]],
];
