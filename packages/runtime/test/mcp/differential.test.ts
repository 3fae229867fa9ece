import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everything } from '../../src/registry/selection.ts';
import { type Bed, openBed } from '../bed.ts';
import { type Answer, ownAnswer, type RpcAnswer, sdkAnswer } from './answers.ts';
import { someCaller } from './callers.ts';
import { desk, otherBot, someBot } from './desk-plugin.ts';
import { legacyPost, modernPost, modernVersion, type Post } from './messages.ts';

/**
 * Where our answer differs from that of the SDK on purpose: `sdk` shapes the SDK's answer into ours, or returns
 * undefined when the exception does not apply.
 */
const exceptions: readonly { reason: string; sdk: (sdk: Answer, own: Answer, post: Post) => Answer | undefined }[] = [
  {
    reason: 'for malformed params the SDKs send a dump of zod issues, mostly as -32603; JSON-RPC says -32602',
    sdk(sdk, own) {
      const { error } = response(own);
      const theirs = response(sdk).error;
      if (error?.code !== -32602 || theirs?.message.includes('"path": [') !== true) return undefined;
      return [-32602, -32603].includes(theirs.code)
        ? { status: sdk.status, body: { ...response(sdk), error } }
        : undefined;
    },
  },
  {
    reason: 'wrong in two ways: SDK v1 looks at the header first where the params of initialize are malformed',
    sdk(sdk, own, post) {
      const { method } = (post.body ?? {}) as { method?: unknown };
      const twice = response(own).error?.code === -32602 && response(sdk).error?.code === -32000;
      return twice && method === 'initialize' ? own : undefined;
    },
  },
  {
    reason: 'SDK v1 answers an unsupported MCP-Protocol-Version with id null, although the id can be read',
    sdk(sdk, own) {
      if (response(sdk).error?.message.includes('(supported versions:') !== true) return undefined;
      return { status: sdk.status, body: { ...response(sdk), id: response(own).id } };
    },
  },
  {
    reason: 'SDK v1 refuses params.task; 2025-11-25 says to ignore it where tasks are not declared',
    sdk(sdk, own, post) {
      const { params } = (post.body ?? {}) as { params?: { task?: unknown } | null };
      return params?.task !== undefined && response(sdk).error?.code === -32603 ? own : undefined;
    },
  },
  {
    reason: 'a handler of the SDKs cannot choose the HTTP status: 403 for a key without the scope',
    sdk: (sdk, own) => (own.status === 403 && sdk.status === 200 ? { ...sdk, status: 403 } : undefined),
  },
  {
    reason: 'SDK v1 serves batches, which MCP dropped in 2025-06-18',
    sdk: (_sdk, own, post) => (Array.isArray(post.body) && response(own).error?.code === -32600 ? own : undefined),
  },
];

const valid: readonly Post[] = [
  ['tools/list'],
  ['tools/call', { name: 'echo', arguments: { text: 'hi "there" \u2028 ✓', times: 2 } }],
  ['tools/call', { name: 'list_notes' }],
  ['tools/call', { name: 'draw', arguments: {} }],
  ['tools/call', { name: 'refuse', arguments: {} }],
  ['tools/call', { name: 'crash', arguments: {} }],
  ['tools/call', { name: 'ask_name', arguments: {} }],
  ['tools/call', { name: 'ask_model', arguments: {} }],
  ['tools/call', { name: 'wipe_notes', arguments: { prefix: 'never' } }],
  ['tools/call', { name: 'describe_bot', arguments: { chatbotId: someBot } }],
  ['tools/call', { name: 'go_live', arguments: {} }],
  ['resources/list'],
  ['resources/templates/list'],
  ['resources/read', { uri: 'notes://about' }],
  ['resources/read', { uri: 'notes://icon' }],
  ['resources/read', { uri: 'notes://crash' }],
  ['resources/read', { uri: 'notes://note/a%20b' }],
  ['resources/read', { uri: 'notes://note/none' }],
  ['resources/read', { uri: `notes://bot/${otherBot}` }],
  ['prompts/list'],
  ['prompts/get', { name: 'summarize', arguments: { tone: 'funny' } }],
  ['prompts/get', { name: 'bot-report', arguments: { chatbotId: someBot } }],
  ['prompts/get', { name: 'ask' }],
  [
    'completion/complete',
    {
      ref: { type: 'ref/prompt', name: 'summarize' },
      argument: { name: 'tone', value: 'f' },
      context: { arguments: {} },
    },
  ],
  [
    'completion/complete',
    { ref: { type: 'ref/resource', uri: 'notes://note/{text}' }, argument: { name: 'text', value: '' } },
  ],
].flatMap(([method = '', params]) => [
  legacyPost(method as string, params as object),
  modernPost(method as string, params as object, { capabilities: { elicitation: {} } }),
  modernPost(method as string, params as object, { capabilities: { sampling: {}, elicitation: { url: {} } } }),
]);

const handshakes: readonly Post[] = [
  legacyPost('ping'),
  legacyPost('ping', { _meta: { progressToken: 'p' } }),
  ...['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2026-07-28', 'tomorrow'].map(protocolVersion => ({
    headers: {},
    body: {
      jsonrpc: '2.0',
      id: 'hello',
      method: 'initialize',
      params: { protocolVersion, capabilities: { elicitation: {} }, clientInfo: { name: 'test', version: '1' } },
    },
  })),
  modernPost('server/discover'),
  { headers: {}, body: { jsonrpc: '2.0', method: 'notifications/initialized' } },
  { headers: {}, body: { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1, reason: 'no' } } },
  { headers: { 'mcp-protocol-version': modernVersion }, body: { jsonrpc: '2.0', method: 'notifications/cancelled' } },
  { headers: {}, body: { jsonrpc: '2.0', id: 7, result: {} } },
  { headers: {}, body: { jsonrpc: '2.0', id: 7, error: { code: -1, message: 'no' } } },
];

const bad: readonly Post[] = [
  null,
  1,
  'text',
  {},
  [],
  [legacyPost('ping').body],
  [modernPost('tools/list').body],
  { jsonrpc: '2.0', id: 1 },
  { jsonrpc: '1.0', id: 1, method: 'ping' },
  { jsonrpc: '2.0', id: 1, method: 'ping', extra: true },
  { jsonrpc: '2.0', id: null, method: 'ping' },
  { jsonrpc: '2.0', id: 1.5, method: 'ping' },
  { jsonrpc: '2.0', id: 2 ** 60, method: 'ping' },
  { jsonrpc: '2.0', id: 1, method: 5 },
  { jsonrpc: '2.0', id: 1, method: 'ping', params: [] },
  { jsonrpc: '2.0', id: 1, method: 'ping', params: null },
  { jsonrpc: '2.0', id: 1, method: 'ping', params: { _meta: 1 } },
  { jsonrpc: '2.0', id: 1, method: 'ping', params: { _meta: { progressToken: {} } } },
  { jsonrpc: '2.0', id: 1, method: 'toString' },
  { jsonrpc: '2.0', id: 1, method: '__proto__' },
  { jsonrpc: '2.0', id: 1, result: 5 },
  { jsonrpc: '2.0', id: 1, result: {}, error: { code: 1, message: '' } },
  { jsonrpc: '2.0', method: 'notifications/unheard-of', params: { a: 1 } },
  legacyPost('tools/call', { name: 'echo', arguments: { text: 'x' }, task: { ttl: 1 } }).body,
  legacyPost('tools/list', { cursor: 'page-2' }).body,
  legacyPost('server/discover').body,
].map(body => ({ headers: {}, body }));

const call = { name: 'echo', arguments: { text: 'x' } };

const mismatched: readonly Post[] = [
  withHeaders(modernPost('tools/call', call), { 'mcp-method': 'tools/list' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-method': 'TOOLS/CALL' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-method': undefined }),
  withHeaders(modernPost('tools/call', call), { 'mcp-name': 'draw' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-name': undefined }),
  withHeaders(modernPost('tools/call', call), { 'mcp-name': '  echo\t' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-name': '=?base64?ZWNobw==?=' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-name': '=?base64?ZWNobw?=' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-name': '=?base64?/w==?=' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-protocol-version': undefined }),
  withHeaders(modernPost('tools/call', call), { 'mcp-protocol-version': '2025-11-25' }),
  withHeaders(modernPost('tools/call', call), { 'mcp-protocol-version': ' 2026-07-28 ' }),
  withHeaders(legacyPost('tools/call', call), { 'mcp-protocol-version': modernVersion }),
  withHeaders(legacyPost('tools/call', call), { 'mcp-protocol-version': '1999-01-01' }),
  withHeaders(legacyPost('tools/call', call), { 'mcp-protocol-version': undefined }),
  withHeaders(legacyPost('tools/call', call), { 'mcp-method': 'tools/list', 'mcp-name': 'draw' }),
  ...['2025-11-25', '2027-01-01', 'v999.0.0', 5].map(version =>
    withHeaders(modernPost('tools/list', {}, { meta: { 'io.modelcontextprotocol/protocolVersion': version } }), {
      'mcp-protocol-version': String(version),
    }),
  ),
  modernPost('tools/list', {}, { meta: { 'io.modelcontextprotocol/clientCapabilities': [] } }),
  modernPost('tools/list', {}, { meta: { 'io.modelcontextprotocol/clientInfo': { name: 'x' } } }),
  modernPost('tools/list', {}, { meta: { 'io.modelcontextprotocol/logLevel': 'loud' } }),
  modernPost('unknown/method'),
  modernPost('ping'),
  modernPost('initialize'),
  modernPost('resources/subscribe', { uri: 'notes://about' }),
  modernPost('tools/call', { name: 'ask_name', requestState: 'forged' }, { capabilities: { elicitation: {} } }),
  modernPost('tools/call', { name: 'ask_name', requestState: 5 }, { capabilities: { elicitation: {} } }),
  modernPost('tools/call', { name: 'ask_name', inputResponses: null }, { capabilities: { elicitation: {} } }),
];

describe('our own dispatch and the SDKs', () => {
  let bed: Bed;
  let check: (post: Post, scopes?: readonly ('read' | 'write' | 'publish')[]) => Promise<void>;

  beforeAll(async () => {
    bed = await openBed([desk], { clock: () => 1_800_000_000_000, checkResults: true, instructions: 'Be kind.' });
    const { runtime } = bed;
    const base = someCaller(runtime);
    check = async (post, scopes = everything.scopes) => {
      const view = runtime.views.get({ ...everything, scopes });
      const caller = { ...base, principal: { ...base.principal, scopes } };
      const own = await ownAnswer(runtime, view, caller, post);
      const sdk = await sdkAnswer(runtime, view, caller, post);
      expect(own).toEqual(expectedOf(sdk, own, post));
    };
  }, 60_000);

  afterAll(() => bed?.[Symbol.asyncDispose]());

  test.each(labelled(valid))('answer alike: %s', (_label, post) => check(post));
  test.each(labelled(handshakes))('answer alike: %s', (_label, post) => check(post));
  test.each(labelled(bad))('refuse alike: %s', (_label, post) => check(post));
  test.each(labelled(mismatched))('refuse alike: %s', (_label, post) => check(post));

  test('answer alike for a key without the scope', async () => {
    await check(legacyPost('tools/call', { name: 'go_live' }), ['read']);
    await check(modernPost('tools/call', { name: 'go_live' }), ['read']);
    await check(legacyPost('prompts/list'), []);
  });

  test('answer alike whatever a client gets wrong', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedPost(), post => check(post)),
      { numRuns: Number(process.env.DIFFERENTIAL_RUNS ?? 2000) },
    );
  }, 120_000);
});

function labelled(posts: readonly Post[]): [string, Post][] {
  return posts.map(post => [JSON.stringify(post.body).slice(0, 100), post]);
}

function response({ body }: Answer): RpcAnswer {
  return (body ?? {}) as RpcAnswer;
}

function expectedOf(sdk: Answer, own: Answer, post: Post): Answer {
  for (const exception of exceptions) {
    const shaped = exception.sdk(sdk, own, post);
    if (shaped !== undefined) return shaped;
  }
  return sdk;
}

function withHeaders(post: Post, changes: Readonly<Record<string, string | undefined>>): Post {
  const entries = Object.entries({ ...post.headers, ...changes }).filter(([, value]) => value !== undefined);
  return { ...post, headers: Object.fromEntries(entries) as Record<string, string> };
}

/** A good request with up to four things wrong. */
function mutatedPost(): fc.Arbitrary<Post> {
  const base = fc.constantFrom(...valid, ...handshakes);
  return fc.tuple(base, fc.array(mutation(), { maxLength: 4 })).map(([post, changes]) => {
    const mutated = structuredClone(post) as { headers: Record<string, string>; body: unknown };
    for (const change of changes) change(mutated);
    return { headers: mutated.headers, body: JSON.parse(JSON.stringify(mutated.body ?? null)) };
  });
}

type Mutation = (post: { headers: Record<string, string>; body: unknown }) => void;

function mutation(): fc.Arbitrary<Mutation> {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(
      null,
      0,
      -1,
      1.5,
      2 ** 53,
      -(2 ** 53),
      '',
      'x',
      [],
      {},
      true,
      modernVersion,
      '2025-11-25',
      'echo',
      'summarize',
      'notes://about',
      'tools/call',
      'prompts/get',
      'completion/complete',
      'server/discover',
      'ping',
      { text: 'x' },
      { elicitation: {} },
      { elicitation: { form: {} } },
      { sampling: { tools: {} }, roots: { listChanged: 1 } },
      { name: 'n', version: 'v' },
      { name: { action: 'accept', content: { name: 'Ann' } } },
    ),
  );
  const bodyPath = fc.constantFrom(
    ['id'],
    ['jsonrpc'],
    ['method'],
    ['params'],
    ['extra'],
    ['result'],
    ['params', 'name'],
    ['params', 'arguments'],
    ['params', 'arguments', 'text'],
    ['params', 'arguments', 'times'],
    ['params', 'arguments', 'extra'],
    ['params', 'uri'],
    ['params', 'cursor'],
    ['params', 'ref'],
    ['params', 'ref', 'type'],
    ['params', 'argument'],
    ['params', 'argument', 'value'],
    ['params', 'context'],
    ['params', 'extra'],
    ['params', '_meta'],
    ['params', 'inputResponses'],
    ['params', 'requestState'],
    ['params', 'capabilities'],
    ['params', 'clientInfo'],
    ['params', 'protocolVersion'],
    ['params', '_meta', 'progressToken'],
    ['params', '_meta', 'extra'],
    ['params', '_meta', 'io.modelcontextprotocol/protocolVersion'],
    ['params', '_meta', 'io.modelcontextprotocol/clientInfo'],
    ['params', '_meta', 'io.modelcontextprotocol/clientCapabilities'],
    ['params', '_meta', 'io.modelcontextprotocol/logLevel'],
    ['params', '_meta', 'io.modelcontextprotocol/related-task'],
  );
  const headerValue = fc.constantFrom(
    modernVersion,
    '2025-11-25',
    '2025-03-26',
    '2030-01-01',
    'nonsense',
    'tools/call',
    'tools/list',
    'echo',
    ' echo ',
    'notes://about',
    '=?base64?ZWNobw==?=',
    '=?base64?!?=',
    '',
  );
  return fc.oneof(
    fc.tuple(bodyPath, value).map(
      ([path, next]): Mutation =>
        post =>
          setAt(post, path, next),
    ),
    bodyPath.map(
      (path): Mutation =>
        post =>
          setAt(post, path, undefined),
    ),
    fc.tuple(fc.constantFrom('mcp-protocol-version', 'mcp-method', 'mcp-name'), headerValue).map(
      ([name, next]): Mutation =>
        post => {
          post.headers[name] = next;
        },
    ),
    fc.constantFrom('mcp-protocol-version', 'mcp-method', 'mcp-name').map(
      (name): Mutation =>
        post => {
          delete post.headers[name];
        },
    ),
  );
}

/** Sets or deletes what is at a path of the body, where the path leads somewhere. */
function setAt(post: { body: unknown }, path: readonly string[], value: unknown): void {
  let node = post.body;
  for (const key of path.slice(0, -1)) node = isRecord(node) ? node[key] : undefined;
  const last = path.at(-1);
  if (!isRecord(node) || last === undefined) return;
  if (value === undefined) delete node[last];
  else node[last] = structuredClone(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
