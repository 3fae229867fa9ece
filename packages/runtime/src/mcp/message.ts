/** A JSON-RPC 2.0 request, checked by {@link classifyMessage}. */
export interface RequestMessage {
  readonly jsonrpc: '2.0';
  readonly id: string | number;
  readonly method: string;
  readonly params?: MessageParams;
}

/** A JSON-RPC 2.0 notification, checked by {@link classifyMessage}. */
export interface NotificationMessage {
  readonly jsonrpc: '2.0';
  readonly method: string;
  readonly params?: MessageParams;
}

export interface MessageParams {
  readonly [name: string]: unknown;
  readonly _meta?: Readonly<Record<string, unknown>>;
}

export type MessageKind = 'request' | 'notification' | 'response' | 'batch' | 'invalid';

/** Tells what a parsed body is, by the rules of MCP: stricter than JSON-RPC on ids, params and unknown members. */
export function classifyMessage(body: unknown): MessageKind {
  if (Array.isArray(body)) return 'batch';
  if (!isObject(body) || body.jsonrpc !== '2.0') return 'invalid';
  if (typeof body.method === 'string') {
    if (body.params !== undefined && !isParams(body.params)) return 'invalid';
    const known = body.params === undefined ? 2 : 3;
    if (body.id === undefined) return keyCount(body) === known ? 'notification' : 'invalid';
    return isId(body.id) && keyCount(body) === known + 1 ? 'request' : 'invalid';
  }
  return isResponse(body) ? 'response' : 'invalid';
}

/** The id to answer with: that of the request where it can be read, else null. */
export function idOf(body: unknown): string | number | null {
  if (!isObject(body) || typeof body.method !== 'string') return null;
  return typeof body.id === 'string' || typeof body.id === 'number' ? body.id : null;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value);
}

function isParams(params: unknown): params is MessageParams {
  if (!isObject(params)) return false;
  const { _meta: meta } = params;
  if (meta === undefined) return true;
  if (!isObject(meta)) return false;
  const { progressToken, 'io.modelcontextprotocol/related-task': task } = meta;
  if (progressToken !== undefined && !isId(progressToken)) return false;
  return task === undefined || (isObject(task) && typeof task.taskId === 'string');
}

function isResponse(body: Record<string, unknown>): boolean {
  if ('result' in body) {
    const { result } = body;
    return isId(body.id) && isObject(result) && isResultMeta(result._meta) && keyCount(body) === 3;
  }
  const { error, id } = body;
  if (!isObject(error) || !Number.isSafeInteger(error.code) || typeof error.message !== 'string') return false;
  if (id === undefined) return keyCount(body) === 2;
  return isId(id) && keyCount(body) === 3;
}

function isResultMeta(meta: unknown): boolean {
  return meta === undefined || isObject(meta);
}

function keyCount(object: object): number {
  let count = 0;
  for (const _key in object) count++;
  return count;
}
