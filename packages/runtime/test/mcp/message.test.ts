import {
  LATEST_PROTOCOL_VERSION as latestSdkVersion,
  SUPPORTED_PROTOCOL_VERSIONS as legacySdkVersions,
} from '@modelcontextprotocol/sdk/types.js';
import { isJSONRPCNotification, isJSONRPCRequest, isJSONRPCResponse } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyMessage, idOf } from '../../src/mcp/message.ts';
import { latestLegacyVersion, legacyVersions } from '../../src/mcp/protocol-versions.ts';

const id = fc.oneof(fc.integer(), fc.string(), fc.double(), fc.constantFrom(null, undefined, {}, [], true, 2 ** 53));
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
const meta = fc.record(
  {
    progressToken: id,
    'io.modelcontextprotocol/related-task': fc.oneof(anything, fc.record({ taskId: anything })),
    other: anything,
  },
  { requiredKeys: [] },
);
const params = fc.oneof(anything, fc.record({ _meta: fc.oneof(anything, meta), name: anything }, { requiredKeys: [] }));
const failure = fc.record({ code: id, message: anything, data: anything }, { requiredKeys: [] });
const message = fc.record(
  {
    jsonrpc: fc.oneof({ arbitrary: fc.constant('2.0'), weight: 9 }, { arbitrary: anything, weight: 1 }),
    id,
    method: fc.oneof({ arbitrary: fc.string(), weight: 4 }, { arbitrary: anything, weight: 1 }),
    params,
    result: fc.oneof(anything, fc.record({ _meta: anything }, { requiredKeys: [] })),
    error: fc.oneof(anything, failure),
    extra: anything,
  },
  { requiredKeys: [] },
);

describe('a message', () => {
  test('is what the SDK takes it for', () => {
    fc.assert(
      fc.property(fc.oneof({ arbitrary: message, weight: 20 }, { arbitrary: anything, weight: 1 }), value => {
        const body: unknown = JSON.parse(JSON.stringify(value ?? null));
        expect(classifyMessage(body)).toBe(sdkKind(body));
      }),
      { numRuns: 20_000 },
    );
  });

  test('is a request, a notification, a response or a batch', () => {
    expect(classifyMessage({ jsonrpc: '2.0', id: 1, method: 'ping' })).toBe('request');
    expect(classifyMessage({ jsonrpc: '2.0', method: 'notifications/initialized' })).toBe('notification');
    expect(classifyMessage({ jsonrpc: '2.0', id: 'a', result: {} })).toBe('response');
    expect(classifyMessage([])).toBe('batch');
    expect(classifyMessage('ping')).toBe('invalid');
  });

  test('gives its id even when the rest is wrong', () => {
    expect(idOf({ id: 7, method: 'ping', params: 5 })).toBe(7);
    expect(idOf({ id: {}, method: 'ping' })).toBeNull();
    expect(idOf({ id: 7 })).toBeNull();
    expect(idOf([{ id: 7, method: 'ping' }])).toBeNull();
  });
});

test('the revisions up to 2025-11-25 are those of SDK v1', () => {
  expect(legacyVersions).toEqual(legacySdkVersions);
  expect(latestLegacyVersion).toBe(latestSdkVersion);
});

function sdkKind(body: unknown): ReturnType<typeof classifyMessage> {
  if (Array.isArray(body)) return 'batch';
  if (isJSONRPCRequest(body)) return 'request';
  if (isJSONRPCNotification(body)) return 'notification';
  return isJSONRPCResponse(body) ? 'response' : 'invalid';
}
