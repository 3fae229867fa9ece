import { isIP } from 'node:net';
import { addressClass, type Egress, EgressError } from '@conferbot/egress';
import { type Fault, invalidArgument } from '@conferbot/plugin';

export interface AddressRules {
  readonly egress: Egress;
  readonly allowPrivate: boolean;
}

export const longestAddress = 2048;

/** Names that never lead to the public internet. */
const localName = /^[^.]+$|\.(?:localhost|local|internal|home\.arpa)$/;
const loopbackName = /(?:^|\.)localhost$/;

/**
 * The address of an endpoint in its normal form, as far as it can be judged without asking anybody: whether a name
 * leads to an address that may not be called shows when it is called.
 *
 * @throws Fault `invalid_argument`
 */
export async function endpointAddress(text: string, { egress, allowPrivate }: AddressRules): Promise<string> {
  const url = URL.parse(text);
  if (url === null)
    throw refused('The url is not a valid address.', 'Give an address such as https://example.com/hook.');
  if (url.username !== '' || url.password !== '') {
    throw refused(
      'The url holds a user name or password.',
      'Leave them out: receivers verify the signature of each delivery instead.',
    );
  }
  url.hash = '';
  if (url.href.length > longestAddress) {
    throw refused(`The url is longer than ${longestAddress} characters.`, 'Shorten it.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowPrivate && isPrivate(host))) {
    throw refused('The url does not begin with https://.', 'Serve the endpoint over https and give that address.');
  }
  if (isIP(host) !== 0 || loopbackName.test(host)) await assertCallable(egress, url);
  return url.href;
}

function isPrivate(host: string): boolean {
  return isIP(host) === 0 ? localName.test(host) : addressClass(host) === 'private';
}

/** Of literal addresses, and of names that everybody knows: no name server is asked. */
async function assertCallable(egress: Egress, url: URL): Promise<void> {
  try {
    await egress.check(url);
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    const message =
      error.kind === 'blocked'
        ? 'The url leads to a private or reserved address, which is never called.'
        : error.message;
    throw refused(message, 'Give an address that the public internet can reach, by name.');
  }
}

function refused(message: string, fix: string): Fault {
  return invalidArgument('url', message, fix);
}
