import type { Reply } from '../engine/input.ts';
import { isDottedHost, isIpv4 } from './host-name.ts';
import { type Read, readText, refused, taken } from './reading.ts';

const problem = 'Please enter a valid web address, such as https://example.com.';
const longestUrl = 2_048;

/** An http or https address, in the form that the URL standard gives it; `https` where it is left out. */
export function readUrl(reply: Reply): Read<string> {
  const text = readText(reply, problem);
  if (!text.ok) return text;
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text.value);
  const written = hasScheme ? text.value : `https://${text.value}`;
  if (/\s/.test(written) || !URL.canParse(written)) return refused(problem);
  const url = new URL(written);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  const named = isDottedHost(url.hostname) || (hasScheme && isIpv4(url.hostname) && written.includes(url.hostname));
  const good = web && named && url.username === '' && url.password === '' && url.href.length <= longestUrl;
  return good ? taken(url.href) : refused(problem);
}
