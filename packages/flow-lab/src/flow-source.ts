import { chatbotDirectory, chatbotId, flowVersionId } from '@conferbot/chatbots/contract';
import { type FlowGraph, maskSecrets, parseGraph } from '@conferbot/flow-engine';
import { below, flowLibrary, fromCaller } from '@conferbot/flows/contract';
import { type CallContext, invalidArgument } from '@conferbot/plugin';
import { anyObject } from './any-json.ts';

/** Input fields that name a flow: one of the three, or the first two together. */
export const sourceFields = {
  chatbotId: chatbotId.input.optional().describe('Id of the chatbot (bot_…) whose draft is meant.'),
  versionId: flowVersionId.input
    .optional()
    .describe('Id of a version (ver_…) that is meant instead of the draft, as list_flow_versions returns it.'),
  flow: anyObject
    .optional()
    .describe('A flow that is meant instead of a stored one: {nodes, edges}, as get_chatbot_flow returns it.'),
};

export interface SourceInput {
  readonly chatbotId?: string | undefined;
  readonly versionId?: string | undefined;
  readonly flow?: Readonly<Record<string, unknown>> | undefined;
}

export interface FlowSource {
  /** With its secrets masked. */
  readonly graph: FlowGraph;
  /** Of a draft. */
  readonly revision?: number;
}

/** The flow that a caller means. @throws Fault */
export async function flowSource(ctx: CallContext, { chatbotId, versionId, flow }: SourceInput): Promise<FlowSource> {
  if (flow !== undefined) {
    if (versionId !== undefined) {
      throw invalidArgument('versionId', 'A flow and a version are two.', 'Give either flow or versionId.');
    }
    if (chatbotId !== undefined) await ctx.use(chatbotDirectory).get(chatbotId);
    return { graph: maskSecrets(fromCaller(below('flow'), () => parseGraph(flow))) };
  }
  const library = ctx.use(flowLibrary);
  if (versionId !== undefined) {
    const owner = chatbotId ?? (await library.runnable(versionId)).chatbotId;
    return { graph: (await library.version(owner, versionId)).graph };
  }
  if (chatbotId !== undefined) return library.draft(chatbotId);
  throw invalidArgument('', 'No flow is named.', 'Give chatbotId for a draft, versionId for a version, or a flow.');
}
