import { BlockList, isIP } from 'node:net';
import { cloudServices, globalIpv6, privateAddresses, specialIpv4, specialIpv6 } from './special-addresses.ts';

/** `public`: may be called. `private`: may be called where private addresses are allowed. `forbidden`: never. */
export type AddressClass = 'public' | 'private' | 'forbidden';

const mappedRange = rangesOf(['::ffff:0:0/96']);
const globalRange = rangesOf([globalIpv6]);
const specialRanges = rangesOf([...specialIpv4, ...specialIpv6]);
const privateRanges = rangesOf(privateAddresses);
const cloudRanges = rangesOf(cloudServices);

/** The class of a literal address. Whatever is not an address, or has a zone, is forbidden. */
export function addressClass(address: string): AddressClass {
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0) return 'forbidden';
  const family = version === 4 ? 'ipv4' : 'ipv6';
  // A mapped address would match the IPv4 ranges, of which it is no spelling that anybody needs.
  if (family === 'ipv6' && mappedRange.check(address, family)) return 'forbidden';
  if (cloudRanges.check(address, family)) return 'forbidden';
  if (privateRanges.check(address, family)) return 'private';
  if (specialRanges.check(address, family)) return 'forbidden';
  return family === 'ipv4' || globalRange.check(address, family) ? 'public' : 'forbidden';
}

function rangesOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}
