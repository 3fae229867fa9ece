import { readBody } from './body.ts';
import type { Exchange } from './exchange.ts';

/**
 * A request in web-standard terms, with its body collected.
 *
 * @param mostBytes Default 1 MiB.
 * @throws Refusal 413.
 */
export async function toWebRequest(exchange: Exchange, publicUrl: string, mostBytes?: number): Promise<Request> {
  const { request } = exchange;
  const { method = 'GET' } = request;
  const headers = new Headers();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    headers.append(request.rawHeaders[index] ?? '', request.rawHeaders[index + 1] ?? '');
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(request, mostBytes);
  return new Request(new URL(request.url ?? '/', publicUrl), {
    method,
    headers,
    signal: exchange.signal,
    ...(body === undefined || body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
}

/**
 * Sends a web-standard answer: no faster than the client takes it, and no longer than the client stays.
 *
 * @param stopping Ends the answer early, when the server stops.
 */
export async function sendWebResponse(exchange: Exchange, answer: Response, stopping?: AbortSignal): Promise<void> {
  exchange.status = answer.status;
  const { response } = exchange;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.setHeader('x-request-id', exchange.requestId);
  const limits = exchange.limits ?? exchange.standing?.();
  if (limits !== undefined) response.setHeader('ratelimit', limits.state).setHeader('ratelimit-policy', limits.policy);
  if (answer.headers.get('content-type')?.startsWith('text/event-stream') === true) {
    response.setHeader('x-accel-buffering', 'no');
  }
  response.writeHead(answer.status);
  if (answer.body === null || exchange.request.method === 'HEAD') {
    await answer.body?.cancel();
    response.end();
    return;
  }
  response.flushHeaders();
  await pump(exchange, answer.body, stopping);
}

async function pump(exchange: Exchange, body: ReadableStream<Uint8Array>, stopping?: AbortSignal): Promise<void> {
  const { response } = exchange;
  const reader = body.getReader();
  const cancel = (): void => {
    reader.cancel().catch(() => undefined);
  };
  response.once('close', cancel);
  stopping?.addEventListener('abort', cancel, { once: true });
  if (stopping?.aborted === true) cancel();
  try {
    for (let chunk = await reader.read(); !chunk.done && !response.destroyed; chunk = await reader.read()) {
      if (!response.write(chunk.value)) await drained(exchange);
    }
    response.end();
  } catch (error) {
    exchange.logger.error({ err: error }, 'an answer broke off');
    response.destroy();
  } finally {
    response.off('close', cancel);
    stopping?.removeEventListener('abort', cancel);
  }
}

/** Resolves when the client took what was sent, or left. */
function drained({ response }: Exchange): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
    if (response.destroyed) done();
  });
}
