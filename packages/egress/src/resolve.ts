import { isIP } from 'node:net';
import { addressClass } from './address-class.ts';
import type { Deadline } from './deadline.ts';
import { EgressError } from './egress-error.ts';
import { type Lookup, saysNoSuchName } from './lookup.ts';

/** The addresses of a host, once every one of them is known to be allowed. */
export async function resolve(
  host: string,
  { lookup, allowPrivate }: { lookup: Lookup; allowPrivate: boolean },
  deadline: Deadline,
): Promise<readonly string[]> {
  const literal = isIP(host) !== 0;
  const addresses = literal ? [host] : await deadline.race(lookUp(host, lookup));
  const allowed = (address: string) => {
    const found = addressClass(address);
    return found === 'public' || (found === 'private' && allowPrivate);
  };
  if (!addresses.every(allowed)) {
    const verb = literal ? 'is' : 'resolves to';
    throw new EgressError('blocked', `${host} ${verb} an address that may not be called.`);
  }
  return addresses;
}

async function lookUp(host: string, lookup: Lookup): Promise<readonly string[]> {
  let addresses: readonly string[] = [];
  try {
    addresses = [...new Set(await lookup(host))];
  } catch (cause) {
    if (!saysNoSuchName(cause)) throw new EgressError('dns', `The name ${host} could not be resolved.`, { cause });
  }
  if (addresses.length > 0) return addresses;
  throw new EgressError('dns', `The name ${host} has no address.`, { retryable: false });
}
