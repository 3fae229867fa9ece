import type { Caller } from '../call/caller.ts';
import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { handleMcp, type JsonParts } from './endpoint.ts';
import { mostBodyBytes, parseJsonBody } from './json-body.ts';

/** Who is calling and what is offered; or the answer, when the caller is turned away. */
export type McpAccess = { readonly view: View; readonly caller: Caller } | Response;

/**
 * An MCP endpoint in web-standard terms, for any framework: bounds and parses the body, then answers in either
 * era. Authentication, limits, and the check of Host and Origin are `access`'s.
 */
export function mcpFetch(
  runtime: Runtime,
  access: (request: Request) => McpAccess | Promise<McpAccess>,
): (request: Request) => Promise<Response> {
  return async request => {
    try {
      if (request.method !== 'POST') throw refused(405, 'Method not allowed: this endpoint takes POST only.');
      if (!isJson(request.headers.get('content-type'))) {
        throw refused(415, 'Unsupported media type: Content-Type must be application/json.');
      }
      const granted = await access(request);
      if (granted instanceof Response) return granted;
      const body = parseJsonBody(await readBytes(request));
      const header = (name: string) => request.headers.get(name) ?? undefined;
      const reply = await handleMcp(runtime, { ...granted, body, header, signal: request.signal });
      if ('response' in reply) return reply.response;
      return reply.body === undefined
        ? new Response(null, { status: reply.status })
        : json(reply.status, textOf(reply.body));
    } catch (error) {
      if (error instanceof ProtocolError) return refusal(error);
      throw error;
    }
  };
}

async function readBytes(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length')) > mostBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

/** `application/json`, with any parameters. */
function isJson(contentType: string | null): boolean {
  return /^\s*application\/json\s*(?:;|$)/i.test(contentType ?? '');
}

function tooLarge(): ProtocolError {
  return refused(413, `Payload too large: a request has at most ${mostBodyBytes} bytes.`);
}

function refused(status: number, message: string): ProtocolError {
  return new ProtocolError(errorCodes.refused, message, { status, data: { error: message.split(':')[0], message } });
}

function refusal({ status = 400, code, message, data }: ProtocolError): Response {
  const error = data === undefined ? { code, message } : { code, message, data };
  return json(status, JSON.stringify({ jsonrpc: '2.0', id: null, error }));
}

function textOf(body: string | JsonParts): string {
  return typeof body === 'string' ? body : body.join('');
}

function json(status: number, body: string): Response {
  const headers = { 'content-type': 'application/json', ...(status === 405 ? { allow: 'POST' } : {}) };
  return new Response(body, { status, headers });
}
