import { lookup as getaddrinfo, Resolver } from 'node:dns/promises';

/** All addresses of a host name, in the order in which they are to be tried. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/**
 * As every program of the machine resolves: hosts file, search domains, name services. Each lookup holds a thread of
 * Node's pool until it ends, so a few names whose servers hang delay files and crypto too.
 */
export const systemLookup: Lookup = async hostname => {
  const found = await getaddrinfo(hostname, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
};

/** Where {@link dnsLookup} asks, and how long it waits for one answer. */
export interface DnsOptions {
  /** Name servers as `address` or `address:port`; by default those of the machine. */
  readonly servers?: readonly string[];
  /** 2 seconds by default; each question is put twice. */
  readonly timeoutMs?: number;
}

/** Asks name servers for A and AAAA, without threads; knows nothing but the public DNS. */
export function dnsLookup({ servers, timeoutMs = 2000 }: DnsOptions = {}): Lookup {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  return async hostname => {
    if (/(?:^|\.)localhost$/.test(hostname)) return ['127.0.0.1', '::1'];
    const [ipv4, ipv6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const found = [ipv4, ipv6].flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []));
    if (found.length > 0) return found;
    throw temporary(ipv4) ?? temporary(ipv6) ?? (ipv4.status === 'rejected' ? ipv4.reason : undefined);
  };
}

/** Whether the name is known not to lead anywhere, as against: nobody could be asked. */
export function saysNoSuchName(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return code === 'ENOTFOUND' || code === 'ENODATA';
}

function temporary(answer: PromiseSettledResult<unknown>): unknown {
  return answer.status === 'rejected' && !saysNoSuchName(answer.reason) ? answer.reason : undefined;
}
