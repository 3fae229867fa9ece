import { z } from 'zod';
import type { NodeCall } from '../engine/node-call.ts';
import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';
import { fillIn } from './fill-in.ts';
import type { DataFinding } from './node-type.ts';
import { urlFindings } from './url-findings.ts';

const text = z.union([z.string(), z.number()]).optional();

/** How an HTTP call proves who makes it. */
export const httpAuthentication = z
  .looseObject({
    type: z.string().max(100).optional().describe('bearer, basic, apikey, oauth2 or custom.'),
    token: text.describe('Of bearer.'),
    username: text.describe('Of basic and custom.'),
    password: text.describe('Of basic and custom.'),
    key: text.describe('Of apikey: name of the header or the query parameter.'),
    value: text.describe('Of apikey: the key itself.'),
    location: text.describe('Of apikey: header or query.'),
    tokenUrl: z.string().optional().describe('Of oauth2 and custom: address that gives a token.'),
    clientId: text.describe('Of oauth2.'),
    clientSecret: text.describe('Of oauth2.'),
    scope: text.describe('Of oauth2.'),
    grantType: text.describe('Of oauth2: client_credentials where it is missing.'),
    tokenPath: text.describe('Of custom: path to the token in the answer; else access or token.'),
    expiresInPath: text.describe('Of custom: path to its seconds of life.'),
  })
  .nullish()
  .describe('How the call proves who makes it.');

type HttpAuthentication = z.infer<typeof httpAuthentication>;

export const secretAuthenticationFields = [
  'value',
  '*token',
  '*secret',
  '*password',
  '*apiKey',
  'accessKey',
  'privateKey',
];

/** What each way cannot do without. */
const required = new Map([
  ['bearer', ['token']],
  ['basic', ['username', 'password']],
  ['apikey', ['value']],
  ['oauth2', ['clientId', 'clientSecret']],
  ['custom', ['username', 'password']],
]);

/** Filled in, with its type in small letters; undefined where there is none. */
export function renderAuthentication(written: HttpAuthentication, call: NodeCall): JsonObject | undefined {
  const type = typeOf(written);
  if (type === undefined) return undefined;
  const filled = fillIn(written as Json, call);
  return isJsonObject(filled) ? { ...filled, type } : undefined;
}

export function httpAuthenticationFindings(written: HttpAuthentication, nodeId: string): DataFinding[] {
  const type = typeOf(written);
  if (!written || type === undefined) return [];
  const missing = (required.get(type) ?? []).filter(field => String(written[field] ?? '').trim() === '');
  const tokenUrl = type === 'oauth2' || type === 'custom' ? (written.tokenUrl ?? '') : undefined;
  return [
    ...missing.map(
      (field): DataFinding => ({
        code: 'SECRET_MISSING',
        message: `Authentication of type "${type}" needs "${field}".`,
        pointer: `/authentication/${field}`,
      }),
    ),
    ...(tokenUrl === undefined ? [] : urlFindings(tokenUrl, '/authentication/tokenUrl', nodeId)),
  ];
}

/** The first editors had one way only, and wrote no type. */
function typeOf(written: HttpAuthentication): string | undefined {
  const type = written?.type?.trim().toLowerCase() ?? '';
  if (type === '' && written?.tokenUrl) return 'custom';
  return type === '' || type === 'none' ? undefined : type;
}
