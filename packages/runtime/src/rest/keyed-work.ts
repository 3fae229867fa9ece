import type { Tool } from '@conferbot/plugin';
import type { AnswerKeeper, KeyedOutcome } from '../idempotency/answer-keeper.ts';
import { readIdempotencyKey } from '../idempotency/read-key.ts';
import type { AroundWork } from '../operations/call-tool.ts';
import { digestOf } from '../operations/digest.ts';
import { toolAnswer } from './tool-answer.ts';

export interface ToolRequest {
  readonly tool: Tool;
  readonly params: Readonly<Record<string, string>>;
  /** Of the path and the body. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The header `Idempotency-Key`. */
  readonly idempotencyKey: string | undefined;
}

/**
 * What makes the work of a call be done once for its key. Undefined where there is no key, or where repeating the call
 * does no harm: other methods than `POST` are idempotent, and what only reads is safe.
 *
 * @throws Fault `invalid_argument` for a header that is no key.
 */
export function keyedWork(keeper: AnswerKeeper, request: ToolRequest): AroundWork<KeyedOutcome> | undefined {
  const { tool, params, args, idempotencyKey } = request;
  if (idempotencyKey === undefined || tool.http?.method !== 'POST') return undefined;
  const key = readIdempotencyKey(idempotencyKey);
  if (tool.safety.readOnly) return undefined;
  const call = { key, operation: `POST ${filled(tool.http.path, params)}`, digest: digestOf(args) };
  return (ctx, work) => keeper.once(ctx, call, async () => toolAnswer(tool, await work()));
}

function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{([^}]*)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
}
