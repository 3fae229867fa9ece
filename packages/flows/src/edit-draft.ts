import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { applyOperations, type FlowGraph, type FlowOperation } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import { fromCaller, ofOperation } from './contract/flow-fault.ts';
import { type FlowDraft, type FlowEdit, flowLibrary } from './contract.ts';
import { reviewOf } from './review.ts';

/** Does one operation. @throws Fault that names the argument that does not fit */
export function operate(graph: FlowGraph, operation: FlowOperation): FlowGraph {
  return fromCaller(ofOperation, () => applyOperations(graph, [operation]), graph);
}

/** Edits the draft and says what every tool says that does. */
export async function editDraft(ctx: CallContext, chatbotId: string, edit: FlowEdit) {
  const draft = await ctx.use(flowLibrary).edit(chatbotId, edit);
  return { draft, answer: answerOf(ctx, draft) };
}

function answerOf(ctx: CallContext, { chatbotId, revision, graph }: FlowDraft) {
  return { chatbotId: chatbotIdType.encode(chatbotId), revision, ...reviewOf(ctx, graph) };
}
