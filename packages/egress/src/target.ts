import { isIP } from 'node:net';
import { badPorts } from './bad-ports.ts';
import { EgressError } from './egress-error.ts';

/** Where a request goes: read from the URL once, and the only form of it that is used from then on. */
export interface Target {
  readonly secure: boolean;
  /** A name in lower case without a trailing dot, or an address without brackets. */
  readonly host: string;
  readonly port: number;
  /** The Host header. */
  readonly authority: string;
  readonly path: string;
}

const longestUrl = 4096;
const name = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/;

export function parseTarget(input: string | URL): Target {
  const text = String(input);
  if (text.length > longestUrl) throw new EgressError('bad_url', `The URL is longer than ${longestUrl} characters.`);
  const url = URL.parse(text);
  if (url === null) throw new EgressError('bad_url', 'The URL is not valid.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new EgressError('bad_url', 'The URL must begin with https:// or http://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new EgressError('bad_url', 'The URL must not hold a user name or password.');
  }
  const secure = url.protocol === 'https:';
  const host = hostOf(url);
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  if (badPorts.has(port)) throw new EgressError('bad_url', `Port ${port} belongs to another protocol than HTTP.`);
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return {
    secure,
    host,
    port,
    authority: url.port === '' ? bracketed : `${bracketed}:${url.port}`,
    path: `${url.pathname}${url.search}`,
  };
}

function hostOf(url: URL): string {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) === 0 && !name.test(host)) throw new EgressError('bad_url', 'The host name of the URL is not valid.');
  return host;
}
