import { Fault } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { AnswerKeeper } from '../idempotency/answer-keeper.ts';
import { callTool } from '../operations/call-tool.ts';
import { failureOf } from '../operations/failure.ts';
import { ProtocolError } from '../operations/protocol-error.ts';
import type { PreparedTool } from '../registry/prepared.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { keyedWork } from './keyed-work.ts';
import { faultProblem, type Problem, titleOf } from './problem.ts';
import { queryInput } from './query-input.ts';
import { type RouteMatch, RouteTable } from './route-table.ts';
import { toolAnswer } from './tool-answer.ts';

/** Where the REST face of the tools is mounted. */
export const restBase = '/api/v1/external/v1';

export interface RestRequest {
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when none was sent. */
  readonly body: unknown;
  /** The header `Idempotency-Key` as it was sent; it counts on `POST` only. */
  readonly idempotencyKey?: string | undefined;
  readonly view: View;
  readonly caller: Caller;
}

export interface RestAnswer {
  readonly status: number;
  /** JSON. */
  readonly body: string;
  /** Whether the tool was called; false when the key may not. */
  readonly called: boolean;
  /** The answer to an earlier call with the same idempotency key; to be told by `Idempotency-Replayed: true`. */
  readonly replayed?: boolean;
}

/** The tools of a composition over plain HTTP, by their `http` bindings. */
export interface Rest {
  /** @param path Below {@link restBase}, as it was sent, without the query. */
  match(method: string, path: string): RouteMatch<PreparedTool>;
  /** Calls the tool that {@link Rest.match} found. Never rejects. */
  call(
    match: { readonly value: PreparedTool; readonly params: Readonly<Record<string, string>> },
    request: RestRequest,
  ): Promise<RestAnswer>;
}

export function createRest(runtime: Runtime): Rest {
  const table = new RouteTable(
    [...runtime.composition.tools.values()].flatMap(entry => {
      const { http } = entry.tool;
      return http === undefined ? [] : [{ method: http.method, path: http.path, value: entry }];
    }),
  );
  const keeper = new AnswerKeeper(runtime.secret);
  return {
    match: (method, path) => table.match(method, path),
    call: ({ value, params }, request) => call(runtime, keeper, value, params, request),
  };
}

/** Methods that take their input from the query. */
export function takesQuery(method: string): boolean {
  return method === 'GET' || method === 'DELETE';
}

async function call(
  runtime: Runtime,
  keeper: AnswerKeeper,
  { tool }: PreparedTool,
  params: Readonly<Record<string, string>>,
  request: RestRequest,
): Promise<RestAnswer> {
  const { view, caller } = request;
  try {
    const schema = view.tools.get(tool.name)?.inputSchema;
    const given =
      schema !== undefined && takesQuery(tool.http?.method ?? '')
        ? queryInput(schema, request.query)
        : bodyInput(request.body);
    const args = withParams(given, params);
    const around = keyedWork(keeper, { tool, params, args, idempotencyKey: request.idempotencyKey });
    const outcome = await callTool(runtime, view, caller, tool.name, args, around);
    switch (outcome.kind) {
      case 'first':
        return { ...outcome.answer, called: true };
      case 'replayed':
        return { ...outcome.answer, called: true, replayed: true };
      case 'reused':
        return problemAnswer(keyReused(outcome.message, caller.requestId), true);
      case 'failure':
        return problemAnswer(faultProblem(outcome.failure, caller.requestId), true);
      default:
        return { ...toolAnswer(tool, outcome), called: true };
    }
  } catch (error) {
    if (error instanceof ProtocolError) return missing(error, caller.requestId);
    return problemAnswer(faultProblem(failureOf(error, caller, tool.name), caller.requestId), true);
  }
}

function keyReused(message: string, requestId: string): { readonly status: number; readonly problem: Problem } {
  const fix = 'Use a new key for every new call; to get the answer of the first call again, repeat it unchanged.';
  return { status: 422, problem: { error: titleOf(422), message, requestId, fix } };
}

function bodyInput(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Fault('invalid_argument', 'The body must be a JSON object that holds the arguments.');
  }
  return body as Record<string, unknown>;
}

function withParams(
  given: Readonly<Record<string, unknown>>,
  params: Readonly<Record<string, string>>,
): Record<string, unknown> {
  for (const name of Object.keys(params)) {
    if (Object.hasOwn(given, name)) {
      const message = `${name} is part of the path.`;
      throw new Fault('invalid_argument', message, {
        fix: `Leave ${name} out of the query and the body.`,
        details: [{ path: name, message }],
      });
    }
  }
  return { ...given, ...params };
}

/** A tool that the view does not have: for lack of a scope, or for the key's choice of plugins. */
function missing(error: ProtocolError, requestId: string): RestAnswer {
  const status = error.status ?? 404;
  const message = status === 404 ? 'There is no such operation for this key.' : error.message;
  return problemAnswer({ status, problem: { error: titleOf(status), message, requestId } }, false);
}

function problemAnswer(
  { status, problem }: { readonly status: number; readonly problem: Problem },
  called: boolean,
): RestAnswer {
  return { status, body: JSON.stringify(problem), called };
}
