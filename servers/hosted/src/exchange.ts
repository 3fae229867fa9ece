import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@conferbot/plugin';
import type { JsonParts, Problem } from '@conferbot/runtime';
import { answerUnread } from './answer-unread.ts';
import { hasBody } from './body.ts';
import type { Refusal } from './refusal.ts';
import { nextRequestId } from './request-id.ts';
import { RequestLogger } from './request-logger.ts';
import { writeTogether } from './write-together.ts';

/** Which face of the server a request came to: a label of metrics and logs. */
export type Surface = 'mcp' | 'rest' | 'admin' | 'plugin' | 'docs' | 'health' | 'other';

type Headers = Readonly<Record<string, string>>;

/** Values of the headers `RateLimit` and `RateLimit-Policy`. */
export interface Limits {
  readonly state: string;
  readonly policy: string;
}

const noHeaders: Headers = {};

const plainHeaders = ['x-content-type-options', 'nosniff', 'cache-control', 'no-store'] as const;

/** An unread body of this size is read and dropped, so that the connection can be used again. */
const cheapToDrop = 64 * 1024;

/** One request and its answer. */
export class Exchange {
  readonly requestId = nextRequestId();
  readonly startedAt = performance.now();
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  surface: Surface = 'other';
  /** Where a known caller stands, once it asked for something that counts. */
  limits: Limits | undefined;
  /** Tells where a known caller stands that did not. */
  standing: (() => Limits) | undefined;
  /** Status of the answer; 0 before there is one. */
  status = 0;
  readonly #logger: Logger;
  #requestLogger: Logger | undefined;
  #gone: AbortController | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, logger: Logger) {
    this.request = request;
    this.response = response;
    this.#logger = logger;
  }

  /** Puts the id of the request on every line. Made when first asked for, like the signal: most requests need neither. */
  get logger(): Logger {
    this.#requestLogger ??= new RequestLogger(this.#logger, this.requestId);
    return this.#requestLogger;
  }

  /** Aborted when the client leaves before its answer is complete. */
  get signal(): AbortSignal {
    if (this.#gone === undefined) {
      const gone = new AbortController();
      const { response } = this;
      if (response.destroyed) gone.abort();
      else response.once('close', () => response.writableFinished || gone.abort());
      this.#gone = gone;
    }
    return this.#gone.signal;
  }

  /** Sends JSON that is already serialized. */
  answerJson(status: number, body: string | JsonParts, headers: Headers = noHeaders): void {
    this.answer(status, 'application/json', body, headers);
  }

  answer(status: number, type: string, body: string | JsonParts, headers: Headers = noHeaders): void {
    this.status = status;
    const { request, response } = this;
    const bytes = lengthOf(body);
    const lines = ['content-type', type, 'content-length', String(bytes), ...plainHeaders];
    this.#addTo(lines);
    for (const name in headers) lines.push(name, headers[name] ?? '');
    // ASCII, which nearly all answers are, is written without being converted.
    const encoding = bytes === body.length ? 'latin1' : 'utf8';
    if (isUnread(request)) answerUnread(request, response, status, lines, body);
    else writeTogether(response, status, lines, body, encoding);
  }

  /** Sends a status without a body. */
  answerEmpty(status: number): void {
    this.status = status;
    const lines: string[] = [];
    this.#addTo(lines);
    this.response.writeHead(status, lines).end();
  }

  /** Adds the headers that every answer has: names and values in turn, as `writeHead` is fastest with. */
  #addTo(lines: string[]): void {
    lines.push('x-request-id', this.requestId);
    const limits = this.limits ?? this.standing?.();
    if (limits !== undefined) lines.push('ratelimit', limits.state, 'ratelimit-policy', limits.policy);
  }

  refuse(refusal: Refusal): void {
    this.answerJson(refusal.status, JSON.stringify(this.problemOf(refusal)), refusal.headers);
  }

  problemOf({ title, message, fix }: Refusal): Problem {
    return { error: title, message, requestId: this.requestId, ...(fix === undefined ? {} : { fix }) };
  }
}

function lengthOf(body: string | JsonParts): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  const [head, bytes, tail] = body;
  return Buffer.byteLength(head) + bytes.length + Buffer.byteLength(tail);
}

function isUnread(request: IncomingMessage): boolean {
  if (request.complete || !hasBody(request)) return false;
  return !(Number(request.headers['content-length']) <= cheapToDrop);
}
