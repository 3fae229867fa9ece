import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import type { Json } from '../../values/json.ts';
import { answerWrite } from '../answer-key.ts';
import { boundedResult } from '../bounded-result.ts';
import { errorMessage, resultOf, resultVariable } from '../effect-outcome.ts';
import { flag, spoken, unspoken } from '../fields.ts';
import { textsWithin } from '../fill-in.ts';
import {
  httpAuthentication,
  httpAuthenticationFindings,
  renderAuthentication,
  secretAuthenticationFields,
} from '../http-authentication.ts';
import { renderContent } from '../http-content.ts';
import { limitFindings, within } from '../limit-findings.ts';
import { type DataFinding, defineNodeType, onlyDefault } from '../node-type.ts';
import { renderUrl } from '../render-url.ts';
import { scalarNumber } from '../scalars.ts';
import { urlFindings } from '../url-findings.ts';

const methods = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const seconds = [1, 30] as const;
const attempts = [0, 5] as const;
const secretHeaders = ['auth', 'token', 'key', 'secret', 'password', 'cookie', 'signature', 'credential', 'session'];

export const webhookNode = defineNodeType({
  type: 'webhook-node',
  group: 'integration',
  title: 'HTTP call',
  summary: 'Calls an address over HTTP, and keeps what it answers.',
  data: z.looseObject({
    url: z.string().max(4_096).default('').describe('Absolute http or https address.'),
    method: z
      .preprocess(
        value => (typeof value === 'string' ? value.trim().toUpperCase() || 'POST' : value),
        z.enum(methods).default('POST'),
      )
      .default('POST')
      .describe('HTTP method.'),
    headers: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .default({})
      .describe('Headers of the request.'),
    body: z
      .unknown()
      .optional()
      .describe('Body: an object or list, sent as JSON, or a text. Placeholders are filled in.'),
    includeAnswerVariables: flag(false).describe('Adds what was answered so far to a JSON body, as answerVariables.'),
    answerVariable: resultVariable,
    timeout: scalarNumber(30).describe('Seconds that one attempt may take.'),
    maxRetries: scalarNumber(3).describe('Further attempts after a failure that may pass.'),
    authentication: httpAuthentication,
    errorMessage,
  }),
  example: {
    url: 'https://api.example.com/orders/{{order_number}}',
    method: 'GET',
    answerVariable: 'order',
    authentication: { type: 'bearer', token: 'your-token' },
  },
  handles: onlyDefault,
  texts: data => [
    ...unspoken('/url', data.url, 'url'),
    ...textsWithin(data.headers, '/headers'),
    ...textsWithin(data.body, '/body'),
    ...textsWithin(data.authentication, '/authentication'),
    ...spoken('/errorMessage', data.errorMessage),
  ],
  writes: data => (data.answerVariable?.trim() ? [answerWrite(data.answerVariable, '', 'any')] : []),
  secrets: [
    ...secretAuthenticationFields.map(field => `/authentication/${field}`),
    ...secretHeaders.map(word => `/headers/*${word}*`),
  ],
  check: (data, nodeId) => [
    ...urlFindings(data.url, '/url', nodeId),
    ...emptySecretHeaders(data.headers),
    ...httpAuthenticationFindings(data.authentication, nodeId),
    ...limitFindings(data.timeout, seconds, { field: 'timeout', unit: 'seconds', nodeId }),
    ...limitFindings(data.maxRetries, attempts, { field: 'maxRetries', unit: 'attempts', nodeId }),
  ],
  enter(data, call) {
    const url = renderUrl(data.url, call);
    if (url === undefined) return leave();
    const authentication = renderAuthentication(data.authentication, call);
    return {
      do: 'await',
      request: {
        kind: 'http',
        method: data.method,
        url,
        timeoutMs: Math.round(within(data.timeout, ...seconds) * 1_000),
        retries: Math.round(within(data.maxRetries, ...attempts)),
        ...renderContent({ ...data, body: data.body as Json | undefined }, call),
        ...(authentication && { authentication }),
      },
    };
  },
  resume(data, call, event) {
    const result = resultOf(event, data.errorMessage, call);
    const key = data.answerVariable?.trim() ?? '';
    if (result !== undefined && key !== '') call.answer(key, boundedResult(result), '');
    return leave();
  },
});

/** As a copy of a node has them, whose secrets were not copied. */
function emptySecretHeaders(headers: Readonly<Record<string, unknown>>): DataFinding[] {
  const empty = Object.keys(headers).filter(name => String(headers[name] ?? '').trim() === '');
  const missing = empty.filter(name => secretHeaders.some(word => name.toLowerCase().includes(word)));
  return missing.map(name => ({
    code: 'SECRET_MISSING',
    message: `The header "${name.slice(0, 80)}" is empty.`,
    pointer: `/headers/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  }));
}
