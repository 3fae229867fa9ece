import fc from 'fast-check';
import type { Range } from './ranges.ts';

/** An address of one of the ranges; their first and last ones often. */
export function addressIn(ranges: readonly Range[]): fc.Arbitrary<bigint> {
  return fc
    .constantFrom(...ranges)
    .chain(([first, last]) => fc.oneof(fc.constantFrom(first, last), fc.bigInt({ min: first, max: last })));
}

/** The host of a URL that a URL parser reads as this IPv4 address. */
export function ipv4Host(address: bigint): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.array(radix, { minLength: 4, maxLength: 4 }), disguise)
    .map(([count, radices, disguised]) =>
      disguised(
        parts(address, count)
          .map((part, i) => radices[i]?.(part))
          .join('.'),
      ),
    );
}

/** IPv6 hosts that carry this IPv4 address. */
export function carrierHost(address: bigint): fc.Arbitrary<string> {
  const hex = address.toString(16).padStart(8, '0');
  const groups = `${hex.slice(0, 4)}:${hex.slice(4)}`;
  const dotted = parts(address, 4).join('.');
  return fc.constantFrom(
    `[::ffff:${dotted}]`,
    `[::FFFF:${groups}]`,
    `[0:0:0:0:0:ffff:${groups}]`,
    `[::${dotted}]`,
    `[::ffff:0:${groups}]`,
    `[64:ff9b::${dotted}]`,
    `[64:ff9b:1::${groups}]`,
    `[2002:${groups}::1]`,
    `[2001:0:${groups}::]`,
    `[fe80::5efe:${dotted}]`,
  );
}

/** Ways to write an IPv6 address in brackets. */
export function ipv6Host(address: bigint): fc.Arbitrary<string> {
  const full = address.toString(16).padStart(32, '0').match(/.{4}/g) ?? [];
  const short = full.map(group => group.replace(/^0+(?=.)/, ''));
  const tail = parts(address & 0xffff_ffffn, 4).join('.');
  return fc.constantFrom(
    `[${full.join(':')}]`,
    `[${short.join(':')}]`,
    `[${short.join(':').toUpperCase()}]`,
    `[${short.slice(0, 6).join(':')}:${tail}]`,
    new URL(`http://[${short.join(':')}]`).hostname,
  );
}

const radix = fc.constantFrom<(part: bigint) => string>(
  part => part.toString(),
  part => `0x${part.toString(16)}`,
  part => `0X${part.toString(16).toUpperCase().padStart(10, '0')}`,
  part => `0${part.toString(8)}`,
  part => `000${part.toString(8)}`,
);

const disguise = fc.constantFrom<(host: string) => string>(
  host => host,
  host => `${host}.`,
  host => host.replaceAll('.', '。'),
  host => host.replace(/[0-9]/g, digit => String.fromCodePoint(0xff10 + Number(digit))),
  host => host.replace(/[0-9]/g, digit => `%3${digit}`),
);

/** The address in `count` parts: the last takes all the bytes that are left, as inet_aton reads it. */
function parts(address: bigint, count: number): bigint[] {
  const bytes = [24n, 16n, 8n, 0n].map(shift => (address >> shift) & 0xffn);
  const last = address & ((1n << BigInt(8 * (5 - count))) - 1n);
  return [...bytes.slice(0, count - 1), last];
}
