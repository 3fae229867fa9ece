import type { Reply } from '../engine/input.ts';
import { isDottedHost, isIpv4 } from './host-name.ts';
import { type Read, readText, refused, taken } from './reading.ts';

const problem = 'Please enter a valid e-mail address, such as name@example.com.';
const longestAddress = 254;
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;

/** What people mean by an e-mail address. The domain is written in lower case; what is before the @ may tell cases apart. */
export function readEmail(reply: Reply): Read<string> {
  const text = readText(reply, problem);
  if (!text.ok) return text;
  if (text.value.length > longestAddress) return refused(problem);
  const [local = '', domain = '', ...more] = text.value.normalize('NFKC').split('@');
  const good = more.length === 0 && isLocalPart(local) && isDomain(domain);
  return good ? taken(`${local}@${domain.toLowerCase()}`) : refused(problem);
}

function isLocalPart(local: string): boolean {
  if (local.length > 64) return false;
  if (/^"[^"\\\s]+"$/.test(local)) return true;
  return localPart.test(local) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}

function isDomain(domain: string): boolean {
  return isDottedHost(domain) || (domain.startsWith('[') && domain.endsWith(']') && isIpv4(domain.slice(1, -1)));
}
