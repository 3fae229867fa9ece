/**
 * Whether a host, as `URL.hostname` writes it, is by its name or its literal address one of a private network, of this
 * machine, or of a cloud's metadata service. Names are not resolved: who connects checks the address once more.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  const ipv4 = ipv4Number(host);
  if (ipv4 !== undefined) return isPrivateIpv4(ipv4);
  return privateNames.has(host) || privateSuffixes.some(suffix => host.endsWith(suffix));
}

const privateNames = new Set(['', 'localhost', 'localhost.localdomain', 'metadata', 'local', 'internal']);
const privateSuffixes = ['.localhost', '.local', '.internal', '.localdomain', '.home.arpa', '.intranet', '.lan'];

/** IPv4 blocks that no server on the internet answers from (RFC 6890): address and length of the prefix. */
const privateBlocks = (
  [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const
).map(([address, length]) => ({ address: ipv4Number(address) ?? 0, size: 2 ** (32 - length) }));

/** The URL parser writes every spelling of an IPv4 address, octal and hexadecimal too, as four decimals. */
function ipv4Number(host: string): number | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return undefined;
  return host.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function isPrivateIpv4(ipv4: number): boolean {
  return privateBlocks.some(({ address, size }) => ipv4 >= address && ipv4 < address + size);
}

function isPrivateIpv6(address: string): boolean {
  const groups = ipv6Groups(address);
  const [first = 0, second = 0, third = 0] = groups;
  const last32 = (groups[6] ?? 0) * 65_536 + (groups[7] ?? 0);
  if (groups.slice(0, 5).every(group => group === 0)) {
    // Unspecified, loopback, IPv4-compatible and IPv4-mapped.
    return groups[5] === 0xffff ? isPrivateIpv4(last32) : true;
  }
  if (first === 0x64 && second === 0xff9b) return third !== 0 || isPrivateIpv4(last32);
  if (first === 0x2002) return isPrivateIpv4(second * 65_536 + third);
  // Of the rest only 2000::/3 is routed; of that not documentation, Teredo and benchmarking.
  const documentation = first === 0x2001 && (second === 0xdb8 || second < 0x200);
  return first < 0x2000 || first > 0x3fff || documentation || first === 0x3fff;
}

/** The URL parser writes addresses in hexadecimal groups with at most one `::`. */
function ipv6Groups(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16)));
  const before = groups(head);
  const after = groups(tail ?? '');
  return [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after];
}
