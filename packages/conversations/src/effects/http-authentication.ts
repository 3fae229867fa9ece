import type { Egress } from '@conferbot/egress';
import type { JsonObject } from '@conferbot/flow-engine';
import { bodyValue } from './body-value.ts';

/** What proves who makes a call: headers, or a parameter of the address. */
export interface Proof {
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: readonly [name: string, value: string];
}

export interface ProofOptions {
  readonly egress: Egress;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** @returns undefined when it cannot be proved: something is missing, or no token is given */
export async function proofOf(authentication: JsonObject, options: ProofOptions): Promise<Proof | undefined> {
  const field = (name: string) => fieldOf(authentication, name);
  switch (field('type')) {
    case 'bearer':
      return bearer(field('token'));
    case 'basic':
      return { headers: { authorization: basic(field('username'), field('password')) } };
    case 'apikey': {
      const name = field('key') || 'X-API-Key';
      const value = field('value');
      return field('location') === 'query' ? { headers: {}, query: [name, value] } : { headers: { [name]: value } };
    }
    case 'oauth2':
      return bearer(await oauthToken(authentication, options));
    case 'custom':
      return bearer(await loginToken(authentication, options));
    default:
      return { headers: {} };
  }
}

function bearer(token: string): Proof | undefined {
  return token === '' ? undefined : { headers: { authorization: `Bearer ${token}` } };
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function fieldOf(authentication: JsonObject, name: string): string {
  const value = authentication[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** OAuth 2.0 client credentials (RFC 6749, section 4.4). */
function oauthToken(authentication: JsonObject, options: ProofOptions): Promise<string> {
  const field = (name: string) => fieldOf(authentication, name);
  const scope = field('scope');
  const form = new URLSearchParams({
    grant_type: field('grantType') || 'client_credentials',
    ...(scope !== '' && { scope }),
  });
  return askForToken(authentication, options, {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: basic(encodeURIComponent(field('clientId')), encodeURIComponent(field('clientSecret'))),
    },
    body: form.toString(),
  });
}

/** A service that gives a token for a user name and a password. */
function loginToken(authentication: JsonObject, options: ProofOptions): Promise<string> {
  const body = { username: fieldOf(authentication, 'username'), password: fieldOf(authentication, 'password') };
  return askForToken(authentication, options, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function askForToken(
  authentication: JsonObject,
  { egress, timeoutMs, signal }: ProofOptions,
  request: { readonly headers: Record<string, string>; readonly body: string },
): Promise<string> {
  const url = fieldOf(authentication, 'tokenUrl');
  const answer = await egress.request({ ...request, url, method: 'POST', timeoutMs, signal });
  if (answer.status < 200 || answer.status > 299) return '';
  const value = bodyValue(answer);
  const paths = [fieldOf(authentication, 'tokenPath'), 'access_token', 'access', 'token'].filter(path => path !== '');
  const found = paths.map(path => at(value, path)).find(token => typeof token === 'string' && token !== '');
  return typeof found === 'string' ? found : '';
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => {
    const isOwn = typeof part === 'object' && part !== null && Object.hasOwn(part, name);
    return isOwn ? (part as Record<string, unknown>)[name] : undefined;
  }, value);
}
