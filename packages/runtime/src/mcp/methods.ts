import type { Caller } from '../call/caller.ts';
import { callTool, type ToolOutcome } from '../operations/call-tool.ts';
import { complete } from '../operations/complete.ts';
import { getPrompt } from '../operations/get-prompt.ts';
import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';
import { readResource } from '../operations/read-resource.ts';
import type { InputNeeded } from '../operations/round-trip.ts';
import type { SerializedList, View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';
import { isObject } from './message.ts';
import { paramSchemas, readParams } from './params.ts';

export interface MethodCall {
  readonly runtime: Runtime;
  readonly view: View;
  readonly caller: Caller;
  readonly params: unknown;
}

/** A result as JSON text without its closing brace, so that an era can add its own members. */
export interface MethodResult {
  readonly kind: 'result';
  readonly open: string;
  /** The same as bytes, where they are at hand. */
  readonly bytes?: Buffer;
  /** It is the result of a tool that failed. */
  readonly failed: boolean;
}

export type MethodOutcome = MethodResult | InputNeeded;

/** What an era answers: a result, and the text that it ends it with. */
export interface EraAnswer {
  readonly result: MethodResult;
  readonly tail: string;
}

/** @throws ProtocolError for what is answered with a JSON-RPC error. */
export type Method = (call: MethodCall) => MethodOutcome | Promise<MethodOutcome>;

/** What both eras have in common. A list is one page, in the order of the composition. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['tools/list', call => list(call, call.view.lists.tools)],
  ['tools/call', toolsCall],
  ['resources/list', call => list(call, call.view.lists.resources)],
  ['resources/templates/list', call => list(call, call.view.lists.templates)],
  ['resources/read', resourcesRead],
  ['prompts/list', call => list(call, call.view.lists.prompts)],
  ['prompts/get', promptsGet],
  ['completion/complete', completionComplete],
]);

/** A successful result, given as JSON text without its closing brace. */
export function succeeded(open: string): MethodResult {
  return { kind: 'result', open, failed: false };
}

function list({ params }: MethodCall, { open, bytes }: SerializedList): MethodResult {
  if (params !== undefined && readParams(paramSchemas.list, params)?.cursor !== undefined) {
    throw new ProtocolError(errorCodes.invalidParams, 'Invalid cursor: this list is one page. Leave cursor out.');
  }
  return { ...succeeded(open), bytes };
}

async function toolsCall({ runtime, view, caller, params }: MethodCall): Promise<MethodOutcome> {
  const { name, args } = toolParams(params);
  return toolResult(await callTool(runtime, view, caller, name, args));
}

/** By hand, since nearly all calls come this way, and the arguments have a schema of their own. */
function toolParams(params: unknown): { name: string; args: Readonly<Record<string, unknown>> | undefined } {
  if (isObject(params) && typeof params.name === 'string') {
    if (params.arguments === undefined || isObject(params.arguments))
      return { name: params.name, args: params.arguments };
  }
  const { name, arguments: args } = readParams(paramSchemas.call, params);
  return { name, args };
}

function toolResult(outcome: ToolOutcome): MethodOutcome {
  switch (outcome.kind) {
    case 'structured':
      return succeeded(`{"content":${textBlock(outcome.json)},"structuredContent":${outcome.json}`);
    case 'content':
      return succeeded(`{"content":${JSON.stringify(outcome.blocks)}`);
    case 'failure':
      return failed(JSON.stringify(outcome.failure));
    case 'input-needed':
      return outcome;
  }
}

/** The result of a tool that failed, `text` being what a model reads. */
export function failed(text: string): MethodResult {
  return { kind: 'result', open: `{"content":${textBlock(text)},"isError":true`, failed: true };
}

function textBlock(text: string): string {
  return `[{"type":"text","text":${JSON.stringify(text)}}]`;
}

async function resourcesRead({ runtime, view, caller, params }: MethodCall): Promise<MethodOutcome> {
  const { uri } = readParams(paramSchemas.read, params);
  const outcome = await readResource(runtime, view, caller, uri);
  if (outcome.kind === 'input-needed') return outcome;
  return succeeded(`{"contents":[${JSON.stringify(outcome.contents)}]`);
}

async function promptsGet({ runtime, view, caller, params }: MethodCall): Promise<MethodOutcome> {
  const { name, arguments: args } = readParams(paramSchemas.get, params);
  const outcome = await getPrompt(runtime, view, caller, name, args);
  if (outcome.kind === 'input-needed') return outcome;
  const { description, messages } = outcome;
  return succeeded(`{"description":${JSON.stringify(description)},"messages":${JSON.stringify(messages)}`);
}

async function completionComplete({ runtime, view, caller, params }: MethodCall): Promise<MethodOutcome> {
  const { ref, argument, context } = readParams(paramSchemas.complete, params);
  const completion = await complete(runtime, view, caller, ref, argument, context?.arguments ?? {});
  return succeeded(`{"completion":${JSON.stringify(completion)}`);
}
