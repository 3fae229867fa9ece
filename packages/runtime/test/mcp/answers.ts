import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { createMcpHandler, isLegacyRequest } from '@modelcontextprotocol/server';
import type { Caller } from '../../src/call/caller.ts';
import { handleMcp } from '../../src/mcp/endpoint.ts';
import { serverV1 } from '../../src/mcp/sdk-v1.ts';
import { serverV2 } from '../../src/mcp/sdk-v2.ts';
import type { View } from '../../src/registry/view.ts';
import type { Runtime } from '../../src/runtime.ts';
import type { Post } from './messages.ts';

export interface Answer {
  readonly status: number;
  /** Parsed JSON; undefined for an empty body. */
  readonly body: unknown;
}

/** A JSON-RPC response, as far as tests look into it. */
export interface RpcAnswer {
  readonly id: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: Record<string, unknown> };
}

/** What our own dispatch answers. */
export async function ownAnswer(runtime: Runtime, view: View, caller: Caller, post: Post): Promise<Answer> {
  const { headers, body } = post;
  const reply = await handleMcp(runtime, { body, header: name => headers[name], view, caller });
  if ('response' in reply) throw new Error('This is a stream.');
  return {
    status: reply.status,
    body: reply.body === undefined ? undefined : JSON.parse([reply.body].flat().join('')),
  };
}

/** What the SDKs answer over the same operations: v1 up to 2025-11-25, v2 from 2026-07-28 on. */
export async function sdkAnswer(runtime: Runtime, view: View, caller: Caller, post: Post): Promise<Answer> {
  const request = new Request('http://localhost/mcp', {
    method: 'POST',
    headers: { accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...post.headers },
    body: JSON.stringify(post.body),
  });
  const legacy = await isLegacyRequest(request, post.body);
  const response = legacy ? await answerV1() : await answerV2();
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };

  async function answerV1(): Promise<Response> {
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await serverV1(runtime, view, caller, () => {}).connect(transport as Transport);
    return transport.handleRequest(request, { parsedBody: post.body });
  }

  function answerV2(): Promise<Response> {
    const factory = () =>
      serverV2(
        runtime,
        view,
        () => caller,
        () => {},
      );
    return createMcpHandler(factory, { legacy: 'reject' }).fetch(request, { parsedBody: post.body });
  }
}
